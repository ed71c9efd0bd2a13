import { Gutter, Link } from '@payloadcms/ui'
import type { DocumentViewServerProps } from 'payload'
import { HistoryPath } from './history-path'
import { Moment } from '../parts/moment.client'
import { readShownHistory, shownDocument, type History, type Shown } from './read-history'
import { historyLinesOf, sayHistory, type HistoryLine } from './say-history'
import { unitTitle } from '../units/say-units'
import { fill, historyWords } from '../words'

type Search = DocumentViewServerProps['searchParams']

/** The screen "History" of a document: who did what to it, newest first. `?unit=sv&after=…` */
export async function HistoryPage(view: DocumentViewServerProps) {
  const shown = await shownDocument(view)
  const unit = shown.units.find((one) => one === view.searchParams?.['unit'])
  const after = textIn(view.searchParams, 'after')
  const history = await readShownHistory(shown, { unit, after })
  const words = historyWords(shown.language)
  const search = view.searchParams
  const { admin } = shown.req.payload.config.routes
  const here = `${admin}/collections/${shown.collection}/${shown.id}/history`
  return (
    <Gutter className="desk-history">
      <HistoryPath shown={shown} />
      <p className="desk-history__lead">{words.lead}</p>
      <Filter {...{ here, history, shown, unit, search }} />
      {history.entries.length === 0 ? <p>{words.empty}</p> : null}
      <ol className="desk-history__lines">
        {historyLinesOf(history.entries).map((line) => (
          <Line key={line.first.place} {...{ here, history, line }} language={shown.language} />
        ))}
      </ol>
      <nav className="desk-history__ways">
        {after === undefined ? null : <Link href={to(here, { unit, search })}>{words.newest}</Link>}
        {history.next === null ? null : (
          <Link href={to(here, { unit, search, after: history.next })}>{words.older}</Link>
        )}
      </nav>
    </Gutter>
  )
}

function textIn(search: Search, name: string): string | undefined {
  const value = search?.[name]
  return typeof value === 'string' ? value : undefined
}

type Way = { unit: string | undefined; search: Search; after?: string }

// The language of the form is kept, so that the way back leads to it.
function to(here: string, { unit, search, after }: Way): string {
  const locale = textIn(search, 'locale')
  const query = new URLSearchParams({
    ...(locale === undefined ? {} : { locale }),
    ...(unit === undefined ? {} : { unit }),
    ...(after === undefined ? {} : { after }),
  })
  return `${here}?${query.toString()}`
}

type FilterProps = {
  here: string
  history: History
  shown: Shown
  unit: string | undefined
  search: Search
}

function Filter({ here, history, shown, unit, search }: FilterProps) {
  const words = historyWords(shown.language)
  const choices = [undefined, ...history.begun]
  return (
    <nav aria-label={words.filter} className="desk-history__filter">
      {choices.map((one) => (
        <Link
          key={one ?? ''}
          {...(one === unit ? { 'aria-current': 'true' as const } : {})}
          href={to(here, { unit: one, search })}
        >
          {one === undefined ? words.everything : unitTitle(one, shown.language)}
        </Link>
      ))}
    </nav>
  )
}

type LineProps = { here: string; history: History; line: HistoryLine; language: string }

function Line({ here, history, line, language }: LineProps) {
  const words = historyWords(language)
  const { first } = line
  const isWords = first.did === 'saved' || first.did === 'restored' || first.did === 'found'
  return (
    <li className={`desk-history__line desk-history__line--${first.did}`}>
      <Moment at={first.at} language={language} />
      <div>
        <p>{sayHistory(line, { language, names: history.names, fields: history.fields })}</p>
        {first.reason === null ? null : (
          <p className="desk-history__reason" dir="auto">
            {fill(words.reason, { reason: first.reason })}
          </p>
        )}
      </div>
      {isWords && first.revision !== null ? (
        <Link href={`${here}/${first.revision}`}>{fill(words.read, { number: first.number ?? '' })}</Link>
      ) : null}
    </li>
  )
}

import { Gutter, Link } from '@payloadcms/ui'
import type { DocumentViewServerProps } from 'payload'
import type { FieldDifference } from '@/difference'
import { DifferenceView } from '../difference/difference-view'
import { HistoryPath } from './history-path'
import { Moment } from '../parts/moment.client'
import { shownDocument, type Shown } from './read-history'
import { readVersion, type Compared, type Version } from './read-version'
import { Restore } from './restore.client'
import { unitTitle } from '../units/say-units'
import { Words } from '../difference/words-view'
import { fill, historyWords } from '../words'

const kinds = ['words', 'before', 'public', 'now'] as const
type Kind = (typeof kinds)[number]

/** One version of one unit: `/history/<version>?with=before`. */
export async function VersionPage(view: DocumentViewServerProps) {
  const shown = await shownDocument(view)
  const revision = (view.params?.['segments'] as string[] | undefined)?.[4] ?? ''
  const version = await readVersion(shown, revision)
  const { admin, api } = shown.req.payload.config.routes
  const back = `${admin}/collections/${shown.collection}/${shown.id}/history`
  const kind = kindOf(view.searchParams?.['with'], version)
  return (
    <Gutter className="desk-history desk-version">
      <HistoryPath shown={shown} />
      <Head {...{ back, shown, version }} />
      {version.mayRestore && !version.isNow ? (
        <Restore
          address={`${api}/${shown.collection}/${shown.id}/restore`}
          back={back}
          current={version.current}
          revision={revision}
          unit={version.unit}
          unitName={unitTitle(version.unit, shown.language)}
        />
      ) : null}
      <Kinds here={`${back}/${revision}`} {...{ kind, shown, version }} />
      <Shows {...{ kind, shown, version }} />
    </Gutter>
  )
}

const has = ({ differences }: Version, kind: Kind): boolean =>
  kind === 'words' || differences[kind] !== undefined

/** What was asked for; otherwise what changed in it, and of a first version its words. */
function kindOf(wanted: unknown, version: Version): Kind {
  const found = kinds.find((kind) => kind === wanted)
  if (found && has(version, found)) return found
  return has(version, 'before') ? 'before' : 'words'
}

type HeadProps = { back: string; shown: Shown; version: Version }

function Head({ back, shown, version }: HeadProps) {
  const { language } = shown
  const words = historyWords(language).version
  const by = version.isFound
    ? words.byNobody
    : fill(words.by, { name: version.by ?? historyWords(language).someone })
  return (
    <header className="desk-version__head">
      <Link href={back}>{words.back}</Link>
      <h2>{fill(words.title, { unit: unitTitle(version.unit, language), number: version.number })}</h2>
      <p>
        {by}, <Moment at={version.at} language={language} />
      </p>
      {version.isNow ? <p className="desk-version__mark">{words.isNow}</p> : null}
      {version.isPublic ? <p className="desk-version__mark">{words.isPublic}</p> : null}
    </header>
  )
}

type KindsProps = { here: string; kind: Kind; shown: Shown; version: Version }

function Kinds({ here, kind, shown, version }: KindsProps) {
  const words = historyWords(shown.language).version
  return (
    <nav aria-label={words.words} className="desk-history__filter">
      {kinds
        .filter((one) => has(version, one))
        .map((one) => (
          <Link
            key={one}
            {...(one === kind ? { 'aria-current': 'true' as const } : {})}
            href={`${here}?with=${one}`}
          >
            {words[one]}
          </Link>
        ))}
    </nav>
  )
}

type ShowsProps = { kind: Kind; shown: Shown; version: Version }

function Shows({ kind, shown, version }: ShowsProps) {
  const { language } = shown
  const { unit, values, fields, differences } = version
  if (kind === 'words') return <Words {...{ values, fields, unit, language }} />
  const found: FieldDifference[] = differences[kind] ?? []
  return (
    <>
      <p className="desk-history__lead">{helpFor(kind, version, language)}</p>
      <DifferenceView differences={found} language={language} unit={unit} />
    </>
  )
}

function helpFor(kind: Compared, { before }: Version, language: string): string {
  const words = historyWords(language).version
  if (kind === 'before') return fill(words.beforeHelp, { number: before?.number ?? '' })
  return kind === 'public' ? words.publicHelp : words.nowHelp
}

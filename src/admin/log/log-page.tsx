import { Gutter, Link, SetStepNav } from '@payloadcms/ui'
import { redirect } from 'next/navigation'
import type { AdminViewServerProps, Payload } from 'payload'
import { mayUse, type Person } from '@/access'
import { poolOf } from '@/lib/postgres'
import { DeskFrame } from '../frame/desk-frame'
import { Moment } from '../parts/moment.client'
import { LogFilters } from './log-filters'
import { readLogPage, readLogQuery, type LogPage as Page, type LogQuery } from './log-query'
import { readerOf, type Reader } from './log-reader'
import type { LogRow } from './log-rows'
import { logWords } from '../words'

/** The screen "Log": who did what, newest first. */
export async function LogPage(view: AdminViewServerProps) {
  const { req } = view.initPageResult
  const admin = req.payload.config.routes.admin
  const person = req.user as Person | null
  if (!person) redirect(`${admin}/login?redirect=${encodeURIComponent(`${admin}/log`)}`)
  const words = logWords(req.i18n.language)
  return (
    <DeskFrame view={view}>
      <SetStepNav nav={[{ label: words.title }]} />
      <Gutter className="desk-log">
        <h1>{words.title}</h1>
        {mayUse(person, 'read-log') ? <Log view={view} /> : <p>{words.notYours}</p>}
      </Gutter>
    </DeskFrame>
  )
}

async function Log({ view }: { view: AdminViewServerProps }) {
  const { payload, i18n } = view.initPageResult.req
  const read = readLogQuery(view.searchParams ?? {})
  const query = 'query' in read ? read.query : {}
  const [page, people] = await Promise.all([readLogPage(payload, query, i18n.language), readPeople(payload)])
  const reader = readerOf(i18n.language, new Map())
  const { words } = reader
  const here = `${payload.config.routes.admin}/log`
  return (
    <>
      <p className="desk-log__lead">{words.lead}</p>
      {'wrong' in read ? <p className="desk-log__wrong">{words.filters.wrong}</p> : null}
      <LogFilters action={here} people={people} query={query} reader={reader} />
      <Rows admin={payload.config.routes.admin} page={page} query={query} reader={reader} />
      <Ways here={here} page={page} payload={payload} query={query} reader={reader} />
    </>
  )
}

async function readPeople(payload: Payload): Promise<{ id: string; name: string }[]> {
  const { rows } = await poolOf(payload).query<{ id: string; name: string }>(
    'select id, name from public.users order by lower(name), id',
  )
  return rows
}

type RowsProps = { admin: string; page: Page; query: LogQuery; reader: Reader }

function Rows({ admin, page, query, reader: { words, language } }: RowsProps) {
  if (page.rows.length === 0) return <p>{Object.keys(query).length === 0 ? words.empty : words.none}</p>
  return (
    <ol className="desk-log__rows">
      {page.rows.map((row) => (
        <li className={`desk-log__row desk-log__row--${row.action}`} key={row.place}>
          <Moment at={row.at} language={language} />
          <div>
            <p>
              <Sentence admin={admin} row={row} />
            </p>
            {row.more.map((line) => (
              <p className="desk-log__more" dir="auto" key={line}>
                {line}
              </p>
            ))}
          </div>
          <span className="desk-log__kind">{row.kind}</span>
        </li>
      ))}
    </ol>
  )
}

function Sentence({ admin, row }: { admin: string; row: LogRow }) {
  return row.sentence.map(({ text, path }, index) => {
    const key = `${index} ${text}`
    return path === undefined ? (
      <bdi key={key}>{text}</bdi>
    ) : (
      <Link href={`${admin}${path}`} key={key}>
        <bdi>{text}</bdi>
      </Link>
    )
  })
}

type WaysProps = { here: string; page: Page; payload: Payload; query: LogQuery; reader: Reader }

function Ways({ here, page, payload, query, reader: { words } }: WaysProps) {
  const { after, ...filter } = query
  const search = (more: LogQuery) =>
    new URLSearchParams(
      Object.entries({ ...filter, ...more }).map(([name, value]) => [name, String(value)]),
    ).toString()
  return (
    <nav className="desk-log__ways">
      {after === undefined ? null : <Link href={`${here}?${search({})}`}>{words.newest}</Link>}
      {page.next === null ? null : (
        <Link href={`${here}?${search({ after: page.next })}`}>{words.older}</Link>
      )}
      {page.rows.length === 0 ? null : (
        <span>
          <a download href={`${payload.config.routes.api}/log.csv?${search({})}`}>
            {words.download}
          </a>{' '}
          <span className="desk-log__help">{words.downloadHelp}</span>
        </span>
      )}
    </nav>
  )
}

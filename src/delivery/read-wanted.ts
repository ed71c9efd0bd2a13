import { openapi } from '@/contract'
import type { Database } from './database'
import { docsEntry } from './docs-page'
import { plainEntry, type Entry } from './entry'
import type { Publisher } from './publisher'
import { readLaureatesTable } from './laureates-table'
import { readFeed } from './read-feed'
import { readForm } from './read-form'
import { readList } from './read-list'
import { readSitemap } from './read-sitemap'
import { readPressKit } from './read-press-kit'
import { readSearch } from './read-search'
import { readCurrent, readSingle } from './read-single'
import { readSync } from './read-sync'
import type { Readiness } from './readiness'
import type { Wanted } from './read-target'

/** What answers are made with. */
export type Sources = { database: Database; publisher: Publisher; readiness: Readiness }

type Kind = Wanted['kind']
type Reader<Of extends Kind> = (
  sources: Sources,
  wanted: Extract<Wanted, { kind: Of }>,
) => Entry | Promise<Entry>

const healthy = plainEntry('{"status":"ok"}', 'never')
let description: Entry | undefined

const readers: { [Of in Kind]: Reader<Of> } = {
  single: ({ database }, wanted) => readSingle(database, wanted),
  current: ({ database }, wanted) => readCurrent(database, wanted),
  list: ({ database }, wanted) => readList(database, wanted),
  search: ({ database }, wanted) => readSearch(database, wanted),
  form: readForm,
  sync: ({ database, readiness }, wanted) => readSync(database, wanted, readiness.heardAt()),
  feed: readFeed,
  sitemap: readSitemap,
  'press-kit': ({ database }, wanted) => readPressKit(database, wanted),
  'laureates-table': readLaureatesTable,
  openapi: () => (description ??= plainEntry(JSON.stringify(openapi()), 'success')),
  docs: ({ publisher }) => docsEntry(publisher),
  readiness: ({ readiness }) => readiness.entry(),
  health: () => healthy,
}

/** The answer, with at most one query. Throws Refused. */
export function readWanted(sources: Sources, wanted: Wanted): Entry | Promise<Entry> {
  // The table has the reader of each kind; TypeScript cannot follow the kind through it.
  const reader = readers[wanted.kind] as Reader<Kind>
  return reader(sources, wanted)
}

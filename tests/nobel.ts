import { beforeAll, expect } from 'vitest'
import type { NobelReport } from '../src/intake'
import { sampleFile } from '../src/intake/nobel.fixtures'
import { withClient } from '../src/processes/database.mjs'
import { personWith, type Actor } from './factories'
import type { TestDesk } from './payload'

type Stored = Record<string, unknown> & { id: string }

export type Importing = {
  /** Who may import. */
  editor: Actor
  /** Imports a file with these laureates; throws where it is refused. */
  bring: (laureates: unknown[], actor?: Actor, more?: { dryRun?: boolean }) => Promise<NobelReport>
  /** Asks the database as its owner. */
  rows: (query: string) => Promise<Record<string, unknown>[]>
  countVersions: () => Promise<number>
  /** The one document with this key, the latest draft in every language. */
  find: (collection: 'laureates' | 'citations', importKey: string) => Promise<Stored>
}

const versions = ['_prizes_v', '_editions_v', '_laureates_v', '_citations_v']

/** For a test file: imports of Nobel files on its desk. */
export function useNobel(desk: TestDesk): Importing {
  const importing = {} as Importing
  beforeAll(async () => {
    importing.editor = await personWith(desk.payload, ['editor'])
  })
  importing.rows = (query) =>
    withClient(desk.database.owner, async (client) => (await client.query(query)).rows)
  importing.countVersions = async () => {
    const counts = await Promise.all(
      versions.map((table) => importing.rows(`select count(*)::int as n from ${table}`)),
    )
    return counts.reduce((sum, [row]) => sum + Number(row?.['n']), 0)
  }
  importing.bring = async (laureates, actor = importing.editor, more = {}) => {
    const { importNobel } = await import('../src/intake')
    const result = await importNobel({ ...actor, source: sampleFile(laureates), ...more })
    if (!result.ok) throw new Error(`${result.message} ${result.problems.join('; ')}`)
    return result.report
  }
  importing.find = async (collection, importKey) => {
    const where = { importKey: { equals: importKey } }
    const found = await desk.payload.find({
      collection,
      where,
      draft: true,
      depth: 0,
      locale: 'all',
      overrideAccess: true,
    })
    expect(found.docs).toHaveLength(1)
    return found.docs[0] as unknown as Stored
  }
  return importing
}

import type { ClientBase } from 'pg'
import { beforeAll, describe, expect, test } from 'vitest'
import { sha256 } from '../../src/lib/hash'
import { takeDown } from '../../src/releases'
import { draft, edit, personWith, publish, unique, type Actor } from '../factories'
import { useDesk } from '../payload'
import { tryAs } from '../sql-as'

// What the world may read stands on public units, whoever runs SQL with the rights of the application. Each deed is
// refused, and goes through as soon as the guards named beside it are gone.

const desk = useDesk()
let officer: Actor
/** Laureates: public in English, formerly in Swedish too; formerly public; never public. */
const ids = { open: '', gone: '', hidden: '' }

async function laureate(): Promise<string> {
  const names = { kind: 'person', knownName: 'Mira Sand', slug: unique('mira') }
  const { id } = await draft(officer, 'laureates', names)
  await edit(officer, { collection: 'laureates', id, locale: 'sv' }, { knownName: 'Mira Sånd' })
  return id
}

beforeAll(async () => {
  officer = await personWith(desk.payload, ['editor', 'press-officer'])
  for (const name of ['open', 'gone', 'hidden'] as const) ids[name] = await laureate()
  const of = (id: string, units: string[]) => ({ collection: 'laureates', id, units })
  await publish(officer, [of(ids.open, ['en', 'sv']), of(ids.gone, ['en'])])
  await takeDown(officer, [of(ids.open, ['sv']), of(ids.gone, ['shared'])], 'It was wrong.')
})

type Statement = string | [text: string, values: unknown[]]

/** The statements, with `:open`, `:gone` and `:hidden` for the ids, and then what a commit looks at. */
const doing =
  (statements: readonly Statement[]) =>
  async (client: ClientBase): Promise<void> => {
    for (const statement of statements) {
      const [text, values] = typeof statement === 'string' ? [statement] : statement
      const named = text.replaceAll(/:(open|gone|hidden)\b/g, (_, name: keyof typeof ids) => `'${ids[name]}'`)
      const { rowCount } = await client.query(named, values)
      if (rowCount === 0) throw new Error(`the test wrote nothing: ${named}`)
    }
    await client.query('set constraints all immediate')
  }

/** As the application, but without these guards. */
const without =
  (guards: readonly Guard[], statements: readonly Statement[]) =>
  async (client: ClientBase): Promise<void> => {
    await client.query('set session_replication_role = origin')
    for (const guard of guards) await client.query(drop[guard])
    await client.query(`set local role "${new URL(desk.database.desk).username}"`)
    await doing(statements)(client)
  }

const drop = {
  snapshot: 'drop trigger of_this_release on published.current_units',
  facts: 'alter table published.resources drop constraint facts_are_public',
  address: 'alter table published.current drop constraint address_is_public',
  language: 'alter table published.current drop constraint language_is_public',
  fallback: 'alter table published.current drop constraint without_fallback',
  bodyInserted: 'drop trigger body_inserted on published.current',
  bodyChanged: 'drop trigger body_changed on published.current',
  shown: 'drop trigger shown on published.bodies',
  addressInserted: 'drop trigger address_inserted on published.resources',
  addressChanged: 'drop trigger address_changed on published.resources',
  slug: 'drop trigger of_public on published.slugs',
  event: 'drop trigger of_public on published.events',
} as const
type Guard = keyof typeof drop

const pointTo = (unit: string, from: string, document: string) =>
  `insert into published.current_units (collection, document_id, unit, unit_id)
   select collection, ${document}, '${unit}', id from published.units
    where document_id = :open and unit = '${from}' and not is_withdrawn
   on conflict (collection, document_id, unit) do update set unit_id = excluded.unit_id`

/** A pointer like the English one of the open laureate, with other values in some columns. */
const pointer = (other: Record<string, string>) => {
  const names = ['resource', 'document_id', 'locale', 'fallback', 'sha256', 'content_language']
  return `insert into published.current (${names.join(', ')}, sort_key, search, updated_at, release)
    select ${names.map((name) => other[name] ?? name).join(', ')}, sort_key, search, updated_at, release
      from published.current where document_id = :open and locale = 'en' and fallback = 'none'`
}
const bodyOf = (document: string, language: string) =>
  `(select sha256 from published.bodies where convert_from(body, 'UTF8')::jsonb @>
      jsonb_build_object('id', ${document}::text, 'locale', '${language}') limit 1)`
const showInstead = (sha: string) =>
  `update published.current set sha256 = ${sha} where document_id = :open and locale = 'en' and fallback = 'none'`
const address = (document: string) =>
  `insert into published.resources (resource, document_id, slug) values ('laureates', ${document}, 'other')`
const unseen = Buffer.from('{"name":"Unseen"}')

const deeds: Record<string, [guards: Guard[], ...statements: Statement[]]> = {
  'words that were taken down': [['snapshot'], pointTo('sv', 'sv', ':open')],
  'words as those of another language': [['snapshot'], pointTo('sv', 'en', ':open')],
  'words as those of another document': [['snapshot'], pointTo('en', 'en', ':hidden')],
  'public words, moved to another document': [
    ['snapshot'],
    `insert into published.current_units (collection, document_id, unit, unit_id)
     select 'prizes', :hidden, unit, unit_id from published.current_units where document_id = :open`,
  ],
  'a body whose language is not public': [
    ['language'],
    pointer({ locale: `'sv'`, content_language: `'sv'`, sha256: bodyOf(':open', 'sv') }),
  ],
  'a body whose language went': [
    ['language'],
    `delete from published.current_units where document_id = :open and unit = 'en'`,
  ],
  'an address whose shared facts went': [
    ['facts'],
    `delete from published.current_units where document_id = :open and unit = 'shared'`,
  ],
  'an address of what is not public': [['facts', 'addressInserted'], address(':hidden')],
  'a body without an address': [['address'], 'delete from published.resources where document_id = :open'],
  'a body of what is not public': [
    ['address', 'language', 'bodyInserted'],
    pointer({ document_id: ':hidden' }),
  ],
  'a language with the words of another': [['fallback'], pointer({ locale: `'fr'` })],
  'a new pointer to the body of another document': [
    ['bodyInserted'],
    `delete from published.current where document_id = :open and locale = 'fr'`,
    pointer({ locale: `'fr'`, fallback: `'declared'`, sha256: bodyOf(':gone', 'en') }),
  ],
  'the body of another document': [['bodyChanged'], showInstead(bodyOf(':gone', 'en'))],
  'the body of another language': [['bodyChanged'], showInstead(bodyOf(':open', 'sv'))],
  'a body that nobody is shown': [
    ['shown'],
    ['insert into published.bodies (sha256, body) values ($1, $2)', [sha256(unseen), unseen]],
  ],
  'an address that was never approved, put anew': [
    ['addressInserted'],
    'delete from published.resources where document_id = :open',
    address(':open'),
  ],
  'an address that was never approved': [
    ['addressChanged'],
    `update published.resources set slug = 'other' where document_id = :open`,
  ],
  'a former address of what never was public': [
    ['slug'],
    `insert into published.slugs (resource, slug, document_id) values ('laureates', 'other', :hidden)`,
  ],
  'a former address that leads elsewhere': [
    ['slug'],
    `update published.slugs set document_id = :hidden where document_id = :gone`,
  ],
  'an event of what never was public': [
    ['event'],
    'insert into published.releases (number) select release + 1 from published.head',
    `insert into published.events (seq, release, kind, resource, document_id, slug, locales)
     select seq + 1, release + 1, 'published', 'laureates', :hidden, 'other', '{en}' from published.head`,
  ],
}

describe.each(Object.entries(deeds))('the database lets nobody show %s', (_, [guards, ...statements]) => {
  test('with the rights of the application', async () => {
    expect(await tryAs(desk.database.desk, doing(statements))).toMatch(
      /^published: |violates (foreign key|check) constraint/,
    )
  })

  test(`as ${guards.join(', ')} see to it`, async () => {
    const { unguarded } = desk.database
    expect(await tryAs(unguarded(), without(guards, statements))).toBe('went through')
    // None of them is for nothing.
    for (const guard of guards)
      expect(
        await tryAs(
          unguarded(),
          without(
            guards.filter((one) => one !== guard),
            statements,
          ),
        ),
        guard,
      ).not.toBe('went through')
  })
})

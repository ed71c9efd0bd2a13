import { expect } from 'vitest'
import type { TestDesk } from '../payload'
import { picture, type Staff } from '../staff'
import type { Attack } from './attacks'
import { fresh, next, sharedOf, textOf, unknownId, type Row } from './bodies'
import type { Cell } from './table'

// What each operation of storing is, whichever door it is tried by.

export type Ids = Readonly<Record<string, string>>
/** Where the cells are tried: documents by collection. */
export type World = { desk: TestDesk; staff: Staff; ids: Ids; unsent?: Ids }
/** What a try led to: `kind` is the status of REST, or the name of what was thrown, or `done`. */
export type Outcome = { kind: string; isRefused: boolean; said: string; doc?: Row | undefined }
export type Try = { cell: Cell; attack: Attack; id: string; data: Row; locale: string }

const locales: Record<string, string> = { shared: 'en', assigned: 'sv', other: 'de' }
/** What is read or written of one language; everything else in a language of the translator. */
function localeFor({ operation }: Cell): string {
  if (operation === 'update-shared') return 'sv'
  return locales[operation.split('-').at(-1) ?? ''] ?? (operation.startsWith('read') ? 'en' : 'fr')
}

/** A write that changes something: a shared value, a text of one language, or (a plain update) nothing at all. */
function change({ collection, operation }: Cell): Row {
  if (operation === 'update-shared') return sharedOf(collection)
  if (operation !== 'update') return textOf(collection, `Text ${next()}`)
  return collection === 'users' ? { name: `Name ${next()}` } : {}
}

/** Whom or what it is tried on: of people oneself where only that is allowed, what is deleted made for it. */
async function subjectOf(world: World, { collection, operation, verdict, actor, of }: Cell): Promise<string> {
  const { ids, staff } = world
  if (operation === 'delete' && verdict === 'allow') return createVictim(world, collection)
  const known = operation === 'read-unsent' ? world.unsent : ids
  if (collection !== 'users') return known?.[collection] ?? unknownId
  if (of === 'self' && actor !== 'anonymous') return staff.ids[actor]
  return actor === 'admin' ? staff.ids.editor : staff.ids.admin
}

/** A document of each collection that was never sent to translation; its words hold UNSENT. */
export async function createUnsent(world: World): Promise<Record<string, string>> {
  const unsent: Record<string, string> = {}
  for (const collection of Object.keys(world.ids)) {
    const id = await createVictim(world, collection)
    const write = {
      collection,
      id,
      locale: 'en',
      data: textOf(collection, 'UNSENT words'),
      overrideAccess: true,
    }
    await world.desk.payload.update(write as never)
    unsent[collection] = id
  }
  return unsent
}

async function createVictim({ desk, ids }: World, collection: string): Promise<string> {
  const file = collection === 'media' ? { file: await picture(`v-${next()}.png`) } : {}
  const options = {
    collection,
    data: fresh(collection, ids),
    locale: 'en',
    draft: true,
    overrideAccess: true,
  }
  const doc = await desk.payload.create({ ...options, ...file } as never)
  return String((doc as unknown as Row)['id'])
}

/** The try of a cell with an attack. `data` names the words it starts from, as a form does. */
export async function tryOf(world: World, cell: Cell, attack: Attack): Promise<Try> {
  const { collection, operation } = cell
  const id = await subjectOf(world, cell)
  const locale = localeFor(cell)
  if (!operation.startsWith('update'))
    return {
      cell,
      attack,
      id,
      locale,
      data: { ...fresh(collection, world.ids, world.staff.ids.admin), ...attack.body },
    }
  const base = await baseOf(world, { collection, id, locale })
  const from = attack.body?.['base'] === undefined ? base : await baseOfAnother(world, { collection, locale })
  return { cell, attack, id, locale, data: { ...change(cell), ...attack.body, ...from } }
}

/** The words that somebody starts from who changed the name of the document in a request. */
function baseOfAnother(world: World, { collection, locale }: Omit<Where, 'id'>): Promise<Row> {
  const another = collection === 'prizes' ? 'laureates' : 'prizes'
  return baseOf(world, { collection: another, id: world.ids[another] ?? unknownId, locale })
}

type Where = { collection: string; id: string; locale: string }
/** As an editor reads it, so that nothing is refused only for want of it. */
async function baseOf({ staff, ids }: World, { collection, id, locale }: Where): Promise<Row> {
  if (ids[collection] === undefined) return {}
  const opened = await staff.as('editor')('GET', `/api/${collection}/${id}?locale=${locale}&depth=0`)
  const { base } = (await opened.json()) as { base?: unknown }
  return base === undefined ? {} : { base }
}

async function stored({ desk }: World, { collection, id, locale }: Where): Promise<Row | null> {
  const options = { collection, id, locale, draft: true, depth: 0, overrideAccess: true, disableErrors: true }
  return desk.payload.findByID(options as never) as unknown as Promise<Row | null>
}

/** That what was allowed has happened: the document is there, holds what was written, or is gone. */
export async function expectHappened(world: World, made: Try, { doc }: Outcome): Promise<void> {
  const { cell, data, locale } = made
  const id = cell.operation === 'create' ? String(doc?.['id']) : made.id
  const now = await stored(world, { collection: cell.collection, id, locale })
  if (cell.operation === 'delete') return expect(now).toBeNull()
  expect(now, `${cell.actor} ${cell.operation}`).toMatchObject({ id })
  if (cell.operation === 'readVersions' || cell.operation.startsWith('list'))
    return expect(doc?.['totalDocs']).toBeGreaterThan(0)
  if (!cell.operation.startsWith('update')) return expect(doc).toMatchObject({ id })
  const { base: _, ...written } = data
  expect(now, `${cell.actor} ${cell.operation}`).toMatchObject(written)
}

/** With whose session, for messages. */
export const nameOf = ({ actor, collection, operation }: Cell, { name }: Attack): string =>
  `${actor}: ${collection} ${operation}, ${name}`

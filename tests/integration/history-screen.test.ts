import type { DocumentViewServerProps } from 'payload'
import { createLocalReq } from 'payload'
import { beforeAll, expect, test } from 'vitest'
import { readShownHistory, shownDocument, type Shown } from '../../src/admin/history/read-history'
import { readVersion } from '../../src/admin/history/read-version'
import { historyLinesOf, sayHistory } from '../../src/admin/history/say-history'
import { poolOf } from '../../src/lib/postgres'
import { readUnits, restoreUnit } from '../../src/units'
import { draft, edit, personWith, publish, unique, type Actor } from '../factories'
import { useDesk } from '../payload'
import { sendAll } from '../staff'

// What the history of a document tells, and to whom.

const desk = useDesk()
let author: Actor
let translator: Actor
beforeAll(async () => {
  author = await personWith(desk.payload, ['editor', 'press-officer'])
  translator = await personWith(desk.payload, ['translator'], ['sv'])
})

async function shownTo(who: Actor, id: string, language = 'en'): Promise<Shown> {
  const req = await createLocalReq({ user: who.user }, desk.payload)
  Object.assign(req.i18n, { language })
  const collectionConfig = desk.payload.collections.laureates.config
  const initPageResult = { req, collectionConfig, docID: id }
  return shownDocument({ initPageResult, doc: { id } } as unknown as DocumentViewServerProps)
}

async function told(who: Actor, id: string, asked: { language?: string; unit?: string } = {}) {
  const shown = await shownTo(who, id, asked.language)
  const history = await readShownHistory(shown, { unit: asked.unit, after: undefined })
  const reader = { language: shown.language, names: history.names, fields: history.fields }
  return historyLinesOf(history.entries).map((line) => sayHistory(line, reader))
}

async function story() {
  const person = { kind: 'person', knownName: 'Mira Sand', slug: unique('mira') }
  const { id } = await draft(author, 'laureates', person)
  const first = (await readUnits(poolOf(desk.payload), { collection: 'laureates', id })).get('en')
  await edit(author, { collection: 'laureates', id }, { fullName: 'Mira Maria Sand' })
  await publish(author, [{ collection: 'laureates', id, units: ['en'] }])
  const revision = first?.revision.id ?? ''
  await restoreUnit(author, { collection: 'laureates', id, unit: 'en', revision })
  await edit(author, { collection: 'laureates', id, locale: 'de' }, { knownName: 'Mira auf Deutsch' })
  await edit(author, { collection: 'laureates', id, locale: 'sv' }, { knownName: 'Mira på svenska' })
  await sendAll(desk.payload, { laureates: id }, ['sv'])
  return { id, revision }
}

test('it says in words who did what, newest first, what was done at once together', async () => {
  const { id } = await story()
  const { name } = author.user
  expect(await told(author, id)).toEqual([
    `${name} began Swedish: Known as.`,
    `${name} began German: Known as.`,
    `The approval of English ended, because ${name} changed the words.`,
    `${name} brought back English as in version 1.`,
    `${name} published English and the shared facts.`,
    'A reviewer approved English and the shared facts.',
    `${name} submitted English and the shared facts for review.`,
    `${name} changed English: Full name.`,
    `${name} began English: Known as.`,
    `${name} began the shared facts: Kind, Web address.`,
  ])
  expect(await told(author, id, { language: 'sv', unit: 'en' })).toContain(
    `${name} ändrade engelska: Fullständigt namn.`,
  )
  expect(await told(author, id, { language: 'de', unit: 'sv' })).toEqual([
    `${name} hat Schwedisch begonnen: Bekannt als.`,
  ])
})

test('a translator reads of the own languages, the source and the shared facts only', async () => {
  const { id } = await story()
  const lines = await told(translator, id)
  expect(lines.join(' ')).toMatch(/Swedish.*English.*shared facts/)
  expect(lines.join(' ')).not.toContain('German')
  expect(await told(translator, id, { unit: 'de' })).not.toContain('German')
  const units = await readUnits(poolOf(desk.payload), { collection: 'laureates', id })
  const german = units.get('de')?.revision.id ?? ''
  const swedish = units.get('sv')?.revision.id ?? ''
  const shown = await shownTo(translator, id)
  expect(await readVersion(shown, swedish)).toMatchObject({ unit: 'sv', number: 1, mayRestore: true })
  await expect(readVersion(shown, german)).rejects.toThrow('NEXT_HTTP_ERROR_FALLBACK;404')
})

test('a version is compared with the one before, the public one and the newest; equal words are named so', async () => {
  const { id, revision } = await story()
  const shown = await shownTo(author, id)
  const first = await readVersion(shown, revision)
  expect(first).toMatchObject({ number: 1, before: null, isNow: true, isPublic: false })
  expect(Object.keys(first.differences)).toEqual(['public'])
  const { rows } = await poolOf(desk.payload).query<{ id: string }>(
    `select id from editorial.revisions where document_id = $1 and unit = 'en' order by number`,
    [id],
  )
  const second = await readVersion(shown, rows[1]?.id ?? '')
  expect(second).toMatchObject({ number: 2, isNow: false, isPublic: true })
  expect(Object.keys(second.differences)).toEqual(['before', 'now'])
  const changed = second.differences.before?.filter(({ kind }) => kind !== 'same')
  expect(changed).toMatchObject([{ path: 'fullName', kind: 'added' }])
})

test('a version of another document has no screen here', async () => {
  const [one, other] = [await story(), await story()]
  for (const revision of [other.revision, 'none', '01a224d9-6d1f-724f-9994-345a76f11460'])
    await expect(readVersion(await shownTo(author, one.id), revision)).rejects.toThrow(
      'NEXT_HTTP_ERROR_FALLBACK;404',
    )
})

import type { Pool } from 'pg'
import { beforeAll, describe, expect, test } from 'vitest'
import { withClient } from '../../src/processes/database.mjs'
import type { QueueName } from '../../src/review/queues'
import type { Verb } from '../../src/units'
import { asRead, award, draft, edit, personWith, unique, type Actor } from '../factories'
import { useDesk } from '../payload'

// "My work": what waits for one person, and for nobody else.

const desk = useDesk()
let editor: Actor
let second: Actor
let reviewer: Actor
let officer: Actor
let admin: Actor
let translator: Actor
let documents: Awaited<ReturnType<typeof award>>

beforeAll(async () => {
  editor = await personWith(desk.payload, ['editor'])
  second = await personWith(desk.payload, ['editor'])
  reviewer = await personWith(desk.payload, ['reviewer'])
  officer = await personWith(desk.payload, ['press-officer'])
  admin = await personWith(desk.payload, ['admin'])
  translator = await personWith(desk.payload, ['translator'], ['sv', 'fr'])
  documents = await award(editor)
})

const pool = () => (desk.payload.db as unknown as { pool: Pool }).pool
async function workOf({ user }: Actor) {
  const { readWork } = await import('../../src/review')
  return readWork(pool(), user, 8)
}
/** What stands in a queue, as `unit` of the award entry, and its count. */
async function queue(actor: Actor, name: QueueName) {
  const { items, total } = (await workOf(actor))[name]
  return { units: items.filter(({ id }) => id === documents.citation.id).map(({ unit }) => unit), total }
}
const none = { units: [], total: 0 }
type Step = Exclude<Verb, 'publish' | 'take-down' | 'restore'>
type Doing = { verb: Step; unit: string; reason?: string; reviewer?: string }
async function act(actor: Actor, { unit, ...doing }: Doing) {
  const { advance } = await import('../../src/units')
  const at = { collection: 'citations', id: documents.citation.id }
  await advance(actor, { ...at, units: await asRead(actor, { ...at, units: [unit] }), ...doing })
}
async function send(languages: string[], more: object = {}) {
  const { sendToTranslation } = await import('../../src/review')
  await sendToTranslation(editor, {
    documents: [{ collection: 'citations', id: documents.citation.id }],
    languages,
    ...more,
  })
}
const citation = (locale: 'en' | 'sv' | 'fr' = 'en') => ({
  collection: 'citations' as const,
  id: documents.citation.id,
  locale,
})
const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)

describe('an award entry', () => {
  test('in review waits for those who may approve it and did not write it', async () => {
    await act(editor, { verb: 'submit', unit: 'en' })
    expect(await queue(reviewer, 'review')).toEqual({ units: ['en'], total: 1 })
    for (const actor of [editor, second, officer, admin, translator])
      expect(await queue(actor, 'review')).toEqual(none)
    const onlySwedish = await personWith(desk.payload, ['reviewer'])
    onlySwedish.user = { ...onlySwedish.user, reviewLocales: ['sv'] }
    expect(await queue(onlySwedish, 'review')).toEqual(none)
    const otherKind = await personWith(desk.payload, ['reviewer'])
    otherKind.user = { ...otherKind.user, reviewCollections: ['prizes'] }
    expect(await queue(otherKind, 'review')).toEqual(none)
  })

  test('whose changes were requested is back with those who wrote it', async () => {
    await act(reviewer, { verb: 'request-changes', unit: 'en', reason: 'Say which sea.' })
    expect(await queue(editor, 'returned')).toEqual({ units: ['en'], total: 1 })
    expect((await workOf(editor)).returned.items[0]).toMatchObject({
      person: reviewer.user['name'],
      title: expect.stringContaining('Mira Sand') as string,
    })
    for (const actor of [second, reviewer, officer, admin, translator])
      expect(await queue(actor, 'returned')).toEqual(none)
    await edit(editor, citation(), { motivation: 'for the northern sea' })
    expect(await queue(editor, 'returned')).toEqual(none)
  })

  test('whose writer asks for an exception waits for somebody else who may agree', async () => {
    const both = await personWith(desk.payload, ['editor', 'reviewer'])
    const wroteToo = await personWith(desk.payload, ['editor', 'press-officer'])
    await edit(wroteToo, citation(), { motivation: 'for the northern seas, all' })
    await edit(both, citation(), { motivation: 'for the northern seas' })
    await act(both, { verb: 'submit', unit: 'en' })
    await act(both, { verb: 'ask-exception', unit: 'en', reason: 'The announcement is in an hour.' })
    expect(await queue(officer, 'exceptions')).toEqual({ units: ['en'], total: 1 })
    expect(await queue(admin, 'exceptions')).toEqual({ units: ['en'], total: 1 })
    for (const actor of [both, wroteToo, editor, translator])
      expect(await queue(actor, 'exceptions')).toEqual(none)
    // Who wrote reviews nothing of it.
    expect(await queue(both, 'review')).toEqual(none)
    expect(await queue(reviewer, 'review')).toEqual({ units: ['en'], total: 1 })
  })

  test('that is approved waits for a press officer', async () => {
    await act(reviewer, { verb: 'approve', unit: 'en' })
    expect(await queue(officer, 'publish')).toEqual({ units: ['en'], total: 1 })
    for (const actor of [editor, reviewer, admin, translator])
      expect(await queue(actor, 'publish')).toEqual(none)
  })
})

describe('a translation', () => {
  test('waits in the languages that it was sent to: not begun, in writing, behind its source', async () => {
    expect(await queue(translator, 'not-begun')).toEqual(none)
    await send(['sv', 'de'])
    expect(await queue(translator, 'not-begun')).toEqual({ units: ['sv'], total: 1 })
    expect(await queue(editor, 'not-begun')).toEqual(none)
    await edit(translator, citation('sv'), { motivation: 'för havet' })
    expect(await queue(translator, 'not-begun')).toEqual(none)
    expect(await queue(translator, 'translating')).toEqual({ units: ['sv'], total: 1 })
    await edit(editor, citation(), { motivation: 'for the sea' })
    expect(await queue(translator, 'translating')).toEqual(none)
    expect(await queue(translator, 'source-changed')).toEqual({ units: ['sv'], total: 1 })
    await act(translator, { verb: 'follow-source', unit: 'sv' })
    await act(translator, { verb: 'submit', unit: 'sv' })
    for (const name of ['not-begun', 'translating', 'source-changed'] as const)
      expect(await queue(translator, name)).toEqual(none)
    expect(await queue(reviewer, 'review')).toEqual({ units: ['sv'], total: 1 })
  })

  test('in review stays in sight of its translator, also when its source changes meanwhile', async () => {
    expect(await queue(translator, 'in-review')).toEqual({ units: ['sv'], total: 1 })
    for (const actor of [editor, reviewer, officer]) expect(await queue(actor, 'in-review')).toEqual(none)
    await edit(editor, citation(), { motivation: 'for the sea and its shores' })
    expect(await queue(translator, 'in-review')).toEqual(none)
    expect(await queue(translator, 'source-changed')).toEqual({ units: ['sv'], total: 1 })
    await act(editor, { verb: 'follow-source', unit: 'sv' })
    expect(await queue(translator, 'in-review')).toEqual({ units: ['sv'], total: 1 })
    await act(reviewer, { verb: 'approve', unit: 'sv' })
    expect(await queue(translator, 'in-review')).toEqual(none)
  })

  test('that was emptied is not begun', async () => {
    await edit(translator, citation('sv'), { motivation: '' })
    expect(await queue(translator, 'not-begun')).toEqual({ units: ['sv'], total: 1 })
    await edit(translator, citation('sv'), { motivation: 'för havet' })
  })

  test('that was taken back waits for its translator no more, by any queue', async () => {
    await act(translator, { verb: 'submit', unit: 'sv' })
    await act(reviewer, { verb: 'request-changes', unit: 'sv', reason: 'Vilket hav?' })
    expect(await queue(translator, 'returned')).toEqual({ units: ['sv'], total: 1 })
    await send(['sv'], { due: day(2) })
    expect(await queue(translator, 'due')).toEqual({ units: ['sv'], total: 1 })
    const { takeFromTranslation } = await import('../../src/review')
    await takeFromTranslation(editor, { documents: [citation()], languages: ['sv'] })
    const work = await workOf(translator)
    expect(Object.values(work).map(({ total }) => total)).toEqual(Object.values(work).map(() => 0))
  })
})

describe('what is due', () => {
  test('waits for its assignee, the most urgent first, while it is their turn', async () => {
    await send(['fr'], { due: day(3), assignees: { fr: translator.user.id } })
    const dueOf = async (actor: Actor) =>
      (await workOf(actor)).due.items.map(({ unit, due, isOverdue }) => ({ unit, due, isOverdue }))
    expect(await dueOf(translator)).toEqual([{ unit: 'fr', due: day(3), isOverdue: false }])
    await edit(translator, citation('fr'), { motivation: 'pour la mer' })
    expect(await dueOf(translator)).toEqual([{ unit: 'fr', due: day(3), isOverdue: false }])
    await withClient(desk.database.owner, (client) =>
      client.query(`update editorial.units set due = $1 where unit = 'fr'`, [day(-1)]),
    )
    expect(await dueOf(translator)).toEqual([{ unit: 'fr', due: day(-1), isOverdue: true }])
    await act(translator, { verb: 'submit', unit: 'fr', reviewer: reviewer.user.id })
    expect(await dueOf(translator)).toEqual([])
    expect(await dueOf(reviewer)).toEqual([{ unit: 'fr', due: day(-1), isOverdue: true }])
  })

  test('later than in a week waits for nobody yet', async () => {
    const { sendToTranslation } = await import('../../src/review')
    const prize = { collection: 'prizes', id: documents.prize.id }
    await sendToTranslation(editor, { documents: [prize], languages: ['sv'], due: day(8) })
    expect((await workOf(translator)).due.total).toBe(0)
    await sendToTranslation(editor, { documents: [prize], languages: ['sv'], due: day(7) })
    expect((await workOf(translator)).due.total).toBe(1)
  })
})

test('counts are exact and the whole list is reached page by page, also while it changes', async () => {
  const { readQueue, sendToTranslation } = await import('../../src/review')
  const made: string[] = []
  for (let left = 70; left > 0; left -= 1) {
    const { id } = await draft(editor, 'laureates', {
      kind: 'person',
      knownName: `Name ${left}`,
      slug: unique('name'),
    })
    made.push(id)
  }
  await sendToTranslation(editor, {
    documents: made.map((id) => ({ collection: 'laureates', id })),
    languages: ['sv', 'fr'],
  })
  const first = (await workOf(translator))['not-begun']
  expect(first.items).toHaveLength(8)
  expect(first.total).toBe(70 * 2 + 1)

  const seen: string[] = []
  const asked = { queue: 'not-begun' as const, kind: 'laureates', unit: 'sv' }
  let after: string | undefined
  for (let page = 0; page < 5; page += 1) {
    const { items, total, next } = await readQueue(pool(), translator.user, { ...asked, after })
    expect(total).toBe(page === 0 ? 70 : 69)
    seen.push(...items.map(({ id }) => id))
    // The first of them is written meanwhile.
    if (page === 0)
      await edit(
        translator,
        { collection: 'laureates', id: items[0]?.id ?? '', locale: 'sv' },
        { knownName: 'Namn' },
      )
    if (next === null) break
    after = next
  }
  expect(seen.toSorted()).toEqual(made.toSorted())
  const nonsense = await readQueue(pool(), translator.user, { ...asked, after: 'bm9uc2Vuc2U' })
  expect(nonsense.items).toHaveLength(50)
})

test('what was deleted waits for nobody', async () => {
  const { id } = await draft(editor, 'laureates', {
    kind: 'person',
    knownName: 'Short',
    slug: unique('short'),
  })
  const { sendToTranslation } = await import('../../src/review')
  await sendToTranslation(editor, { documents: [{ collection: 'laureates', id }], languages: ['sv'] })
  const before = (await workOf(translator))['not-begun'].total
  await desk.payload.delete({ collection: 'laureates', id, user: editor.user, overrideAccess: false })
  expect((await workOf(translator))['not-begun'].total).toBe(before - 1)
})

test('the queues of everyone cost the same number of questions', async () => {
  const { readWork } = await import('../../src/review')
  for (const actor of [editor, reviewer, translator, officer, admin]) {
    let questions = 0
    const counting = {
      query: (...asked: Parameters<Pool['query']>) => {
        questions += 1
        return pool().query(...asked)
      },
    }
    await readWork(counting as unknown as Pool, actor.user, 8)
    expect(questions).toBeLessThanOrEqual(3)
  }
})

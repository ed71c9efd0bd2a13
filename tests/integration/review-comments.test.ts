import { beforeAll, describe, expect, test } from 'vitest'
import { withClient } from '../../src/processes/database.mjs'
import type { CommentThread, DocumentComments } from '../../src/review/read-comments'
import type { DocumentStatus } from '../../src/units'
import { useDesk } from '../payload'
import { createDocuments, problemIn, sendAll, useStaff, type Actor } from '../staff'

// Comments, through REST.

const desk = useDesk()
const staff = useStaff(desk)
let ids: Record<string, string> = {}

beforeAll(async () => {
  ids = await createDocuments(desk.payload)
})

const path = (rest = '') => `/api/citations/${ids['citations']}/comments${rest}`
const say = async (actor: Actor, content: object) => staff.as(actor)('POST', path(), content)
const readAs = async (actor: Actor): Promise<DocumentComments> =>
  (await (await staff.as(actor)('GET', path())).json()) as DocumentComments
/** Adds a comment and returns it as its author reads it: the newest. */
async function comment(actor: Actor, content: { unit: string; text: string; [key: string]: unknown }) {
  const response = await say(actor, content)
  expect(response.status, await response.clone().text()).toBe(200)
  const { threads } = (await response.json()) as DocumentComments
  return threads.toSorted((one, other) => one.at.localeCompare(other.at)).at(-1) as CommentThread
}
const verb = (actor: Actor, id: string, name: 'resolve' | 'reopen') =>
  staff.as(actor)('POST', path(`/${id}/${name}`))
const logged = (action: string) =>
  withClient(desk.database.owner, async (client) => {
    const { rows } = await client.query(
      'select person, unit, details from audit.entries where action = $1 order by id',
      [action],
    )
    return rows as { person: string; unit: string; details: { comment: string } }[]
  })

describe('a comment', () => {
  test('stands on a unit, a field and a passage, and finds its place again after the text has changed', async () => {
    const about = {
      unit: 'en',
      field: 'motivation',
      passage: { quote: 'her work', before: 'for', after: '' },
    }
    await comment('reviewer', { ...about, text: '  Which work?\r\nPlease say.  ' })
    const { threads } = await readAs('editor')
    expect(threads).toMatchObject([
      {
        unit: 'en',
        field: 'motivation',
        fieldName: 'Official motivation',
        by: 'The reviewer',
        isMine: false,
        text: 'Which work?\nPlease say.',
        passage: { place: { start: 4, end: 12 } },
      },
    ])
    await save({ motivation: 'once more for her work' })
    expect((await readAs('editor')).threads[0]?.passage?.place).toEqual({ start: 14, end: 22 })
    await save({ motivation: 'for the sea' })
    expect((await readAs('editor')).threads[0]?.passage).toMatchObject({
      quote: 'her work',
      place: null,
      isGone: true,
    })
  })

  test('on words that stand on the screen only is not missed later', async () => {
    const passage = { quote: 'Sweden', before: '', after: '' }
    await comment('editor', { unit: 'shared', field: 'countries', passage, text: 'And Norway?' })
    const { threads } = await readAs('editor')
    expect(threads.at(-1)?.passage).toEqual({ ...passage, place: null, isGone: false })
  })

  test('is answered, resolved and opened again', async () => {
    const { id } = await comment('editor', { unit: 'shared', field: 'countries', text: 'Norway too?' })
    await comment('press-officer', { unit: 'sv', answers: id, text: 'Yes.' })
    const threadIn = async () => (await readAs('editor')).threads.find((thread) => thread.id === id)
    expect(await threadIn()).toMatchObject({
      unit: 'shared',
      answers: [{ text: 'Yes.', by: 'The press-officer' }],
    })
    expect((await verb('admin', id, 'resolve')).status).toBe(200)
    expect(await threadIn()).toMatchObject({ resolved: { by: 'The admin' } })
    expect((await verb('editor', id, 'reopen')).status).toBe(200)
    expect(await threadIn()).toMatchObject({ resolved: null })
  })

  test('on a passage that must be fixed keeps the unit from being approved until whoever asked for it says it is', async () => {
    const unit = 'en'
    expect((await act('editor', 'submit', unit)).status).toBe(200)
    const made = await comment('press-officer', { unit, text: 'The name is wrong.', mustFix: true })
    expect(await problemIn(await act('reviewer', 'approve', unit))).toMatchObject({
      status: 409,
      code: 'must_fix_open',
    })
    expect(await problemIn(await verb('editor', made.id, 'resolve'))).toMatchObject({
      status: 403,
      code: 'must_fix_not_yours',
    })
    expect((await readAs('editor')).threads.find(({ id }) => id === made.id)?.mayResolve).toBe(false)
    expect((await verb('press-officer', made.id, 'resolve')).status).toBe(200)
    expect((await verb('press-officer', made.id, 'reopen')).status).toBe(200)
    expect(await problemIn(await act('reviewer', 'approve', unit))).toMatchObject({ code: 'must_fix_open' })
    expect((await verb('reviewer', made.id, 'resolve')).status).toBe(200)
    expect((await act('reviewer', 'approve', unit)).status).toBe(200)

    const about = [{ unit, details: { comment: made.id } }]
    expect(await logged('must-fix-asked')).toMatchObject([
      { person: staff.ids['press-officer'], ...about[0] },
    ])
    expect(await logged('must-fix-resolved')).toMatchObject([
      { person: staff.ids['press-officer'] },
      { person: staff.ids.reviewer },
    ])
    expect(await logged('must-fix-reopened')).toMatchObject(about)
  })
})

describe('a translator', () => {
  test('reads the comments of own languages, the source and the shared facts, and writes on own languages only', async () => {
    for (const unit of ['en', 'shared', 'sv', 'de', 'fr'])
      await comment('editor', { unit, text: `On ${unit}` })
    await withClient(desk.database.owner, (client) =>
      client.query(
        `update editorial.translation_requests set taken_back_at = now(), taken_back_by = sent_by where document_id = $1 and locale = 'fr'`,
        [ids['citations']],
      ),
    )
    const { threads, units } = await readAs('translator')
    expect(threads.map(({ text }) => text).filter((text) => text.startsWith('On '))).toEqual([
      'On en',
      'On shared',
      'On sv',
    ])
    expect(units).toEqual(['sv'])
    for (const { id, unit, mayResolve } of threads) {
      const { status } = await verb('translator', id, 'resolve')
      expect({ unit, mayResolve }).toEqual({ unit, mayResolve: status === 200 })
    }
    await comment('translator', { unit: 'sv', text: 'Hur skrivs det?' })
    for (const unit of ['en', 'shared', 'de', 'fr'])
      expect(await problemIn(await say('translator', { unit, text: 'No' }))).toMatchObject({
        status: 403,
        code: 'not_assigned',
      })
    const [german] = (await readAs('editor')).threads.filter(({ unit }) => unit === 'de')
    expect(await problemIn(await verb('translator', german?.id ?? '', 'resolve'))).toMatchObject({
      code: 'not_assigned',
    })
    expect(
      await problemIn(await say('translator', { unit: 'sv', answers: german?.id, text: 'No' })),
    ).toMatchObject({ code: 'not_assigned' })
  })

  test('finds no comments of a document that was not sent', async () => {
    await withClient(desk.database.owner, (client) =>
      client.query(
        'update editorial.translation_requests set taken_back_at = now(), taken_back_by = sent_by where document_id = $1',
        [ids['citations']],
      ),
    )
    expect((await staff.as('translator')('GET', path())).status).toBe(404)
    expect((await say('translator', { unit: 'sv', text: 'No' })).status).toBe(404)
    const [first] = (await readAs('editor')).threads
    expect((await verb('translator', first?.id ?? '', 'resolve')).status).toBe(404)
    await sendAll(desk.payload, { citations: ids['citations'] ?? '' }, ['sv', 'fr'])
  })
})

test('nobody who is not signed in reads or writes', async () => {
  expect((await staff.as('anonymous')('GET', path())).status).toBe(401)
  expect((await say('anonymous', { unit: 'en', text: 'No' })).status).toBe(401)
})

describe('what cannot be a comment is refused, and nothing is stored', () => {
  const cases: [string, object, number, string][] = [
    ['no words', { unit: 'en', text: ' \n ' }, 400, 'bad_input'],
    ['too many words', { unit: 'en', text: 'x'.repeat(4001) }, 413, 'too_large'],
    ['half a character', { unit: 'en', text: 'a\uD800' }, 400, 'bad_text'],
    ['a reversed direction', { unit: 'en', text: 'a\u202Eb' }, 400, 'bad_text'],
    ['an unknown language', { unit: 'xx', text: 'a' }, 400, 'unknown_language'],
    ['an unknown field', { unit: 'en', field: 'adminTitle', text: 'a' }, 400, 'bad_input'],
    ['a field of another unit', { unit: 'shared', field: 'motivation', text: 'a' }, 400, 'bad_input'],
    ['a prototype key', { unit: 'en', field: '__proto__', text: 'a' }, 400, 'bad_input'],
    [
      'a passage of no field',
      { unit: 'en', passage: { quote: 'a', before: '', after: '' }, text: 'a' },
      400,
      'bad_input',
    ],
    [
      'an answer to nothing',
      { unit: 'en', answers: '0192f000-0000-7000-8000-000000000000', text: 'a' },
      404,
      'comment_gone',
    ],
    ['an unknown key', { unit: 'en', text: 'a', author: 'x' }, 400, 'bad_input'],
  ]
  test.each(cases)('%s', async (...[, content, status, code]) => {
    const before = (await readAs('editor')).threads.length
    expect(await problemIn(await say('editor', content))).toMatchObject({ status, code })
    expect((await readAs('editor')).threads).toHaveLength(before)
  })

  test('an answer to a comment of another document', async () => {
    const other = `/api/prizes/${ids['prizes']}/comments`
    const [mine] = (await readAs('editor')).threads
    const response = await staff.as('editor')('POST', other, { unit: 'en', answers: mine?.id, text: 'a' })
    expect(await problemIn(response)).toMatchObject({ code: 'comment_gone' })
    expect(await problemIn(await staff.as('editor')('POST', `${other}/${mine?.id}/resolve`))).toMatchObject({
      code: 'comment_gone',
    })
  })
})

async function save(data: object) {
  const document = `/api/citations/${ids['citations']}?locale=en`
  const { base } = (await (await staff.as('editor')('GET', `${document}&draft=true`)).json()) as {
    base: object
  }
  expect((await staff.as('editor')('PATCH', document, { ...data, base })).status).toBe(200)
}

async function act(actor: Actor, name: string, unit: string) {
  const citation = `/api/citations/${ids['citations']}`
  const { units } = (await (await staff.as(actor)('GET', `${citation}/status`)).json()) as DocumentStatus
  const revision = units.find((one) => one.unit === unit)?.revision ?? undefined
  return staff.as(actor)('POST', `${citation}/${name}`, { units: [{ unit, revision }] })
}

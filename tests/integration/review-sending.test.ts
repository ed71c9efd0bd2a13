import type { TypedUser } from 'payload'
import { beforeAll, describe, expect, test } from 'vitest'
import { withClient } from '../../src/processes/database.mjs'
import type { BelongingDocuments } from '../../src/review/translation-endpoints'
import type { DocumentStatus } from '../../src/units'
import { award, edit, personWith } from '../factories'
import { useDesk } from '../payload'
import { problemIn, useStaff, type Actor } from '../staff'

// Sending to translation, taking back, assigning and asking a reviewer, through REST.

const desk = useDesk()
const staff = useStaff(desk)
let documents: Awaited<ReturnType<typeof award>>
const entry = () => `/api/citations/${documents.citation.id}`

beforeAll(async () => {
  documents = await award(await personWith(desk.payload, ['editor']))
})

const post = (actor: Actor, path: string, body: object) => staff.as(actor)('POST', path, body)
const done = async (response: Response): Promise<DocumentStatus> => {
  expect(response.status, await response.clone().text()).toBe(200)
  return (await response.json()) as DocumentStatus
}
const unitIn = ({ units }: DocumentStatus, name: string) => units.find(({ unit }) => unit === name)
const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)
const rows = async (text: string, values: unknown[] = []) =>
  (await withClient(desk.database.owner, (client) => client.query(text, values))).rows as Record<
    string,
    unknown
  >[]

describe('sending to translation', () => {
  test('an editor sends a document with its day, note and translator, and the log says so', async () => {
    const status = await done(
      await post('editor', `${entry()}/send-to-translation`, {
        languages: ['sv'],
        due: day(5),
        note: 'Mind the rhythm.',
        assignees: { sv: staff.ids.translator },
      }),
    )
    expect(unitIn(status, 'sv')).toMatchObject({
      translation: { by: 'The editor', note: 'Mind the rhythm.' },
      assignee: { id: staff.ids.translator, name: 'The translator' },
      due: day(5),
    })
    expect(unitIn(status, 'de')).toMatchObject({ translation: null, assignee: null, due: null })
    expect(await staff.as('translator')('GET', entry())).toMatchObject({ status: 200 })
    expect(
      await rows(
        `select person, unit, reason, revision is not null as "hasSource" from audit.entries where action = 'sent-to-translation'`,
      ),
    ).toEqual([{ person: staff.ids.editor, unit: 'sv', reason: 'Mind the rhythm.', hasSource: true }])
  })

  test('sending again renews the day and keeps what is not named', async () => {
    const again = await post('editor', `${entry()}/send-to-translation`, { languages: ['sv'], due: day(6) })
    expect(unitIn(await done(again), 'sv')).toMatchObject({
      translation: { note: 'Mind the rhythm.' },
      assignee: { name: 'The translator' },
      due: day(6),
    })
    expect(await rows('select locale from editorial.translation_requests')).toHaveLength(1)
  })

  test('what belongs to an award entry is offered with it, and sent as one', async () => {
    const read = async (path: string) =>
      (await (await staff.as('editor')('GET', `${path}/belonging`)).json()) as BelongingDocuments
    const { documents: found } = await read(entry())
    expect(found.map(({ collection }) => collection)).toEqual(['editions', 'laureates', 'biographies'])
    const ofYear = await read(`/api/editions/${documents.edition.id}`)
    expect(ofYear.documents.map(({ id }) => id)).toEqual([
      documents.citation.id,
      documents.laureate.id,
      documents.biography.id,
    ])
    expect(ofYear.documents[0]).toMatchObject({ title: 'Fjord Prize 2024 · Mira Sand', sent: ['sv'] })
    const also = found.map(({ collection, id }) => ({ collection, id }))
    await done(await post('editor', `${entry()}/send-to-translation`, { languages: ['sv', 'fr'], also }))
    for (const { collection, id } of also)
      expect((await staff.as('translator')('GET', `/api/${collection}/${id}`)).status).toBe(200)
    expect((await staff.as('translator')('GET', `/api/prizes/${documents.prize.id}`)).status).toBe(404)
  })

  test('all of it is sent or nothing', async () => {
    const before = await rows('select id from editorial.translation_requests')
    const also = [{ collection: 'prizes', id: '0192f000-0000-7000-8000-000000000000' }]
    const sent = await post('editor', `${entry()}/send-to-translation`, { languages: ['ar'], also })
    expect(sent.status).toBe(404)
    expect(await rows('select id from editorial.translation_requests')).toEqual(before)
  })

  const refused: [string, Actor, object, number, string][] = [
    ['the source language', 'editor', { languages: ['en'] }, 400, 'not_translated'],
    ['an unknown language', 'editor', { languages: ['xx'] }, 400, 'unknown_language'],
    ['a day that is over', 'editor', { languages: ['de'], due: '2020-01-01' }, 400, 'day_is_past'],
    ['no language', 'editor', { languages: [] }, 400, 'bad_input'],
    ['an unknown key', 'editor', { languages: ['de'], everything: true }, 400, 'bad_input'],
    ['a reviewer, who does not send', 'reviewer', { languages: ['de'] }, 403, 'not_allowed'],
    ['a translator, who does not send', 'translator', { languages: ['de'] }, 403, 'not_allowed'],
    ['a press officer, whose kind it is not', 'press-officer', { languages: ['de'] }, 403, 'not_allowed'],
    ['nobody', 'anonymous', { languages: ['de'] }, 401, 'not_signed_in'],
  ]
  test.each(refused)('is refused: %s', async (...[, actor, body, status, code]) => {
    expect(await problemIn(await post(actor, `${entry()}/send-to-translation`, body))).toMatchObject({
      status,
      code,
    })
  })

  test('is refused to somebody who cannot write that language', async () => {
    const body = { languages: ['de'], assignees: { de: staff.ids.translator } }
    expect(await problemIn(await post('editor', `${entry()}/send-to-translation`, body))).toMatchObject({
      status: 409,
      code: 'cannot_take_it',
    })
  })

  test('there is nothing to send of a glossary, which translators read anyway', async () => {
    const terms = await post('editor', '/api/glossary-terms', { source: 'prize', term: 'prize' })
    const { doc } = (await terms.json()) as { doc: { id: string } }
    const sent = await post('editor', `/api/glossary-terms/${doc.id}/send-to-translation`, {
      languages: ['sv'],
    })
    expect(sent.status).toBe(404)
  })
})

test('what is taken back is gone for its translators, and stays for everybody else', async () => {
  const { base } = (await (
    await staff.as('translator')('GET', `${entry()}?locale=fr&draft=true`)
  ).json()) as { base: object }
  const written = await staff.as('translator')('PATCH', `${entry()}?locale=fr`, {
    motivation: 'pour la mer',
    base,
  })
  expect(written.status, await written.clone().text()).toBe(200)
  await done(await post('editor', `${entry()}/take-from-translation`, { languages: ['fr'] }))
  expect(
    await problemIn(
      await staff.as('translator')('PATCH', `${entry()}?locale=fr`, { motivation: 'pour', base }),
    ),
  ).toMatchObject({ code: 'not_sent' })
  const status = await done(
    await post('editor', `${entry()}/take-from-translation`, { languages: ['sv', 'fr'] }),
  )
  expect(unitIn(status, 'sv')?.translation).toBeNull()
  expect((await staff.as('translator')('GET', entry())).status).toBe(404)
  const french = (await (await staff.as('editor')('GET', `${entry()}?locale=fr&draft=true`)).json()) as object
  expect(french).toMatchObject({ motivation: 'pour la mer' })
  expect(
    await rows(`select unit from audit.entries where action = 'taken-from-translation' order by id`),
  ).toEqual([{ unit: 'fr' }, { unit: 'sv' }])
})

describe('assigning', () => {
  test('a unit goes to somebody who may write or review it, with a day, and back to nobody', async () => {
    const assign = (body: object) => post('editor', `${entry()}/assign`, { units: ['en'], ...body })
    expect(
      unitIn(await done(await assign({ assignee: staff.ids.reviewer, due: day(2) })), 'en'),
    ).toMatchObject({
      assignee: { name: 'The reviewer' },
      due: day(2),
    })
    expect(unitIn(await done(await assign({ assignee: null })), 'en')).toMatchObject({
      assignee: null,
      due: day(2),
    })
    expect(unitIn(await done(await assign({ due: null })), 'en')).toMatchObject({ due: null })
    expect(await problemIn(await assign({ assignee: staff.ids['press-officer'] }))).toMatchObject({
      code: 'cannot_take_it',
    })
    expect(await problemIn(await assign({ assignee: staff.ids.translator }))).toMatchObject({
      code: 'cannot_take_it',
    })
    await desk.payload.update({
      collection: 'users',
      id: staff.ids.reviewer,
      data: { disabled: true },
      overrideAccess: true,
    })
    expect(await problemIn(await assign({ assignee: staff.ids.reviewer }))).toMatchObject({
      code: 'cannot_take_it',
    })
    await desk.payload.update({
      collection: 'users',
      id: staff.ids.reviewer,
      data: { disabled: false },
      overrideAccess: true,
    })
  })

  test('a language that is neither begun nor sent is nobody’s', async () => {
    const assigned = await post('editor', `${entry()}/assign`, { units: ['uk'], due: day(2) })
    expect(await problemIn(assigned)).toMatchObject({ status: 409, code: 'nothing_written' })
  })

  test('a translator assigns nothing', async () => {
    await done(await post('editor', `${entry()}/send-to-translation`, { languages: ['sv'] }))
    const assigned = await post('translator', `${entry()}/assign`, { units: ['sv'], due: day(2) })
    expect(await problemIn(assigned)).toMatchObject({ status: 403, code: 'not_allowed' })
  })

  test('those who may choose see who could do it; the others see no names', async () => {
    const peopleFor = async (actor: Actor) =>
      (
        (await (await staff.as(actor)('GET', `${entry()}/people`)).json()) as {
          people: { name: string; writes: string[] }[]
        }
      ).people
    const seen = await peopleFor('translator')
    expect(seen.find(({ name }) => name === 'The translator')?.writes).toEqual(['sv', 'fr'])
    expect(await peopleFor('admin')).toEqual([])
  })
})

describe('who submits', () => {
  const submit = (actor: Actor, unit: string, reviewer: string) =>
    post(actor, `${entry()}/submit`, { units: [{ unit }], reviewer })

  test('asks somebody to review it, who may', async () => {
    expect(await problemIn(await submit('editor', 'en', staff.ids['press-officer']))).toMatchObject({
      code: 'cannot_take_it',
    })
    const status = await done(await submit('editor', 'en', staff.ids.reviewer))
    expect(unitIn(status, 'en')).toMatchObject({ stage: 'in-review', assignee: { name: 'The reviewer' } })
  })

  test('cannot ask who wrote it', async () => {
    await desk.payload.update({
      collection: 'users',
      id: staff.ids.reviewer,
      data: { roles: ['reviewer', 'editor'] },
      overrideAccess: true,
    })
    const user = (await staff.person('reviewer')) as unknown as TypedUser
    const where = { collection: 'citations', id: documents.citation.id } as const
    await edit({ payload: desk.payload, user }, where, { motivation: 'for the wide sea' })
    expect(await problemIn(await submit('editor', 'en', staff.ids.reviewer))).toMatchObject({
      status: 409,
      code: 'reviewer_wrote',
    })
  })
})

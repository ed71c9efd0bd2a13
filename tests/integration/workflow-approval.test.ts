import { createLocalReq } from 'payload'
import { beforeAll, describe, expect, test } from 'vitest'
import { englishPage } from '../../src/intake/page.fixtures'
import { poolOf } from '../../src/lib/postgres'
import { statusOf } from '../../src/units'
import { approve, draft, edit, personWith, type Actor } from '../factories'
import { openForm, refusalIn, saveForm } from '../forms'
import { useDesk } from '../payload'
import { done, lifeOf, press, prizeBy, publicWords, unitOf, usePeople } from '../workflow'

// An approval is of words. It ends with them, by whatever door they change, and nothing else becomes public.

const desk = useDesk()
const signed = usePeople(desk)
let writer: Actor
beforeAll(async () => {
  writer = await personWith(desk.payload, ['editor'])
})

const sql = (text: string, values: unknown[]) => poolOf(desk.payload).query(text, values)

async function approved(): Promise<string> {
  const id = await prizeBy(signed.editor)
  await done(signed.editor, 'submit', { id })
  await done(signed.reviewer, 'approve', { id })
  return id
}
const publishing = async (id: string, unit = 'en') =>
  refusalIn(await press(signed.officer, 'publish', { id, unit }))

const doors: Record<string, (id: string) => Promise<unknown>> = {
  'the screen': async (id) => {
    const form = await openForm(signed.editor, { collection: 'prizes', id, locale: 'en' })
    form.typed = { name: 'Another Prize' }
    expect((await saveForm(signed.editor, form)).status).toBe(200)
  },
  'a program': async (id) => {
    const { opened } = await openForm(signed.editor, { collection: 'prizes', id, locale: 'en' })
    const body = { name: 'Another Prize', base: opened['base'] }
    expect((await signed.editor.ask('PATCH', `/api/prizes/${id}?locale=en`, body)).status).toBe(200)
  },
  'the Local API': (id) => edit(writer, { collection: 'prizes', id }, { name: 'Another Prize' }),
  'the system': (id) =>
    desk.payload.update({
      collection: 'prizes',
      id,
      locale: 'en',
      data: { name: 'Another Prize' },
      overrideAccess: true,
    }),
  'SQL behind the desk': (id) =>
    sql(
      `update _prizes_v_locales l set version_name = 'Another Prize' from _prizes_v v
        where v.id = l._parent_id and v.parent_id = $1 and v.latest and l._locale = 'en'`,
      [id],
    ),
}

describe('an approval ends with its words', () => {
  test.each(Object.entries(doors))('changed by %s', async (_, change) => {
    const id = await approved()
    await change(id)
    expect(await unitOf(signed.editor, id)).toMatchObject({
      stage: 'writing',
      approval: null,
      ended: { approvedBy: 'The reviewer' },
    })
    expect(await unitOf(signed.editor, id, 'shared')).toMatchObject({ stage: 'approved', ended: null })
    expect(await publishing(id)).toMatchObject({ status: 409, code: 'not_approved' })
    expect(await publicWords(desk, id, 'en')).toBeUndefined()
  })

  test('also where nobody looked between the change and the publishing', async () => {
    const id = await approved()
    await doors['SQL behind the desk']?.(id)
    expect(await publishing(id)).toMatchObject({ status: 409, code: 'not_approved' })
  })

  test('changed by an import of a page', async () => {
    const person = { ...writer.user, roles: ['editor', 'press-officer'] } as unknown as NonNullable<
      Actor['user']
    >
    const answers = { 'award.year': 2019, 'award.prize': 'river-prize', 'award.slug': 'talvik-open-rivers' }
    const read = async (more: object) => {
      const { applyAnswers, findKnown, readPage, saveProposal } = await import('../../src/intake')
      const reading = readPage(englishPage(), {
        known: await findKnown({ payload: desk.payload, user: person }),
      })
      if (!reading.ok) throw new Error(reading.message)
      const applied = applyAnswers(reading, { ...answers, ...more })
      if (!applied.complete) throw new Error(JSON.stringify(applied.errors))
      const req = await createLocalReq({ user: person }, desk.payload)
      return saveProposal({ req, proposal: applied.proposal })
    }
    await draft(writer, 'prizes', { name: 'River Prize', slug: 'river-prize', timeZone: 'Europe/Tallinn' })
    const { created } = await read({})
    const laureates = created.filter(({ collection }) => collection === 'laureates')
    const [mira = { id: '' }, rivers = { id: '' }] = laureates
    const where = { collection: 'laureates', id: mira.id } as const
    await edit(writer, where, { birth: { date: null, place: null, countryNow: null } })
    await approve(writer, [{ ...where, units: ['en'] }])
    const stageNow = async () => {
      const { units } = await statusOf(writer, { ...where, language: 'en' })
      return units.find(({ unit }) => unit === 'shared')
    }
    expect(await stageNow()).toMatchObject({ stage: 'approved' })
    await read({ 'laureates.0.same': mira.id, 'laureates.1.same': rivers.id })
    expect(await stageNow()).toMatchObject({
      stage: 'writing',
      approval: null,
      ended: { approvedBy: 'A reviewer' },
    })
  })

  test('saved again as they are, they stay approved', async () => {
    const id = await approved()
    const before = await lifeOf(desk, id)
    const form = await openForm(signed.editor, { collection: 'prizes', id, locale: 'en' })
    expect((await saveForm(signed.editor, form)).status).toBe(200)
    expect(await lifeOf(desk, id)).toEqual(before)
  })

  test('set back to what was approved, they are approved anew', async () => {
    const id = await approved()
    await edit(writer, { collection: 'prizes', id }, { name: 'Another Prize' })
    await edit(writer, { collection: 'prizes', id }, { name: 'Fjord Prize' })
    expect(await publishing(id)).toMatchObject({ status: 409, code: 'not_approved' })
  })
})

describe('publishing takes exactly the approved words', () => {
  test('of the named language, while newer drafts of other units stay drafts', async () => {
    const id = await approved()
    await edit(writer, { collection: 'prizes', id, locale: 'sv' }, { name: 'Fjordpriset' })
    await done(signed.officer, 'publish', { id, unit: 'en' })
    expect(await publicWords(desk, id, 'sv')).toBeUndefined()
    await edit(writer, { collection: 'prizes', id }, { name: 'A newer name', founded: '1950' })
    await done(signed.editor, 'submit', { id, unit: 'sv' })
    await done(signed.reviewer, 'approve', { id, unit: 'sv' })
    const shared = await publicWords(desk, id, 'shared')
    await done(signed.officer, 'publish', { id, unit: 'sv' })
    expect(await publicWords(desk, id, 'sv')).toMatchObject({ name: 'Fjordpriset' })
    expect(await publicWords(desk, id, 'en')).toMatchObject({ name: 'Fjord Prize' })
    expect(await publicWords(desk, id, 'shared')).toEqual(shared)
    expect(JSON.stringify(shared)).not.toContain('1950')
    expect(await unitOf(signed.editor, id)).toMatchObject({
      stage: 'writing',
      publicState: 'public',
      publicIsOlder: true,
    })
  })

  test('and as they were read: another revision is refused', async () => {
    const id = await approved()
    const { revision } = await unitOf(signed.officer, id, 'shared')
    const wrong = { id, units: [{ unit: 'en', revision: revision ?? '' }] }
    expect(refusalIn(await press(signed.officer, 'publish', wrong))).toMatchObject({ code: 'words_changed' })
  })

  test('what was taken down becomes public again as it was approved', async () => {
    const id = await approved()
    await done(signed.officer, 'publish', { id })
    await done(signed.officer, 'take-down', { id })
    expect(await publicWords(desk, id, 'en')).toBeUndefined()
    await done(signed.officer, 'publish', { id })
    expect(await publicWords(desk, id, 'en')).toMatchObject({ name: 'Fjord Prize' })
  })
})

describe('an approval is of words that were read', () => {
  const reason = 'The announcement is in an hour.'
  const verdicts = [
    ['approve', 'reviewer'],
    ['ask-exception', 'author'],
    ['agree-exception', 'admin'],
  ] as const
  test.each(verdicts)('%s names them', async (verb, who) => {
    const writes = verb === 'approve' ? signed.editor : signed.author
    const id = await prizeBy(writes)
    await done(signed.editor, 'submit', { id })
    if (verb === 'agree-exception') await done(signed.author, 'ask-exception', { id, reason })
    const { revision } = await unitOf(signed[who], id)
    const pressed = (units: { unit: string; revision?: string }[]) =>
      press(signed[who], verb, { id, units, reason })
    const before = await lifeOf(desk, id)
    expect(refusalIn(await pressed([{ unit: 'en' }]))).toMatchObject({
      status: 428,
      code: 'revision_missing',
      message: expect.stringContaining('send its “revision” along'),
    })
    const named = { unit: 'en', revision: revision ?? '' }
    expect(refusalIn(await pressed([named, { unit: 'shared' }]))).toMatchObject({ code: 'revision_missing' })
    expect(await lifeOf(desk, id)).toEqual(before)
    expect((await pressed([named])).status).toBe(200)
  })

  test('words that were swapped since are not approved', async () => {
    const id = await prizeBy(signed.editor)
    await done(signed.editor, 'submit', { id })
    const { revision } = await unitOf(signed.reviewer, id)
    await edit(writer, { collection: 'prizes', id }, { name: 'Another Prize' })
    await done(signed.editor, 'submit', { id, unit: 'en' })
    const before = await lifeOf(desk, id)
    for (const [chosen, code] of [
      [{ unit: 'en', revision: revision ?? '' }, 'words_changed'],
      [{ unit: 'en' }, 'revision_missing'],
    ] as const)
      expect(refusalIn(await press(signed.reviewer, 'approve', { id, units: [chosen] }))).toMatchObject({
        code,
      })
    expect(await lifeOf(desk, id)).toEqual(before)
  })
})

describe('four eyes', () => {
  const reason = 'Nobody else reads this language today.'

  test('whoever wrote does not approve, whatever else they are', async () => {
    for (const name of ['author', 'everything'] as const) {
      const id = await prizeBy(signed[name])
      await done(signed[name], 'submit', { id })
      const before = await lifeOf(desk, id)
      expect(refusalIn(await press(signed[name], 'approve', { id, unit: 'en' })), name).toMatchObject({
        status: 409,
        code: 'wrote_it',
      })
      expect(await lifeOf(desk, id)).toEqual(before)
    }
  })

  test('also when somebody else wrote last; and not for other units', async () => {
    const id = await prizeBy(signed.author)
    await edit(writer, { collection: 'prizes', id }, { name: 'Another Prize' })
    await edit(writer, { collection: 'prizes', id, locale: 'sv' }, { name: 'Fjordpriset' })
    await done(signed.editor, 'submit', { id, units: [{ unit: 'en' }, { unit: 'sv' }] })
    expect(refusalIn(await press(signed.author, 'approve', { id, unit: 'en' }))).toMatchObject({
      code: 'wrote_it',
    })
    expect((await press(signed.author, 'approve', { id, unit: 'sv' })).status).toBe(200)
  })

  test('an approval of another closes what was written before it', async () => {
    const id = await prizeBy(signed.author)
    await done(signed.author, 'submit', { id })
    await done(signed.reviewer, 'approve', { id })
    await edit(writer, { collection: 'prizes', id }, { name: 'Another Prize' })
    await done(signed.editor, 'submit', { id, unit: 'en' })
    expect((await press(signed.author, 'approve', { id, unit: 'en' })).status).toBe(200)
  })

  test('an exception takes a second person, who did not write', async () => {
    const id = await prizeBy(signed.everything)
    await edit(writer, { collection: 'prizes', id }, { name: 'Another Prize' })
    await done(signed.editor, 'submit', { id })
    await done(signed.everything, 'ask-exception', { id, unit: 'en', reason })
    const agree = (person: 'everything' | 'admin' | 'editor') =>
      press(signed[person], 'agree-exception', { id, unit: 'en' })
    expect(refusalIn(await agree('everything'))).toMatchObject({ status: 409, code: 'second_person' })
    expect(refusalIn(await agree('editor'))).toMatchObject({ status: 403, code: 'not_allowed' })
    expect((await agree('admin')).status).toBe(200)
    expect(await unitOf(signed.editor, id)).toMatchObject({
      stage: 'approved',
      approval: { by: 'The everything', second: 'The admin', reason },
    })
  })

  test('nor did the second person write, nor ask', async () => {
    const id = await prizeBy(signed.everything)
    const { user } = await personWith(desk.payload, ['editor'])
    await edit(
      { payload: desk.payload, user: { ...user, id: signed.author.id } },
      { collection: 'prizes', id },
      { name: 'Another' },
    )
    await done(signed.editor, 'submit', { id })
    await done(signed.everything, 'ask-exception', { id, unit: 'en', reason })
    expect(refusalIn(await press(signed.author, 'agree-exception', { id, unit: 'en' }))).toMatchObject({
      status: 409,
      code: 'second_person',
    })
  })

  test('an exception is for the words that it was asked for', async () => {
    const id = await prizeBy(signed.author)
    await done(signed.author, 'submit', { id })
    await done(signed.author, 'ask-exception', { id, unit: 'en', reason })
    await edit(writer, { collection: 'prizes', id }, { name: 'Another Prize' })
    await done(signed.editor, 'submit', { id, unit: 'en' })
    expect(refusalIn(await press(signed.admin, 'agree-exception', { id, unit: 'en' }))).toMatchObject({
      status: 409,
      code: 'no_exception_asked',
    })
  })

  test('who did not write needs none', async () => {
    const id = await prizeBy(signed.editor)
    await done(signed.editor, 'submit', { id })
    expect(
      refusalIn(await press(signed.reviewer, 'ask-exception', { id, unit: 'en', reason })),
    ).toMatchObject({
      status: 409,
      code: 'can_approve',
    })
  })

  test('what must be fixed is fixed first', async () => {
    const id = await prizeBy(signed.editor)
    await done(signed.editor, 'submit', { id })
    await sql(
      `insert into editorial.comments (collection, document_id, unit, text, must_fix, author) values ('prizes', $1, 'en', 'Wrong.', true, $2)`,
      [id, signed.reviewer.id],
    )
    expect(refusalIn(await press(signed.reviewer, 'approve', { id, unit: 'en' }))).toMatchObject({
      status: 409,
      code: 'must_fix_open',
    })
    await sql('update editorial.comments set resolved_by = $2, resolved_at = now() where document_id = $1', [
      id,
      signed.reviewer.id,
    ])
    expect((await press(signed.reviewer, 'approve', { id, unit: 'en' })).status).toBe(200)
  })

  test.each(['en', 'shared'])('what must be fixed after the approval is not published: %s', async (unit) => {
    const id = await approved()
    const at = `/api/prizes/${id}/comments`
    const comment = { unit, text: 'The name is wrong.', mustFix: true }
    const said = await signed.reviewer.ask('POST', at, comment)
    expect(said.status).toBe(200)
    const [thread] = said.body['threads'] as { id: string }[]
    const before = await lifeOf(desk, id)
    // The first language brings the shared facts along.
    expect(await publishing(id)).toMatchObject({ status: 409, code: 'must_fix_open' })
    expect(await lifeOf(desk, id)).toEqual(before)
    const { verbs } = await unitOf(signed.officer, id)
    expect(verbs.find(({ verb }) => verb === 'publish')).toMatchObject({ code: 'must_fix_open' })
    expect((await signed.reviewer.ask('POST', `${at}/${thread?.id}/resolve`)).status).toBe(200)
    expect((await press(signed.officer, 'publish', { id, unit: 'en' })).status).toBe(200)
  })
})

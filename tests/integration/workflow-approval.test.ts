import { createLocalReq } from 'payload'
import { describe, expect, test } from 'vitest'
import { englishPage } from '../../src/intake/page.fixtures'
import { statusOf } from '../../src/units'
import { approve, draft, edit, type Actor } from '../factories'
import { openForm, refusalIn, saveForm } from '../forms'
import { useDesk } from '../payload'
import { approvedPrize, done, lifeOf, press, prizeBy, publicWords, unitOf, useWorkflow } from '../workflow'

// An approval is of words. It ends with them, by whatever door they change, and nothing else becomes public.

const desk = useDesk()
const { signed, local, sql, publishing } = useWorkflow(desk)

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
  'the Local API': (id) => edit(local.writer, { collection: 'prizes', id }, { name: 'Another Prize' }),
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
    const id = await approvedPrize(signed)
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
    const id = await approvedPrize(signed)
    await doors['SQL behind the desk']?.(id)
    expect(await publishing(id)).toMatchObject({ status: 409, code: 'not_approved' })
  })

  test('changed by an import of a page', async () => {
    const person = { ...local.writer.user, roles: ['editor', 'press-officer'] } as unknown as NonNullable<
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
    await draft(local.writer, 'prizes', {
      name: 'River Prize',
      slug: 'river-prize',
      timeZone: 'Europe/Tallinn',
    })
    const { created } = await read({})
    const laureates = created.filter(({ collection }) => collection === 'laureates')
    const [mira = { id: '' }, rivers = { id: '' }] = laureates
    const where = { collection: 'laureates', id: mira.id } as const
    await edit(local.writer, where, { birth: { date: null, place: null, countryNow: null } })
    await approve(local.writer, [{ ...where, units: ['en'] }])
    const stageNow = async () => {
      const { units } = await statusOf(local.writer, { ...where, language: 'en' })
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
    const id = await approvedPrize(signed)
    const before = await lifeOf(desk, id)
    const form = await openForm(signed.editor, { collection: 'prizes', id, locale: 'en' })
    expect((await saveForm(signed.editor, form)).status).toBe(200)
    expect(await lifeOf(desk, id)).toEqual(before)
  })

  test('set back to what was approved, they are approved anew', async () => {
    const id = await approvedPrize(signed)
    await edit(local.writer, { collection: 'prizes', id }, { name: 'Another Prize' })
    await edit(local.writer, { collection: 'prizes', id }, { name: 'Fjord Prize' })
    expect(await publishing(id)).toMatchObject({ status: 409, code: 'not_approved' })
  })
})

describe('publishing takes exactly the approved words', () => {
  test('of the named language, while newer drafts of other units stay drafts', async () => {
    const id = await approvedPrize(signed)
    await edit(local.writer, { collection: 'prizes', id, locale: 'sv' }, { name: 'Fjordpriset' })
    await done(signed.officer, 'publish', { id, unit: 'en' })
    expect(await publicWords(desk, id, 'sv')).toBeUndefined()
    await edit(local.writer, { collection: 'prizes', id }, { name: 'A newer name', founded: '1950' })
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
    const id = await approvedPrize(signed)
    const { revision } = await unitOf(signed.officer, id, 'shared')
    const wrong = { id, units: [{ unit: 'en', revision: revision ?? '' }] }
    expect(refusalIn(await press(signed.officer, 'publish', wrong))).toMatchObject({ code: 'words_changed' })
  })

  test('what was taken down becomes public again as it was approved', async () => {
    const id = await approvedPrize(signed)
    await done(signed.officer, 'publish', { id })
    await done(signed.officer, 'take-down', { id, reason: 'It was wrong.' })
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
    await edit(local.writer, { collection: 'prizes', id }, { name: 'Another Prize' })
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

import { beforeAll, describe, expect, test } from 'vitest'
import { poolOf } from '../../src/lib/postgres'
import { draft, personWith, unique, type Actor } from '../factories'
import { openForm, refusalIn, saveForm, type Doc } from '../forms'
import { useDesk } from '../payload'
import { draftPicture } from '../pictures'
import { signedIn, type Signed } from '../rest-people'
import { picture, sendAll } from '../staff'

// Two people never lose each other's work. Everything goes through REST, as the form of the screens sends it.

const desk = useDesk()
let writer: Actor
let ana: Signed
let tomas: Signed
let swedish: Signed
let arabic: Signed
beforeAll(async () => {
  writer = await personWith(desk.payload, ['editor'])
  ana = await signedIn(desk, { name: 'Ana Ruiz', roles: ['editor'] })
  tomas = await signedIn(desk, { name: 'Tomas Ek', roles: ['editor'] })
  swedish = await signedIn(desk, { name: 'Lina Berg', roles: ['translator'], locales: ['sv'] })
  arabic = await signedIn(desk, { name: 'Samir Haddad', roles: ['translator'], locales: ['ar'] })
})

const laureate = async (data: Doc = {}) => {
  const person = { kind: 'person', knownName: 'Mira Sand', slug: unique('mira'), birth: { date: '1962' } }
  const { id } = await draft(writer, 'laureates', { ...person, ...data })
  await sendAll(desk.payload, { laureates: id }, ['sv', 'ar'])
  return { collection: 'laureates', id }
}

const stored = async (id: string, locale: string): Promise<Doc> =>
  (await openForm(ana, { collection: 'laureates', id, locale })).opened

const birthOf = (doc: Doc) => doc['birth'] as Doc

describe('two translators of one document', () => {
  test(
    'save two languages at the same moment, fifty times, and both keep their texts',
    { timeout: 180_000 },
    async () => {
      const documents = await Promise.all(Array.from({ length: 50 }, () => laureate()))
      const pairs = documents.map(async (where, index) => {
        const forms = await Promise.all([
          openForm(swedish, { ...where, locale: 'sv' }),
          openForm(arabic, { ...where, locale: 'ar' }),
        ])
        forms[0].typed = { knownName: `Mira på svenska ${index}`, fullName: `Mira Maria ${index}` }
        forms[1].typed = { knownName: `ميرا ${index}`, education: `درست ${index}` }
        return { where, forms, index }
      })
      const opened = await Promise.all(pairs)
      const answers = await Promise.all(
        opened.flatMap(({ forms }) => [saveForm(swedish, forms[0]), saveForm(arabic, forms[1])]),
      )
      expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 100 }, () => 200))
      for (const { where, index } of opened) {
        expect(await stored(where.id, 'sv')).toMatchObject({
          knownName: `Mira på svenska ${index}`,
          fullName: `Mira Maria ${index}`,
        })
        expect(await stored(where.id, 'ar')).toMatchObject({
          knownName: `ميرا ${index}`,
          education: `درست ${index}`,
        })
        expect(await stored(where.id, 'en')).toMatchObject({ knownName: 'Mira Sand' })
      }
    },
  )

  test('who did not touch the shared facts neither collides with a change of them nor sets it back', async () => {
    const where = await laureate({ variants: [{ value: 'M. Sand' }] })
    const theirs = await openForm(swedish, { ...where, locale: 'sv' })
    const facts = await openForm(ana, { ...where, locale: 'en' })
    facts.typed = {
      birth: { ...birthOf(facts.opened), date: '1963-09-25' },
      variants: [{ value: 'M. Sand' }, { value: 'Myra Sand' }],
    }
    expect((await saveForm(ana, facts)).status).toBe(200)
    // The form of the translator still holds the old facts, and sends them.
    theirs.typed = { knownName: 'Mira' }
    expect((await saveForm(swedish, theirs)).status).toBe(200)
    const now = await stored(where.id, 'en')
    expect(birthOf(now)['date']).toBe('1963-09-25')
    expect(now['variants']).toMatchObject([{ value: 'M. Sand' }, { value: 'Myra Sand' }])
    expect(theirs.opened).toMatchObject({ birth: { date: '1963-09-25' }, knownName: 'Mira' })
  })
})

describe('two people in one language', () => {
  test('the second is refused with what changed, and nothing of the first is lost', async () => {
    const where = { ...(await laureate()), locale: 'en' }
    const [first, second] = await Promise.all([openForm(ana, where), openForm(tomas, where)])
    first.typed = { fullName: 'Mira Ana Sand' }
    expect((await saveForm(ana, first)).status).toBe(200)
    second.typed = { fullName: 'Mira Tomasina Sand' }
    const { en: base } = second.opened['base'] as Record<string, string>
    const { en: current } = first.opened['base'] as Record<string, string>
    const refused = refusalIn(await saveForm(tomas, second))
    expect(refused).toMatchObject({ status: 409, code: 'stale', details: { of: 'en', base, current } })
    expect(refused['message']).toContain('English – somebody else saved while you were writing')
    expect(await stored(where.id, 'en')).toMatchObject({ fullName: 'Mira Ana Sand' })
  })

  test('of two that save at the same moment, exactly one is accepted, and its words stay', async () => {
    for (let round = 0; round < 10; round++) {
      const where = { ...(await laureate()), locale: 'en' }
      const forms = await Promise.all([openForm(ana, where), openForm(tomas, where)])
      forms[0].typed = { fullName: 'From Ana' }
      forms[1].typed = { fullName: 'From Tomas' }
      const answers = await Promise.all([saveForm(ana, forms[0]), saveForm(tomas, forms[1])])
      expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200, 409]))
      const winner = answers[0].status === 200 ? 'From Ana' : 'From Tomas'
      expect(await stored(where.id, 'en')).toMatchObject({ fullName: winner })
    }
  })

  test('who changed another field is refused too: nothing is put together unseen', async () => {
    const where = { ...(await laureate()), locale: 'en' }
    const [first, second] = await Promise.all([openForm(ana, where), openForm(tomas, where)])
    first.typed = { fullName: 'Mira Ana Sand' }
    second.typed = { sortKey: 'Sand, Mira' }
    await saveForm(ana, first)
    expect(refusalIn(await saveForm(tomas, second))).toMatchObject({ status: 409, code: 'stale' })
    expect(await stored(where.id, 'en')).toMatchObject({ fullName: 'Mira Ana Sand', sortKey: null })
  })

  test('the same holds for the shared facts, whatever the language of the form', async () => {
    const where = await laureate()
    const inEnglish = await openForm(ana, { ...where, locale: 'en' })
    const inSwedish = await openForm(tomas, { ...where, locale: 'sv' })
    inEnglish.typed = { birth: { ...birthOf(inEnglish.opened), date: '1963' } }
    inSwedish.typed = { birth: { ...birthOf(inSwedish.opened), date: '1964' }, knownName: 'Mira' }
    await saveForm(ana, inEnglish)
    expect(refusalIn(await saveForm(tomas, inSwedish))).toMatchObject({
      code: 'stale',
      details: { of: 'shared' },
    })
    // All or nothing: the Swedish of the refused form is not saved either.
    const now = await stored(where.id, 'sv')
    expect([now['knownName'] ?? null, birthOf(now)['date']]).toEqual([null, '1963'])
  })

  test('the same words of two people are no conflict', async () => {
    const where = { ...(await laureate()), locale: 'en' }
    const forms = await Promise.all([openForm(ana, where), openForm(tomas, where)])
    for (const form of forms) form.typed = { fullName: 'Mira Maria Sand' }
    expect((await saveForm(ana, forms[0])).status).toBe(200)
    expect((await saveForm(tomas, forms[1])).status).toBe(200)
  })

  test('who saves with the revision that the refusal names is accepted', async () => {
    const where = { ...(await laureate()), locale: 'en' }
    const [first, second] = await Promise.all([openForm(ana, where), openForm(tomas, where)])
    first.typed = { fullName: 'Mira Ana Sand' }
    await saveForm(ana, first)
    second.typed = { fullName: 'Mira Tomasina Sand' }
    const { details } = refusalIn(await saveForm(tomas, second)) as { details: { current: string } }
    second.typed['base'] = { ...(second.opened['base'] as Doc), en: details.current }
    expect((await saveForm(tomas, second)).status).toBe(200)
    expect(await stored(where.id, 'en')).toMatchObject({ fullName: 'Mira Tomasina Sand' })
  })
})

describe('what is in no revision', () => {
  const atRisk = async (id: string) => {
    const { atRisk: isSo, atRiskNote } = await stored(id, 'en')
    return { isSo, atRiskNote }
  }

  test('a note for colleagues is not set back by a form that was opened before', async () => {
    const where = { ...(await laureate()), locale: 'en' }
    const [first, second] = await Promise.all([openForm(ana, where), openForm(tomas, where)])
    const translating = await openForm(swedish, { ...where, locale: 'sv' })
    first.typed = { atRisk: true, atRiskNote: 'No photographs.' }
    expect((await saveForm(ana, first)).status).toBe(200)
    second.typed = { fullName: 'Mira Maria Sand' }
    translating.typed = { fullName: 'Mira Maria' }
    expect((await saveForm(tomas, second)).status).toBe(200)
    expect((await saveForm(swedish, translating)).status).toBe(200)
    expect(await atRisk(where.id)).toEqual({ isSo: true, atRiskNote: 'No photographs.' })
    expect(second.opened).toMatchObject({ atRisk: true })
  })

  test('and two who write it at once are told', async () => {
    const where = { ...(await laureate()), locale: 'en' }
    const [first, second] = await Promise.all([openForm(ana, where), openForm(tomas, where)])
    first.typed = { atRiskNote: 'No photographs.' }
    second.typed = { atRiskNote: 'No names of children.' }
    await saveForm(ana, first)
    expect(refusalIn(await saveForm(tomas, second))).toMatchObject({
      status: 409,
      code: 'stale',
      details: { of: 'inside' },
    })
    expect(await atRisk(where.id)).toMatchObject({ atRiskNote: 'No photographs.' })
  })

  test('whoever may not read a note learns nothing of it by writing', async () => {
    const where = { ...(await laureate({ atRisk: true })), locale: 'sv' }
    const form = await openForm(swedish, where)
    expect(JSON.stringify(form.opened)).not.toContain('atRisk')
    for (const isSo of [true, false]) {
      form.typed = { atRisk: isSo }
      const { status } = await saveForm(swedish, form)
      expect(status, String(isSo)).toBe(isSo ? 403 : 200)
    }
    expect(await atRisk(where.id)).toMatchObject({ isSo: true })
  })

  test('a picture that was replaced meanwhile is neither lost nor described by the old file', async () => {
    const { id } = await draftPicture(writer)
    const where = { collection: 'media', id, locale: 'en' }
    const [first, second] = await Promise.all([openForm(ana, where), openForm(tomas, where)])
    const send = async (form: typeof first, person: Signed, name: string) => {
      const sent = new FormData()
      sent.set('_payload', JSON.stringify({ ...form.opened, ...form.typed }))
      const { data, mimetype } = await picture()
      sent.set('file', new File([new Uint8Array(data)], name, { type: mimetype }))
      return person.ask('PATCH', `/api/media/${id}?locale=en&draft=true`, sent)
    }
    expect((await send(first, ana, 'from-ana.png')).status).toBe(200)
    const replaced = await openForm(ana, where)
    expect(refusalIn(await send(second, tomas, 'from-tomas.png'))).toMatchObject({ code: 'stale' })
    // These words are about the former picture.
    second.typed = { alt: 'A portrait of Mira' }
    expect(refusalIn(await saveForm(tomas, second))).toMatchObject({ code: 'stale' })
    const third = await openForm(tomas, where)
    expect(third.opened).toMatchObject({ alt: 'A portrait' })
    third.typed = second.typed
    expect((await saveForm(tomas, third)).status).toBe(200)
    const { filename, url, updatedAt: _at, ...now } = (await openForm(ana, where)).opened
    expect({ filename, url }).toEqual({
      filename: replaced.opened['filename'],
      url: replaced.opened['url'],
    })
    // It is called by chance, not as Ana called it.
    expect(filename).not.toBe(first.opened['filename'])
    expect(now).toMatchObject({ alt: 'A portrait of Mira' })
  })

  test('the name and the kind of a file come from the file alone', async () => {
    const { id } = await draftPicture(writer)
    const form = await openForm(ana, { collection: 'media', id, locale: 'en' })
    const { filename, mimeType, filesize } = form.opened
    form.typed = { filename: 'other.png', mimeType: 'text/html', filesize: 1 }
    expect((await saveForm(ana, form)).status).toBe(200)
    expect(form.opened).toMatchObject({ filename, mimeType, filesize })
  })
})

describe('what a write started from', () => {
  test('it is never newer than the words that are read with it', async () => {
    const where = { ...(await laureate()), locale: 'en' }
    const rounds = Array.from({ length: 25 }, (_, round) => `Round ${round}`)
    const form = await openForm(ana, where)
    for (const fullName of rounds) {
      form.typed = { fullName }
      const [saved, ...readings] = await Promise.all([
        saveForm(ana, form),
        ...Array.from({ length: 6 }, () => openForm(tomas, where)),
      ])
      expect(saved.status).toBe(200)
      for (const { opened } of readings) {
        const { en } = opened['base'] as Record<string, string>
        const { rows } = await poolOf(desk.payload).query<{ name: string | null }>(
          `select "values" ->> 'fullName' as name from editorial.revisions where id = $1`,
          [en],
        )
        const [base, shown] = [rows[0]?.name, opened['fullName']].map((name) => rounds.indexOf(String(name)))
        expect(base).toBeLessThanOrEqual(shown ?? -1)
      }
    }
  })

  test('a program that does not say so is refused where it would change what is there', async () => {
    const { id } = await laureate()
    const blind = (data: Doc) => ana.ask('PATCH', `/api/laureates/${id}?locale=en`, data)
    expect(refusalIn(await blind({ knownName: 'Another' }))).toMatchObject({
      status: 428,
      code: 'base_missing',
    })
    expect((await blind({ knownName: 'Mira Sand' })).status).toBe(200)
  })

  test('a revision of another document, of another unit, or none is no start', async () => {
    const [{ id }, other] = await Promise.all([laureate(), laureate({ knownName: 'Other' })])
    const own = (await stored(id, 'en'))['base'] as Record<string, string>
    const foreign = (await stored(other.id, 'en'))['base'] as Record<string, string>
    for (const en of [foreign['en'], own['shared'], 'none', 17, null, {}]) {
      const answer = await ana.ask('PATCH', `/api/laureates/${id}?locale=en`, {
        base: { ...own, en },
        knownName: 'Another',
      })
      expect(refusalIn(answer), JSON.stringify(en)).toMatchObject({ status: 409, code: 'stale' })
    }
    expect(await stored(id, 'en')).toMatchObject({ knownName: 'Mira Sand' })
  })
})

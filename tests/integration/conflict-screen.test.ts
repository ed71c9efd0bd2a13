import { beforeAll, describe, expect, test } from 'vitest'
import type { Comparison } from '../../src/admin/conflict/compare'
import { draft, edit, personWith, unique, type Actor } from '../factories'
import { openForm, refusalIn, saveForm, type Doc, type Form } from '../forms'
import { useDesk } from '../payload'
import { signedIn, type Signed } from '../rest-people'
import { sendAll } from '../staff'

// What the screen of conflicts is told: both versions field by field, and what to name when saving.

const desk = useDesk()
let author: Actor
let ana: Signed
let tomas: Signed
let lina: Signed
beforeAll(async () => {
  author = await personWith(desk.payload, ['editor'])
  ana = await signedIn(desk, { name: 'Ana Ruiz', roles: ['editor'] })
  tomas = await signedIn(desk, { name: 'Tomas Ek', roles: ['editor'] })
  lina = await signedIn(desk, { name: 'Lina Berg', roles: ['translator'], locales: ['sv'] })
})

const laureate = async (data: Doc = {}) => {
  const person = { kind: 'person', knownName: 'Mira Sand', slug: unique('mira'), fullName: 'Mira Maria' }
  const { id } = await draft(author, 'laureates', { ...person, ...data })
  return { collection: 'laureates' as const, id }
}

async function compare(who: Signed, { collection, id, locale, opened, typed }: Form) {
  const { base, ...data } = { ...opened, ...typed }
  return who.ask('POST', `/api/${collection}/${id}/compare`, { locale, base, data })
}
const comparisonOf = async (who: Signed, form: Form): Promise<Comparison> =>
  (await compare(who, form)).body as unknown as Comparison
const statesIn = ({ units }: Comparison) =>
  Object.fromEntries(
    units.map(({ unit, fields }) => [unit, Object.fromEntries(fields.map((one) => [one.path, one.state]))]),
  )

describe('comparing', () => {
  test('tells who changed which field, who alone, and who the other is', async () => {
    const where = { ...(await laureate({ birth: { date: '1962' } })), locale: 'en' }
    const [theirs, mine] = [await openForm(ana, where), await openForm(tomas, where)]
    theirs.typed = {
      fullName: 'Mira Ana Sand',
      givenName: 'Mira',
      sortKey: 'Sand',
      variants: [{ value: 'M. Sand' }],
      atRisk: true,
    }
    mine.typed = {
      fullName: 'Mira Tomasina Sand',
      familyName: 'Sand',
      sortKey: 'Sand',
      birth: { ...(mine.opened['birth'] as Doc), date: '1963' },
      atRiskNote: 'No photographs.',
    }
    expect((await saveForm(ana, theirs)).status).toBe(200)
    const found = await comparisonOf(tomas, mine)
    expect(statesIn(found)).toEqual({
      shared: { variants: 'theirs', 'birth.date': 'mine' },
      en: { fullName: 'conflict', givenName: 'theirs', familyName: 'mine', sortKey: 'both-same' },
      inside: { atRisk: 'theirs', atRiskNote: 'mine' },
    })
    expect(found.units.map(({ by }) => by)).toEqual([['Ana Ruiz'], ['Ana Ruiz'], []])
    const name = found.units[1]?.fields.find(({ path }) => path === 'fullName')
    expect(JSON.stringify(name?.mine)).toContain('Tomasina')
    expect(JSON.stringify(name?.theirs)).toContain('Ana')
  })

  test('and a save that names what was compared with is accepted; what was left out stays theirs', async () => {
    const where = { ...(await laureate()), locale: 'en' }
    const [theirs, mine] = [await openForm(ana, where), await openForm(tomas, where)]
    theirs.typed = { fullName: 'Mira Ana Sand', givenName: 'Mira' }
    mine.typed = { fullName: 'Mira Tomasina Sand' }
    await saveForm(ana, theirs)
    expect(refusalIn(await saveForm(tomas, mine))).toMatchObject({ code: 'stale' })
    const { base } = await comparisonOf(tomas, mine)
    const merged = { fullName: 'Mira Tomasina Sand', base, _status: 'draft' }
    const saved = await tomas.ask('PATCH', `/api/laureates/${where.id}?locale=en&draft=true`, merged)
    expect(saved.status).toBe(200)
    expect((await openForm(ana, where)).opened).toMatchObject({
      fullName: 'Mira Tomasina Sand',
      givenName: 'Mira',
    })
  })

  test('names linked documents by their titles', async () => {
    const contact = (name: string) => draft(author, 'press-contacts', { name, desk: 'media' })
    const [first, second] = [await contact('Ada Press'), await contact('Bo Press')]
    const prize = await draft(author, 'prizes', {
      name: 'Fjord Prize',
      slug: unique('fjord'),
      timeZone: 'Europe/Oslo',
    })
    const data = { prize: prize.id, year: 2022, status: 'announced' }
    const where = { collection: 'editions', ...(await draft(author, 'editions', data)), locale: 'en' }
    const [theirs, mine] = [await openForm(ana, where), await openForm(tomas, where)]
    theirs.typed = { defaultContacts: [first.id] }
    mine.typed = { defaultContacts: [second.id] }
    await saveForm(ana, theirs)
    const found = await comparisonOf(tomas, mine)
    expect(statesIn(found)).toEqual({ shared: { defaultContacts: 'conflict' } })
    const [field] = found.units[0]?.fields ?? []
    expect(field?.theirs.parts).toEqual([{ kind: 'added', text: 'Ada Press' }])
    expect(field?.mine.parts).toEqual([{ kind: 'added', text: 'Bo Press' }])
  })

  test('writes nothing', async () => {
    const where = { ...(await laureate()), locale: 'en' as const }
    const form = await openForm(ana, where)
    await edit(author, where, { fullName: 'Changed' })
    const before = (await openForm(tomas, where)).opened
    form.typed = { fullName: 'Mine' }
    expect((await compare(ana, form)).status).toBe(200)
    expect((await openForm(tomas, where)).opened).toEqual(before)
  })
})

describe('who compares', () => {
  test('is told nothing of a document that they may not read', async () => {
    const where = { ...(await laureate()), locale: 'sv' }
    const form: Form = { ...where, opened: { base: {} }, typed: {} }
    expect((await compare(lina, form)).status).toBe(404)
    await sendAll(desk.payload, { laureates: where.id }, ['sv'])
    expect((await compare(lina, form)).status).toBe(200)
  })

  test('a translator sees no words of another language, and no notes for colleagues', async () => {
    const where = await laureate({ atRisk: true, atRiskNote: 'CANARY-note' })
    await sendAll(desk.payload, { laureates: where.id }, ['sv'])
    await edit(author, { ...where, locale: 'de' }, { knownName: 'CANARY-german' })
    const base = { inside: { atRisk: false, atRiskNote: 'guess' } }
    const typed = { atRisk: true, atRiskNote: 'CANARY' }
    for (const locale of ['de', 'sv']) {
      const { status, body } = await compare(lina, { ...where, locale, opened: { base }, typed })
      expect(status).toBe(200)
      expect(JSON.stringify(body)).not.toContain('CANARY-')
      expect((body as unknown as Comparison).units.map(({ unit }) => unit)).toEqual(['shared'])
    }
  })

  test('what is no form is refused', async () => {
    const { id } = await laureate()
    for (const body of [{}, { locale: 'xx', base: {}, data: {} }, { locale: 'en', base: [], data: {} }])
      expect((await ana.ask('POST', `/api/laureates/${id}/compare`, body)).status).toBe(400)
  })
})

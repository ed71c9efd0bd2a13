import { beforeAll, describe, expect, test } from 'vitest'
import { poolOf } from '../../src/lib/postgres'
import { readUnits } from '../../src/units'
import { approve, draft, edit, personWith, publish, unique, type Actor } from '../factories'
import { openForm, refusalIn, saveForm, type Doc } from '../forms'
import { useDesk } from '../payload'
import { draftPicture, replacePicture } from '../pictures'
import { signedIn, type Signed } from '../rest-people'
import { sendAll } from '../staff'

// "Bring this back": one unit of one revision becomes the newest draft of that unit, and nothing else happens.

const desk = useDesk()
let author: Actor
let ana: Signed
let translator: Signed
let reviewer: Signed
beforeAll(async () => {
  author = await personWith(desk.payload, ['editor', 'press-officer'])
  ana = await signedIn(desk, { name: 'Ana Ruiz', roles: ['editor'] })
  translator = await signedIn(desk, { name: 'Lina Berg', roles: ['translator'], locales: ['sv'] })
  reviewer = await signedIn(desk, { name: 'Rolf Sand', roles: ['reviewer'] })
})

const laureate = async (data: Doc = {}) => {
  const person = { kind: 'person', knownName: 'Mira Sand', slug: unique('mira') }
  const { id } = await draft(author, 'laureates', { ...person, ...data })
  await sendAll(desk.payload, { laureates: id }, ['sv'])
  return { collection: 'laureates' as const, id }
}

const unitsOf = async (where: { collection: string; id: string }) => readUnits(poolOf(desk.payload), where)
const current = async (where: { collection: string; id: string }, unit: string) => {
  const row = (await unitsOf(where)).get(unit)
  if (!row) throw new Error(`No ${unit}.`)
  return { ...row.revision, stage: row.stage, approval: row.approval }
}
type Order = { unit: string; revision: string; current?: string }
const restore = (who: Signed, { collection, id }: { collection: string; id: string }, order: Order) =>
  who.ask('POST', `/api/${collection}/${id}/restore`, order)

describe('bringing back', () => {
  test('empties what was not there, brings back what was, and names where it is from', async () => {
    const where = await laureate({ variants: [{ value: 'M. Sand' }], sameAs: { wikidata: 'Q42' } })
    const first = await current(where, 'shared')
    await edit(author, where, {
      birth: { date: '1962' },
      sameAs: { wikidata: null },
      variants: [{ value: 'Myra Sand' }, { value: 'Mirra Sand' }],
    })
    const second = await current(where, 'shared')
    expect(await restore(ana, where, { unit: 'shared', revision: first.id })).toMatchObject({ status: 200 })
    const now = await current(where, 'shared')
    expect(now).toMatchObject({
      values: first.values,
      valuesHash: first.valuesHash,
      restoredFrom: first.id,
      author: ana.id,
      number: second.number + 1,
      stage: 'writing',
    })
    const { rows } = await poolOf(desk.payload).query('select door from editorial.revisions where id = $1', [
      now.id,
    ])
    expect(rows).toEqual([{ door: 'restored' }])
    const { opened } = await openForm(ana, { ...where, locale: 'en' })
    expect(opened).toMatchObject({
      birth: { date: null },
      sameAs: { wikidata: 'Q42' },
      variants: [{ value: 'M. Sand' }],
      knownName: 'Mira Sand',
    })
  })

  test('brings back rich text and empties it', async () => {
    const made = await documentsWithProse()
    const before = await current(made, 'en')
    await edit(author, made, { long: null })
    const empty = await current(made, 'en')
    expect((await restore(ana, made, { unit: 'en', revision: before.id })).status).toBe(200)
    expect((await current(made, 'en')).values).toEqual(before.values)
    expect((await restore(ana, made, { unit: 'en', revision: empty.id })).status).toBe(200)
    expect((await current(made, 'en')).values).toEqual(empty.values)
  })

  test('touches no other unit', async () => {
    const where = await laureate()
    await edit(author, { ...where, locale: 'sv' }, { knownName: 'Mira på svenska' })
    const english = await current(where, 'en')
    await edit(author, { ...where, locale: 'en' }, { knownName: 'Mira M. Sand', birth: { date: '1962' } })
    const [shared, swedish] = [await current(where, 'shared'), await current(where, 'sv')]
    expect((await restore(ana, where, { unit: 'en', revision: english.id })).status).toBe(200)
    expect(await current(where, 'en')).toMatchObject({ values: english.values })
    expect(await current(where, 'shared')).toEqual(shared)
    expect(await current(where, 'sv')).toEqual(swedish)
  })

  test('ends the approval and publishes nothing', async () => {
    const where = await laureate()
    const before = await current(where, 'en')
    await edit(author, { ...where, locale: 'en' }, { knownName: 'Mira M. Sand' })
    await publish(author, [{ ...where, units: ['en'] }])
    const world = async () =>
      (await poolOf(desk.payload).query('select * from published.current where document_id = $1', [where.id]))
        .rows
    const seen = await world()
    expect(seen.length).toBeGreaterThan(0)
    expect((await restore(ana, where, { unit: 'en', revision: before.id })).status).toBe(200)
    expect(await world()).toEqual(seen)
    expect(await current(where, 'en')).toMatchObject({ stage: 'writing', approval: null })
  })

  test('is refused while somebody else has changed the words since', async () => {
    const where = await laureate()
    const first = await current(where, 'en')
    await edit(author, { ...where, locale: 'en' }, { fullName: 'Two' })
    const second = await current(where, 'en')
    await edit(author, { ...where, locale: 'en' }, { fullName: 'Three' })
    const order = { unit: 'en', revision: first.id, current: second.id }
    expect(refusalIn(await restore(ana, where, order))).toMatchObject({ status: 409, code: 'words_changed' })
    expect(await current(where, 'en')).toMatchObject({ values: { fullName: 'Three' } })
  })

  test('of what is there already is refused', async () => {
    const where = await laureate()
    const { id: revision } = await current(where, 'en')
    expect(refusalIn(await restore(ana, where, { unit: 'en', revision }))).toMatchObject({
      code: 'already_current',
    })
  })

  test('refuses a web address that somebody else uses by now, in words', async () => {
    const where = await laureate({ slug: 'the-old-address' })
    const first = await current(where, 'shared')
    await edit(author, where, { slug: unique('new-address') })
    await laureate({ slug: 'the-old-address' })
    const refused = refusalIn(await restore(ana, where, { unit: 'shared', revision: first.id }))
    expect(refused).toMatchObject({ status: 409, code: 'slug_taken' })
    expect(refused['message']).toContain('the-old-address')
  })

  test('refuses a link to what was deleted since, naming the field', async () => {
    const { id: contact } = await draft(author, 'press-contacts', { name: 'Ada Press', desk: 'media' })
    const prize = await draft(author, 'prizes', {
      name: 'Fjord Prize',
      slug: unique('fjord'),
      timeZone: 'Europe/Oslo',
    })
    const edition = { prize: prize.id, year: 2024, status: 'announced', defaultContacts: [contact] }
    const where = { collection: 'editions' as const, ...(await draft(author, 'editions', edition)) }
    const first = await current(where, 'shared')
    await edit(author, where, { defaultContacts: [] })
    await desk.payload.delete({ collection: 'press-contacts', id: contact, overrideAccess: true })
    const refused = refusalIn(await restore(ana, where, { unit: 'shared', revision: first.id }))
    expect(refused['status']).toBe(400)
    expect(refused['message']).toMatch(/does not exist/)
  })

  test('does not bring back a file that was replaced', async () => {
    const { id } = await draftPicture(author, { credit: 'First' })
    const where = { collection: 'media', id }
    const first = await current(where, 'shared')
    await edit(author, { collection: 'media', id }, { credit: 'Second' })
    expect((await restore(ana, where, { unit: 'shared', revision: first.id })).status).toBe(200)
    expect((await current(where, 'shared')).values).toEqual(first.values)
    await replacePicture(author, id)
    expect(refusalIn(await restore(ana, where, { unit: 'shared', revision: first.id }))).toMatchObject({
      status: 409,
      code: 'file_replaced',
    })
  })
})

async function documentsWithProse() {
  const root = (text: string) => ({
    root: {
      type: 'root',
      direction: 'ltr',
      format: '',
      indent: 0,
      version: 1,
      children: [
        {
          type: 'paragraph',
          direction: 'ltr',
          format: '',
          indent: 0,
          version: 1,
          textFormat: 0,
          children: [{ type: 'text', text, format: 1, detail: 0, mode: 'normal', style: '', version: 1 }],
        },
      ],
    },
  })
  const prize = await draft(author, 'prizes', {
    name: 'Fjord Prize',
    slug: unique('fjord'),
    timeZone: 'Europe/Oslo',
  })
  const edition = await draft(author, 'editions', { prize: prize.id, year: 2023, status: 'announced' })
  const person = await laureate()
  const citation = await draft(author, 'citations', {
    edition: edition.id,
    laureates: [person.id],
    slug: unique('mira'),
    motivation: 'for the sea',
  })
  const { id } = await draft(author, 'biographies', { citation: citation.id, long: root('The first life') })
  return { collection: 'biographies' as const, id }
}

describe('who brings back', () => {
  test('a translator does so in the own languages only', async () => {
    const where = await laureate()
    const mine = await openForm(translator, { ...where, locale: 'sv' })
    for (const knownName of ['Ett', 'Två']) {
      mine.typed = { knownName }
      expect((await saveForm(translator, mine)).status).toBe(200)
    }
    const { rows } = await poolOf(desk.payload).query<{ id: string }>(
      `select id from editorial.revisions where document_id = $1 and unit = 'sv' order by number`,
      [where.id],
    )
    expect((await restore(translator, where, { unit: 'sv', revision: rows[0]?.id ?? '' })).status).toBe(200)
    expect(await current(where, 'sv')).toMatchObject({ values: { knownName: 'Ett' }, author: translator.id })

    await edit(author, { ...where, locale: 'de' }, { knownName: 'Eins' })
    const german = await current(where, 'de')
    await edit(author, { ...where, locale: 'de' }, { knownName: 'Zwei' })
    const english = await current(where, 'en')
    const shared = await current(where, 'shared')
    await edit(author, { ...where, locale: 'en' }, { knownName: 'Two', birth: { date: '1962' } })
    for (const [unit, { id: revision }] of Object.entries({ de: german, en: english, shared })) {
      const refused = refusalIn(await restore(translator, where, { unit, revision }))
      expect(refused, unit).toMatchObject({ status: 403, code: 'not_assigned' })
    }
  })

  test('a reviewer does not', async () => {
    const where = await laureate()
    const { id: revision } = await current(where, 'en')
    await edit(author, { ...where, locale: 'en' }, { knownName: 'Two' })
    expect(refusalIn(await restore(reviewer, where, { unit: 'en', revision }))).toMatchObject({
      status: 403,
      code: 'not_allowed',
    })
  })

  test('nobody does with a revision of another document, another unit, or none', async () => {
    const [where, other] = [await laureate(), await laureate({ knownName: 'Other' })]
    await edit(author, { ...where, locale: 'sv' }, { knownName: 'Mira på svenska' })
    await edit(author, { ...where, locale: 'en' }, { knownName: 'Two' })
    const foreign = await current(other, 'en')
    const swedish = await current(where, 'sv')
    for (const revision of [foreign.id, swedish.id, '01a224d9-6d1f-724f-9994-345a76f11460']) {
      expect(refusalIn(await restore(ana, where, { unit: 'en', revision })), revision).toMatchObject({
        status: 404,
        code: 'not_found',
      })
    }
    expect((await restore(ana, where, { unit: 'en', revision: 'none' })).status).toBe(400)
    expect((await restore(ana, where, { unit: 'xx', revision: foreign.id })).status).toBe(400)
    expect(await current(where, 'en')).toMatchObject({ values: { knownName: 'Two' } })
  })

  test('an approval of what was restored is an approval like every other', async () => {
    const where = await laureate()
    const { id: revision } = await current(where, 'en')
    await edit(author, { ...where, locale: 'en' }, { knownName: 'Two' })
    await restore(ana, where, { unit: 'en', revision })
    await approve(author, [{ ...where, units: ['en'] }])
    expect(await current(where, 'en')).toMatchObject({
      stage: 'approved',
      values: { knownName: 'Mira Sand' },
    })
  })
})

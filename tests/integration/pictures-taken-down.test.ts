import { beforeAll, describe, expect, test } from 'vitest'
import type { PressKit, Resource } from '../../src/contract'
import { poolOf } from '../../src/lib/postgres'
import { publishNow, takeDown } from '../../src/releases'
import { paragraph, richText } from '../../src/rich-text'
import { statusOf, type UnitStatus } from '../../src/units'
import { usePublicSide } from '../delivery'
import { approve, award, draft, edit, personWith, publish, targetsOf, unique, type Actor } from '../factories'
import { refusalIn } from '../forms'
import { useDesk } from '../payload'
import { draftPicture } from '../pictures'
import { usePeople } from '../workflow'

// A right is withdrawn at seven in the morning: one press, one reason, and the picture is nowhere. What showed it stays
// public without it.

const desk = useDesk()
const side = usePublicSide(desk)
const signed = usePeople(desk)
let officer: Actor

beforeAll(async () => {
  officer = await personWith(desk.payload, ['editor', 'press-officer'])
})

const reason = 'The photographer withdrew the right.'

/** A public picture that a laureate and a press release show, in two languages. */
async function shownPicture() {
  const portrait = await draftPicture(officer, { alt: 'Mira-7f3 at sea', credit: 'Photo: Withdrawn-7f3' })
  await edit(officer, { collection: 'media', id: portrait.id, locale: 'sv' }, { alt: 'Mira-7f3 till sjöss' })
  const documents = await award(officer, { portrait: portrait.id })
  const { laureate, citation, edition } = documents
  await edit(officer, { collection: 'laureates', id: laureate.id, locale: 'sv' }, { knownName: 'Mira Sånd' })
  const release = await draft(officer, 'press-releases', {
    edition: edition.id,
    title: 'A prize for the sea',
    slug: unique('sea'),
    type: 'announcement',
    body: richText([paragraph('All of it.')]),
    citations: [citation.id],
    attachments: [portrait.id],
  })
  const own = { ...portrait.target, units: ['en', 'sv'] }
  await publish(officer, [
    own,
    ...targetsOf(documents),
    { collection: 'laureates', id: laureate.id, units: ['sv'] },
    { collection: 'press-releases', id: release.id, units: ['en'] },
  ])
  await side.seen()
  return { ...portrait, own, laureate, citation, edition, release }
}
type Shown = Awaited<ReturnType<typeof shownPicture>>

/** As the screen does it: one press, for the shared facts. */
const press = ({ id }: Pick<Shown, 'id'>, body: object) =>
  signed.officer.ask('POST', `/api/media/${id}/take-down`, { units: [{ unit: 'shared' }], ...body })

async function taken(shown: Shown): Promise<void> {
  expect((await press(shown, { reason })).status).toBe(200)
  await side.seen()
}

const slugOf = async (resource: string, id: string): Promise<string> => {
  const { rows } = await poolOf(desk.payload).query<{ slug: string }>(
    'select slug from published.resources where resource = $1 and document_id = $2',
    [resource, id],
  )
  return rows[0]?.slug ?? ''
}

/** Everything that a stranger can ask about what showed the picture. */
async function addressesOf({ laureate, citation, edition, release }: Shown): Promise<string[]> {
  const person = `/v1/laureates/${await slugOf('laureates', laureate.id)}`
  const entry = `/v1/citations/${await slugOf('citations', citation.id)}`
  const news = `/v1/press-releases/${await slugOf('press-releases', release.id)}`
  const query = `{ laureates(locale: "en", limit: 200) { data { portrait included { media { id } } } } }`
  return [
    ...[person, entry, news].flatMap((path) => [
      `${path}?include=media`,
      `${path}?include=media&locale=sv`,
      `${path}.jsonld`,
      `${path}.head.json`,
    ]),
    '/v1/laureates?limit=200',
    '/v1/citations?limit=200&locale=sv',
    '/v1/press-releases?limit=200',
    '/v1/media?limit=200',
    `/v1/press-kits/${await slugOf('editions', edition.id)}`,
    '/v1/search?q=mira&limit=50',
    '/v1/search?q=withdrawn-7f3',
    '/v1/feeds/en/press.ninjs.json',
    '/v1/feeds/en/press.atom',
    `/graphql?query=${encodeURIComponent(query)}`,
  ]
}

const shared = async (actor: Actor, collection: string, id: string): Promise<UnitStatus | undefined> =>
  (await statusOf(actor, { collection, id, language: 'en' })).units.find(({ unit }) => unit === 'shared')

describe('a picture that laureates and press releases show', () => {
  test('is taken down in one action, and is named nowhere but by its tombstone', async () => {
    const shown = await shownPicture()
    const { id, files } = shown
    const names = [id, ...files.map((file) => file.slice(-24, -4)), 'Withdrawn-7f3', 'Mira-7f3']
    const addresses = await addressesOf(shown)
    const texts = async () =>
      Promise.all(
        addresses.map(async (path) => {
          const answer = await side.get(path)
          const text = await answer.text()
          return { path, status: answer.status, told: names.filter((name) => text.includes(name)) }
        }),
      )
    const before = await texts()
    expect(before.map(({ status }) => status)).toEqual(addresses.map(() => 200))
    expect(before.filter(({ told }) => told.length > 0).length).toBeGreaterThan(10)
    await taken(shown)
    expect(await texts()).toEqual(addresses.map((path) => ({ path, status: 200, told: [] })))
    for (const path of [`/v1/media/${id}`, `/v1/media/${id}?locale=sv`, ...files]) {
      const answer = await side.get(path)
      expect([path, answer.status]).toEqual([path, 410])
      expect(await answer.text()).not.toContain('7f3')
    }
  })

  test('leaves them public as they were, in every language, but for the picture', async () => {
    const shown = await shownPicture()
    const person = `/v1/laureates/${await slugOf('laureates', shown.laureate.id)}?locale=`
    const read = async (locale: string) =>
      (await (await side.get(person + locale)).json()) as Resource<'laureates'>
    const before = { en: await read('en'), sv: await read('sv') }
    expect(before.sv.portrait).toBe(shown.id)
    await taken(shown)
    expect(await read('en')).toEqual({ ...before.en, portrait: null })
    expect(await read('sv')).toEqual({ ...before.sv, portrait: null })
    const news = `/v1/press-releases/${await slugOf('press-releases', shown.release.id)}`
    expect(await (await side.get(news)).json()).toMatchObject({ attachments: [] })
    const kit = await side.get(`/v1/press-kits/${await slugOf('editions', shown.edition.id)}`)
    expect(((await kit.json()) as PressKit).pictures).toEqual([])
  })

  test('goes in the one transaction that changes them, and a copy that follows is told of both', async () => {
    const shown = await shownPicture()
    const first = (await (await side.get('/v1/sync?limit=200')).json()) as { meta: { token: string } }
    await taken(shown)
    const { rows } = await poolOf(desk.payload).query<{ kind: string; resource: string; release: string }>(
      `select kind, resource, release from published.events
        where release = (select release from published.head) order by resource`,
    )
    expect(rows.map(({ kind, resource }) => `${kind} ${resource}`)).toEqual([
      'changed citations',
      'changed laureates',
      'withdrawn media',
      'changed press-releases',
    ])
    const since = encodeURIComponent(first.meta.token)
    const copied = await (await side.get(`/v1/sync?since=${since}&limit=200`)).text()
    expect(copied.split(shown.id).length).toBe(2)
    expect(JSON.parse(copied)).toMatchObject({
      data: expect.arrayContaining([
        expect.objectContaining({ resource: 'media', id: shown.id, state: 'withdrawn' }),
      ]) as unknown,
    })
  })

  test('no row that delivery may read names it but the tombstones', async () => {
    const shown = await shownPicture()
    await taken(shown)
    const { rows } = await poolOf(desk.payload).query<{ left: string }>(
      `select 'body' as left from published.current c join published.bodies b using (sha256)
        where convert_from(b.body, 'UTF8') like '%' || $1 || '%'
       union all select 'list' from published.resources where facets::text like '%' || $1 || '%' or document_id::text = $1
       union all select 'file' from published.files where media_id::text = $1 and sha256 is not null`,
      [shown.id],
    )
    expect(rows).toEqual([])
  })

  test('says before what stays public without it', async () => {
    const { id, laureate } = await shownPicture()
    const { staysPublic } = await statusOf(officer, { collection: 'media', id, language: 'en' })
    expect(staysPublic).toBe(
      'The laureate “Mira Sand” stays public, without this picture. The press release “A prize for the sea” stays public, without this picture.',
    )
    const other = await statusOf(officer, { collection: 'laureates', id: laureate.id, language: 'en' })
    expect(other.staysPublic).toBeNull()
  })
})

describe('the reason', () => {
  test('is asked for: without one nothing happens', async () => {
    const shown = await shownPicture()
    for (const empty of [{}, { reason: '' }, { reason: ' \n' }])
      expect(refusalIn(await press(shown, empty))).toMatchObject({ status: 400, code: 'reason_missing' })
    await expect(takeDown(officer, [shown.own], ' ')).rejects.toMatchObject({ code: 'reason_missing' })
    expect((await side.get(`/v1/media/${shown.id}`)).status).toBe(200)
  })

  test('stands in the log with the person', async () => {
    const shown = await shownPicture()
    await taken(shown)
    const { rows } = await poolOf(desk.payload).query<{ unit: string; name: string; reason: string }>(
      `select e.unit, u.name, e.reason from audit.entries e join public.users u on u.id::text = e.person::text
        where e.action = 'taken-down' and e.document = $1 order by e.unit`,
      [shown.id],
    )
    expect(rows).toEqual(['en', 'shared', 'sv'].map((unit) => ({ unit, name: 'The officer', reason })))
  })
})

describe('what still names a picture that was taken down', () => {
  test('tells those who can put another there', async () => {
    const shown = await shownPicture()
    expect((await shared(officer, 'laureates', shown.laureate.id))?.lost).toEqual([])
    await taken(shown)
    for (const [collection, id] of [
      ['laureates', shown.laureate.id],
      ['press-releases', shown.release.id],
    ] as const)
      expect((await shared(officer, collection, id))?.lost).toEqual([
        'Readers see this without the picture “Mira-7f3 at sea”, which is not public any more. Remove or replace it here, and publish that.',
      ])
    await edit(officer, { collection: 'laureates', id: shown.laureate.id }, { portrait: null })
    expect((await shared(officer, 'laureates', shown.laureate.id))?.lost).toEqual([])
  })

  test('tells nobody who only translates what the picture is called', async () => {
    const { laureate, ...shown } = await shownPicture()
    await taken({ laureate, ...shown })
    const sending = `/api/laureates/${laureate.id}/send-to-translation`
    expect((await signed.editor.ask('POST', sending, { languages: ['sv'] })).status).toBe(200)
    const translator = await personWith(desk.payload, ['translator'], ['sv'])
    expect((await shared(translator, 'laureates', laureate.id))?.lost).toEqual([])
  })

  test('can be published in other languages, but its shared facts only without the picture', async () => {
    const shown = await shownPicture()
    const { id } = shown.laureate
    await taken(shown)
    await edit(officer, { collection: 'laureates', id, locale: 'de' }, { knownName: 'Mira Sand' })
    await publish(officer, [{ collection: 'laureates', id, units: ['de'] }])
    await edit(officer, { collection: 'laureates', id }, { birth: { date: '1950' } })
    const facts = { collection: 'laureates', id, units: ['shared'] }
    await approve(officer, [facts])
    await expect(publishNow(officer, [facts])).rejects.toThrow(/needs the picture “Mira-7f3 at sea”/)
    // Together with others, the whole is looked at.
    await edit(officer, { collection: 'laureates', id, locale: 'fr' }, { knownName: 'Mira Sable' })
    const both = { ...facts, units: ['shared', 'fr'] }
    await approve(officer, [both])
    await expect(publishNow(officer, [both])).rejects.toThrow(/needs the picture “Mira-7f3 at sea”/)
    await edit(officer, { collection: 'laureates', id }, { portrait: null })
    await publish(officer, [facts])
    await side.seen()
    const path = `/v1/laureates/${await slugOf('laureates', id)}?locale=de`
    expect(await (await side.get(path)).json()).toMatchObject({ portrait: null, birth: { date: '1950' } })
  })

  test('shows it again when it is published again', async () => {
    const shown = await shownPicture()
    await taken(shown)
    await publishNow(officer, [shown.own])
    await side.seen()
    const path = `/v1/laureates/${await slugOf('laureates', shown.laureate.id)}`
    expect(await (await side.get(path)).json()).toMatchObject({ portrait: shown.id })
    expect((await side.get(shown.files[0] ?? '')).status).toBe(200)
  })

  test('is not shown for the first time as long as it does', async () => {
    const portrait = await draftPicture(officer)
    const documents = await award(officer, { portrait: portrait.id })
    const ref = { collection: 'laureates', id: documents.laureate.id }
    await approve(officer, [{ ...ref, units: ['en'] }])
    await publishNow(officer, [{ ...ref, units: ['shared'] }])
    await expect(publishNow(officer, [{ ...ref, units: ['en'] }])).rejects.toThrow(/picture/)
  })
})

test('nothing went wrong unseen', () => {
  expect(side.reports).toEqual([])
})

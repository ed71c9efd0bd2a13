import { createHash } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import type { PressKit } from '../../src/contract'
import { takeDown } from '../../src/releases'
import { usePublicSide } from '../delivery'
import { approve, award, draft, edit, personWith, publish, targetsOf, unique, type Actor } from '../factories'
import { useDesk } from '../payload'
import { draftPicture } from '../pictures'
import { unzip } from '../zip'

// What the press takes away of one prize in one year: everything public, in every public language, and nothing else.

const desk = useDesk()
const side = usePublicSide(desk)
let officer: Actor
let address = ''
let ids: Record<'portrait' | 'hidden' | 'edition' | 'prize' | 'citation', string>

const picture = async (words: Record<string, unknown>): Promise<string> =>
  (await draftPicture(officer, words)).id

const paragraph = (text: string) => ({
  root: {
    type: 'root',
    direction: null,
    format: '',
    indent: 0,
    version: 1,
    children: [
      {
        type: 'paragraph',
        direction: null,
        format: '',
        indent: 0,
        version: 1,
        textFormat: 0,
        textStyle: '',
        children: [{ type: 'text', text, format: 0, detail: 0, mode: 'normal', style: '', version: 1 }],
      },
    ],
  },
})

beforeAll(async () => {
  officer = await personWith(desk.payload, ['editor', 'press-officer'])
  const portrait = await picture({ alt: 'Mira at sea', caption: 'Mira Sand, 2024', usageTerms: 'Free.' })
  const documents = await award(officer, { portrait })
  await edit(officer, { collection: 'media', id: portrait, locale: 'sv' }, { alt: 'Mira till sjöss' })
  await edit(
    officer,
    { collection: 'citations', id: documents.citation.id, locale: 'sv' },
    { motivation: 'för <havet>' },
  )
  await edit(
    officer,
    { collection: 'biographies', id: documents.biography.id },
    { short: paragraph('Born by the sea.') },
  )
  const release = await draft(officer, 'press-releases', {
    title: 'The prize goes to sea',
    slug: unique('news'),
    edition: documents.edition.id,
    citations: [documents.citation.id],
    body: paragraph('Today.'),
    attachments: [portrait],
  })
  const hidden = await picture({ alt: 'CANARY-7f3', credit: 'CANARY-7f3' })
  const { edition, prize, citation } = documents
  ids = { portrait, hidden, edition: edition.id, prize: prize.id, citation: citation.id }
  await publish(officer, [
    { collection: 'media', id: portrait, units: ['en', 'sv'] },
    ...targetsOf(documents),
    { collection: 'citations', id: documents.citation.id, units: ['sv'] },
    { collection: 'press-releases', id: release.id, units: ['en'] },
  ])
  await side.seen()
  const { data } = (await (await side.get('/v1/editions')).json()) as { data: { slug: string }[] }
  address = `/v1/press-kits/${data[0]?.slug}`
})

const kit = async (): Promise<PressKit> => (await (await side.get(address)).json()) as PressKit
const archive = async (): Promise<Buffer> =>
  Buffer.from(await (await side.get(`${address}.zip`)).arrayBuffer())

describe('a press kit', () => {
  test('holds the texts in every public language, and each picture once with its words', async () => {
    const { year, pictures, texts } = await kit()
    expect(year).toBe(2024)
    expect(texts.map(({ kind, locale }) => `${kind} ${locale}`)).toEqual([
      'biography en',
      'citation en',
      'press-release en',
      'citation sv',
    ])
    expect(texts.find(({ locale }) => locale === 'sv')).toMatchObject({
      html: expect.stringContaining('<p>för &lt;havet&gt;</p>') as string,
      text: expect.stringContaining('för <havet>') as string,
    })
    expect(pictures).toMatchObject([
      {
        id: ids.portrait,
        credit: 'Photo: A. Ek',
        words: [
          { locale: 'en', alt: 'Mira at sea', caption: 'Mira Sand, 2024', usageTerms: 'Free.' },
          { locale: 'sv', alt: 'Mira till sjöss', caption: null, usageTerms: null },
        ],
        files: [{ use: 'original' }, { use: 'fit', type: 'image/jpeg', width: 700 }],
      },
    ])
  })

  test('is one ZIP file too, with the same bytes each time, a length and a strong ETag', async () => {
    const bytes = await archive()
    expect((await archive()).equals(bytes)).toBe(true)
    const { headers } = await side.get(`${address}.zip`, { method: 'HEAD' })
    expect(Number(headers.get('content-length'))).toBe(bytes.length)
    expect(headers.get('content-disposition')).toMatch(
      /^attachment; filename="press-kit-fjord-\w+-2024\.zip"$/,
    )
    const etag = headers.get('etag') ?? ''
    expect((await side.get(`${address}.zip`, { headers: { 'if-none-match': etag } })).status).toBe(304)
    // It has no date: when something in it is taken down, the rest is as old as before.
    const later = { 'if-modified-since': new Date(Date.now() + 3_600_000).toUTCString() }
    for (const one of [address, `${address}.zip`])
      expect((await side.get(one, { headers: later })).status).toBe(200)
    const files = unzip(bytes)
    const { pictures, texts } = await kit()
    for (const { path, sha256 } of pictures.flatMap((one) => one.files))
      expect(
        createHash('sha256')
          .update(files.get(path) ?? '')
          .digest('hex'),
      ).toBe(sha256)
    expect([...files.keys()].toSorted()).toEqual(
      [
        'press-kit.json',
        'pictures/credits-en.txt',
        'pictures/credits-sv.txt',
        ...texts.flatMap(({ path }) => [`${path}.html`, `${path}.txt`]),
        ...pictures.flatMap((one) => one.files.map(({ path }) => path)),
      ].toSorted(),
    )
    expect(files.get('pictures/credits-en.txt')?.toString()).toMatch(/Mira Sand, 2024\nPhoto: A\. Ek\n/)
    expect(JSON.parse(files.get('press-kit.json')?.toString() ?? '')).toEqual(await kit())
  })

  test('holds nothing that is under embargo, and not one byte tells of it', async () => {
    const before = [await (await side.get(address)).text(), (await archive()).toString('latin1')]
    const embargoed = await draft(officer, 'press-releases', {
      title: 'CANARY-7f3',
      slug: unique('canary'),
      edition: ids.edition,
      body: paragraph('CANARY-7f3'),
      attachments: [ids.hidden],
    })
    await approve(officer, [
      { collection: 'media', id: ids.hidden, units: ['en'] },
      { collection: 'press-releases', id: embargoed.id, units: ['en'] },
    ])
    await side.seen()
    const after = [await (await side.get(address)).text(), (await archive()).toString('latin1')]
    expect(after).toEqual(before)
    expect(after.join('')).not.toContain('CANARY')
  })

  test('says in the language of each text that the prize was declined', async () => {
    const spoken = async () =>
      (await kit()).texts.flatMap(({ kind, locale, text, html }) =>
        kind === 'citation' ? [[locale, text, html]] : [],
      )
    expect(JSON.stringify(await spoken())).not.toMatch(/declined|avböj/)
    await edit(officer, { collection: 'citations', id: ids.citation }, { status: 'declined' })
    await publish(officer, [{ collection: 'citations', id: ids.citation, units: ['shared'] }])
    await side.seen()
    const holding = (sentence: string) => [
      expect.stringMatching(new RegExp(`\n\n${sentence}$`)) as string,
      expect.stringContaining(`<p>${sentence}</p>`) as string,
    ]
    expect(await spoken()).toEqual([
      ['en', ...holding('The award was declined.')],
      ['sv', ...holding('Utmärkelsen avböjdes.')],
    ])
    const declined = await side.get(`/v1/citations/${(await kit()).texts[0]?.slug}.jsonld`)
    expect(await declined.text()).not.toContain('"award"')
  })

  test('has another ETag when something in it changes', async () => {
    const etag = async () => (await side.get(`${address}.zip`, { method: 'HEAD' })).headers.get('etag')
    const before = await etag()
    await edit(officer, { collection: 'media', id: ids.portrait }, { credit: 'Photo: B. Ny' })
    await publish(officer, [{ collection: 'media', id: ids.portrait, units: ['shared'] }])
    await side.seen()
    expect(await etag()).not.toBe(before)
    expect((await archive()).includes('Photo: B. Ny')).toBe(true)
  })

  test('is not there for a year that never was public, nor with a parameter', async () => {
    for (const ending of ['', '.zip']) {
      expect((await side.get(`/v1/press-kits/none/2024${ending}`)).status).toBe(404)
      expect((await side.get(`${address}${ending}?locale=sv`)).status).toBe(400)
    }
  })

  test('of a year without award is there and holds no entries; taken down, it is gone', async () => {
    const prize = await draft(officer, 'prizes', {
      name: 'Quiet Prize',
      slug: unique('quiet'),
      timeZone: 'UTC',
    })
    const year = await draft(officer, 'editions', {
      prize: prize.id,
      year: 1999,
      status: 'not-awarded',
      note: 'War.',
    })
    const of = (collection: string, id: string) => ({ collection, id, units: ['en'] })
    await publish(officer, [of('prizes', prize.id), of('editions', year.id)])
    await side.seen()
    const { data } = (await (await side.get('/v1/editions?year=1999')).json()) as { data: { slug: string }[] }
    expect(await (await side.get(`/v1/editions/${data[0]?.slug}`)).json()).toMatchObject({
      year: 1999,
      status: 'not-awarded',
      citations: [],
      note: { text: 'War.', locale: 'en', isFallback: false },
    })
    const quiet = `/v1/press-kits/${data[0]?.slug}`
    expect(await (await side.get(quiet)).json()).toMatchObject({ pictures: [], texts: [] })
    expect((await side.get(`${quiet}.zip`)).status).toBe(200)
    await takeDown(officer, [of('editions', year.id)], 'It was wrong.')
    await side.seen()
    for (const ending of ['', '.zip']) expect((await side.get(`${quiet}${ending}`)).status).toBe(410)
  })
})

test('nothing went wrong unseen', () => {
  expect(side.reports).toEqual([])
})

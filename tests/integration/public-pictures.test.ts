import { createHash } from 'node:crypto'
import { load } from 'exifreader'
import sharp from 'sharp'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Resource } from '../../src/contract'
import { poolOf } from '../../src/lib/postgres'
import { publishNow, takeDown } from '../../src/releases'
import { statusOf } from '../../src/units'
import { usePublicSide } from '../delivery'
import { approve, award, edit, personWith, publish, targetsOf, type Actor } from '../factories'
import { useDesk } from '../payload'
import { draftPicture, ofCamera } from '../pictures'

// A picture is reachable exactly while it is public, with the credits that are public.

const desk = useDesk()
const side = usePublicSide(desk)
let officer: Actor

beforeAll(async () => {
  officer = await personWith(desk.payload, ['editor', 'press-officer'])
})

type Told = Record<string, { description?: unknown } | undefined>
type Medium = Resource<'media'>

const picture = (words?: Record<string, unknown>, size?: [number, number]) =>
  draftPicture(officer, words, size)

const statuses = async (paths: string[], init?: RequestInit) => [
  ...new Set(await Promise.all(paths.map(async (path) => (await side.get(path, init)).status))),
]

const read = async (id: string, query = ''): Promise<Medium> => {
  await side.seen()
  return (await (await side.get(`/v1/media/${id}${query}`)).json()) as Medium
}

const bytesOf = async (path: string) => Buffer.from(await (await side.get(path)).arrayBuffer())

describe('a picture', () => {
  test('is nowhere before it is published, there with its release, and gone when it is taken down', async () => {
    const { id, files, target } = await picture()
    const all = [`/v1/media/${id}`, ...files]
    await approve(officer, [target])
    for (const method of ['GET', 'HEAD']) expect(await statuses(all, { method })).toEqual([404])
    expect(await statuses(files, { headers: { range: 'bytes=0-9' } })).toEqual([404])
    await publishNow(officer, [target])
    await side.seen()
    for (const method of ['GET', 'HEAD']) expect(await statuses(all, { method })).toEqual([200])
    await takeDown(officer, [target], 'It was wrong.')
    await side.seen()
    for (const method of ['GET', 'HEAD']) expect(await statuses(all, { method })).toEqual([410])
    expect(await statuses(files, { headers: { range: 'bytes=0-9' } })).toEqual([410])
    const { rows } = await poolOf(desk.payload).query(
      'select count(*)::int as left from published.file_parts',
    )
    expect(rows).toEqual([{ left: 0 }])
  })

  test('says of each file what its bytes are, and each file carries the credit', async () => {
    const said = { usageTerms: 'Free for editorial use.', credit: 'Photo: Å & Ek', caption: 'At sea, 2024' }
    const { id, target } = await picture(said)
    await publish(officer, [target])
    const { renditions, credit, alt } = await read(id)
    expect([credit, alt?.text, renditions.length]).toEqual(['Photo: Å & Ek', 'A portrait', 16])
    for (const { href, bytes, sha256, width, height, type } of renditions) {
      const answer = await side.get(href)
      const data = Buffer.from(await answer.arrayBuffer())
      expect([data.length, createHash('sha256').update(data).digest('hex')]).toEqual([bytes, sha256])
      expect(answer.headers.get('content-type')).toBe(type)
      const seen = await sharp(data).metadata()
      expect([seen.width, seen.height]).toEqual([width, height])
      expect(seen.xmpAsString).toContain('<photoshop:Credit>Photo: Å &amp; Ek</photoshop:Credit>')
      expect(seen.xmpAsString).toContain('Free for editorial use.')
      expect(seen.xmpAsString).toContain('At sea, 2024')
      const told = (await load(data, { expanded: true, async: true })) as Record<string, Told | undefined>
      expect([told['gps'], told['exif']?.['Make'], data.includes(ofCamera)]).toEqual([
        undefined,
        undefined,
        false,
      ])
      // Older systems of newsrooms read nothing else.
      const inIptc = ['Credit', 'Caption/Abstract'].map((name) => told['iptc']?.[name]?.description)
      expect(inIptc).toEqual(
        type === 'image/jpeg' ? ['Photo: Å & Ek', 'At sea, 2024'] : [undefined, undefined],
      )
    }
  })

  test('carries a changed credit when that is published, at the same addresses', async () => {
    const { id, files, target } = await picture()
    await publish(officer, [target])
    const before = await read(id)
    await edit(officer, { collection: 'media', id }, { credit: 'Photo: B. Ny' })
    expect((await bytesOf(files[1] ?? '')).includes('B. Ny')).toBe(false)
    await publish(officer, [{ ...target, units: ['shared'] }])
    const after = await read(id)
    expect(after.renditions.map(({ href }) => href)).toEqual(before.renditions.map(({ href }) => href))
    for (const { href, sha256 } of after.renditions) {
      const data = await bytesOf(href)
      expect([data.includes('Photo: B. Ny'), data.includes('Photo: A. Ek')]).toEqual([true, false])
      expect(createHash('sha256').update(data).digest('hex')).toBe(sha256)
    }
  })

  test('carries terms of a language only when that language is public', async () => {
    const { id, files, target } = await picture({ usageTerms: 'Free.' })
    await edit(
      officer,
      { collection: 'media', id, locale: 'sv' },
      { alt: 'Ett porträtt', usageTerms: 'Fritt-7f3.' },
    )
    await publish(officer, [target])
    await side.seen()
    expect((await bytesOf(files[0] ?? '')).includes('Fritt-7f3')).toBe(false)
    await publish(officer, [{ ...target, units: ['sv'] }])
    expect((await read(id, '?locale=sv')).alt).toEqual({
      text: 'Ett porträtt',
      locale: 'sv',
      isFallback: false,
    })
    expect((await bytesOf(files[0] ?? '')).includes('Fritt-7f3')).toBe(true)
  })

  test('needs its credit and what it shows', async () => {
    const { id, target } = await picture({ alt: '' })
    await edit(officer, { collection: 'media', id }, { credit: '' })
    const { units } = await statusOf(officer, { ...target, language: 'en' })
    const problems = units
      .filter(({ unit }) => ['shared', 'en'].includes(unit))
      .flatMap((unit) => unit.problems)
    expect(problems).toEqual([
      '“Credit” is missing or not complete.',
      '“What the picture shows” has no text in this language yet.',
    ])
    await expect(publish(officer, [target])).rejects.toThrow(/not approved/)
  })
})

describe('a file', () => {
  let files: string[] = []
  let id = ''
  beforeAll(async () => {
    // Larger than one part.
    const made = await picture({}, [3000, 2000])
    ;({ files, id } = made)
    await publish(officer, [made.target])
    await side.seen()
  })

  test('is sent whole, in ranges, and not again to whoever holds it', async () => {
    const [original = ''] = files
    const whole = await bytesOf(original)
    const { headers } = await side.get(original, { method: 'HEAD' })
    expect(Number(headers.get('content-length'))).toBe(whole.length)
    const etag = headers.get('etag') ?? ''
    const ranges: [string, number, number][] = [
      ['bytes=0-0', 0, 1],
      ['bytes=100-', 100, whole.length],
      ['bytes=-500', whole.length - 500, whole.length],
      ['bytes=1000-99999999', 1000, whole.length],
      [
        `bytes=${Math.floor(whole.length / 2)}-${Math.floor(whole.length / 2) + 9}`,
        Math.floor(whole.length / 2),
        Math.floor(whole.length / 2) + 10,
      ],
    ]
    for (const [range, from, to] of ranges) {
      const answer = await side.get(original, { headers: { range, 'if-range': etag } })
      expect([answer.status, answer.headers.get('content-range')]).toEqual([
        206,
        `bytes ${from}-${to - 1}/${whole.length}`,
      ])
      expect(Buffer.from(await answer.arrayBuffer()).equals(whole.subarray(from, to))).toBe(true)
    }
    const headRange = { method: 'HEAD', headers: { range: 'bytes=0-9' } }
    const head = await side.get(original, headRange)
    expect([head.status, head.headers.get('content-length')]).toEqual([200, String(whole.length)])
    expect(
      (await side.get(original, { headers: { range: 'bytes=0-9', 'if-range': '"other"' } })).status,
    ).toBe(200)
    expect((await side.get(original, { headers: { 'if-none-match': etag } })).status).toBe(304)
    expect((await side.get(original, { headers: { 'if-none-match': '"other"' } })).status).toBe(200)
  })

  test('says how long it is to whoever asks for what lies behind its end', async () => {
    const { headers: known } = await side.get(files[0] ?? '', { method: 'HEAD' })
    const length = known.get('content-length')
    const answer = await side.get(files[0] ?? '', { headers: { range: `bytes=${length}-` } })
    expect(answer.status).toBe(416)
    expect(['cache-control', 'content-range', 'etag'].map((name) => answer.headers.get(name))).toEqual([
      'no-store',
      `bytes */${length}`,
      null,
    ])
    expect(await answer.json()).toMatchObject({
      type: 'urn:problem-type:laureate-desk:range-not-satisfiable',
      status: 416,
    })
  })

  test('says how long it may be kept, whose it is, and that nobody runs it', async () => {
    const { headers } = await side.get(files[1] ?? '')
    expect(Object.fromEntries(headers)).toMatchObject({
      'cache-control': 'public, max-age=300, s-maxage=30, stale-while-revalidate=60, stale-if-error=86400',
      'cache-tag': id,
      'accept-ranges': 'bytes',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
      'access-control-allow-origin': '*',
    })
  })

  test('has one address: another ending, name or parameter is none', async () => {
    const [original = ''] = files
    expect((await side.get(original.replace('.jpg', '.png'))).status).toBe(404)
    expect((await side.get(original.replace(id, '00000000-0000-4000-8000-000000000000'))).status).toBe(404)
    expect((await side.get(`${original}?width=5`)).status).toBe(400)
    expect((await side.get(original, { method: 'POST' })).status).toBe(405)
  })
})

describe('a portrait', () => {
  test('has to be public before its laureate, and comes with include=media', async () => {
    const portrait = await picture()
    const documents = await award(officer, { portrait: portrait.id })
    const targets = targetsOf(documents)
    await approve(officer, [...targets, portrait.target])
    await expect(publishNow(officer, targets)).rejects.toThrow(/picture/)
    await publishNow(officer, [portrait.target, ...targets])
    await side.seen()
    const { slug } = (await (await side.get(`/v1/media/${portrait.id}`)).json()) as { slug: string }
    expect(slug).toBe(portrait.id)
    const { data } = (await (await side.get('/v1/citations?limit=1')).json()) as {
      data: Resource<'citations'>[]
    }
    const [citation] = data
    expect(citation?.media).toEqual([portrait.id])
    for (const path of [`/v1/citations/${citation?.slug}`, `/v1/laureates/${citation?.laureates[0]?.slug}`]) {
      const answer = (await (await side.get(`${path}?include=media`)).json()) as {
        included: { media: Medium[] }
      }
      expect(answer.included.media.map((one) => one.id)).toEqual([portrait.id])
    }
  })

  test('of an award entry under embargo is nowhere', async () => {
    const portrait = await picture({ alt: 'CANARY-7f3', credit: 'CANARY-7f3' })
    const before = await bytesOf('/v1/media?limit=200')
    await approve(officer, [portrait.target, ...targetsOf(await award(officer, { portrait: portrait.id }))])
    await side.seen()
    expect((await bytesOf('/v1/media?limit=200')).equals(before)).toBe(true)
    const search = (await (await side.get('/v1/search?q=canary')).json()) as { meta: { total: number } }
    expect(search.meta.total).toBe(0)
  })
})

describe('the database holds by itself', () => {
  const hidden = '00000000-0000-4000-8000-000000000001'
  const file = (media: string, sha = "encode(sha256('bytes'), 'hex')") =>
    `insert into published.files (media_id, name, type, resource, sha256, bytes, credits, updated_at)
     values ('${media}', 'abcdefghijklmnopqrst', 'image/jpeg', 'media', ${sha}, 5, '', now())`
  const part = (text: string) =>
    `insert into published.file_parts values (encode(sha256('bytes'), 'hex'), 0, '${text}')`
  let open = ''
  beforeAll(async () => {
    const made = await picture({ credit: 'Nobody else has these bytes' })
    open = made.id
    await publish(officer, [made.target])
  })

  const tried = async (statements: string[]): Promise<string> => {
    const client = await poolOf(desk.payload).connect()
    try {
      await client.query('begin')
      for (const statement of statements) await client.query(statement)
      await client.query('set constraints all immediate')
      return 'done'
    } catch (error) {
      return error instanceof Error ? error.message : ''
    } finally {
      await client.query('rollback')
      client.release()
    }
  }

  test('that a file is of a public picture', async () => {
    expect(await tried([file(open), part('bytes')])).toBe('done')
    expect(await tried([file(hidden), part('bytes')])).toMatch(/picture_is_public/)
  })

  test('that its parts are its bytes', async () => {
    expect(await tried([file(open), part('other')])).toMatch(/not made of its parts/)
    expect(await tried([file(open)])).toMatch(/not made of its parts/)
  })

  test('that no bytes are there which nobody may see', async () => {
    expect(await tried([part('bytes')])).toMatch(/nobody may see/)
    const withdrawn = `update published.files set resource = null, sha256 = null, bytes = null, credits = null
      where media_id = '${open}'`
    expect(await tried([withdrawn])).toMatch(/taken down/)
  })

  test('that a name which was public once stays known', async () => {
    expect(await tried([`delete from published.files where media_id = '${open}'`])).toMatch(
      /permission denied/,
    )
  })
})

test('nothing went wrong unseen', () => {
  expect(side.reports).toEqual([])
})

import { readdirSync } from 'node:fs'
import path from 'node:path'
import { crc32 } from 'node:zlib'
import { load } from 'exifreader'
import sharp from 'sharp'
import { beforeAll, describe, expect, test } from 'vitest'
import { decodePicture, pictureStore, placeOf, type Rendition } from '../../src/media'
import { useDesk } from '../payload'
import { ofCamera, photograph, pictureForm, withIptc } from '../pictures'
import { opening, useStaff, type Ask } from '../staff'

// What becomes of a picture that staff upload.

const desk = useDesk()
const staff = useStaff(desk)
let editor: Ask
beforeAll(() => {
  editor = opening(staff.as('press-officer'))
})

type Medium = Record<string, unknown> & {
  id: string
  filename: string
  renditions: Rendition[]
  base: object
}
type Answer = {
  status: number
  doc: Medium
  errors: { message: string; data?: { errors?: { path: string; message: string }[] } }[]
}

const sent = async (response: Response): Promise<Answer> => ({
  status: response.status,
  ...((await response.json()) as Omit<Answer, 'status'>),
})
const upload = async (data: Buffer, fields: Record<string, unknown> = {}): Promise<Answer> =>
  sent(await editor('POST', '/api/media?locale=en', pictureForm(data, fields)))

const bytesOf = async (rendition: Rendition) => (await pictureStore()).read(placeOf(rendition))

describe('an upload', () => {
  test('becomes an original and renditions that are never larger than it', async () => {
    const { status, doc } = await upload(await photograph(800, 600))
    expect(status).toBe(201)
    const shapes = doc.renditions.map(
      ({ use, width, height, type }) => `${use} ${width}×${height} ${type.slice(6)}`,
    )
    const each = (shape: string) => ['avif', 'webp', 'jpeg'].map((type) => `${shape} ${type}`)
    expect(shapes).toEqual([
      'original 800×600 jpeg',
      ...each('fit 800×600'),
      ...each('fit 640×480'),
      ...each('fit 320×240'),
      ...each('square 600×600'),
      ...each('square 320×320'),
    ])
    for (const rendition of doc.renditions) {
      const { width, height } = await sharp(await bytesOf(rendition)).metadata()
      expect([width, height]).toEqual([rendition.width, rendition.height])
    }
  })

  test('loses the place, the device and everything else that the camera wrote', async () => {
    const picture = await photograph()
    expect(picture.includes(ofCamera)).toBe(true)
    const { doc } = await upload(picture)
    const folder = path.join(process.env['DATA_DIR'] ?? '', 'media')
    expect(readdirSync(folder, { recursive: true }).length).toBeGreaterThan(doc.renditions.length)
    for (const rendition of doc.renditions) {
      const bytes = await bytesOf(rendition)
      expect(bytes.includes(ofCamera)).toBe(false)
      const { exif, gps, iptc } = (await load(bytes, { expanded: true, async: true })) as Record<
        string,
        object
      >
      expect({ exif, gps, iptc }).toEqual({ exif: undefined, gps: undefined, iptc: undefined })
    }
  })

  test('fills the form with what the agency wrote, where nobody wrote anything', async () => {
    const { doc } = await upload(await photograph(), { alt: 'A portrait', copyrightNotice: '© ours' })
    expect(doc).toMatchObject({
      credit: 'Photo: A. Ek',
      creator: 'Ada Ek',
      copyrightNotice: '© ours',
      usageTerms: 'Free for editorial use.',
      caption: 'A portrait',
      taken: '2025-12-10',
      adminTitle: 'A portrait',
    })
  })

  test('fills the form from IPTC, where the agency wrote nothing else', async () => {
    const bare = await sharp({ create: { width: 60, height: 40, channels: 3, background: '#20c020' } })
      .jpeg()
      .toBuffer()
    const told = [
      [80, 'Åsa Ek'],
      [110, 'Foto: Å. Ek'],
      [116, '© 2026 Åsa Ek'],
      [120, 'Ett porträtt'],
    ] as const
    const { status, doc } = await upload(withIptc(bare, told))
    expect([status, doc]).toMatchObject([
      201,
      { creator: 'Åsa Ek', credit: 'Foto: Å. Ek', copyrightNotice: '© 2026 Åsa Ek', caption: 'Ett porträtt' },
    ])
  })

  test('has a name that nobody can guess, and is called after its file until it has words', async () => {
    const one = await upload(await photograph())
    const two = await upload(await photograph())
    expect(one.doc.filename).toMatch(/^\w{20}\.jpg$/)
    expect(new Set([...one.doc.renditions, ...two.doc.renditions].map(({ name }) => name)).size).toBe(
      one.doc.renditions.length + two.doc.renditions.length,
    )
    expect(one.doc['adminTitle']).toBe('DSC_0042.jpg')
  })

  test('of a picture that one sees through keeps that', async () => {
    const seen = sharp({
      create: { width: 20, height: 20, channels: 4, background: { r: 9, g: 9, b: 9, alpha: 0.5 } },
    })
    const { doc } = await upload(await seen.png().toBuffer())
    const [original, avif, , jpeg] = doc.renditions
    expect([original?.type, avif?.type, jpeg?.type]).toEqual(['image/png', 'image/avif', 'image/jpeg'])
    const alpha = async (one?: Rendition) => one && (await sharp(await bytesOf(one)).metadata()).hasAlpha
    expect([await alpha(original), await alpha(avif), await alpha(jpeg)]).toEqual([true, true, false])
  })

  test('takes no renditions from whoever writes', async () => {
    const { doc } = await upload(await photograph(), { renditions: [{ use: 'original', name: 'mine' }] })
    expect(JSON.stringify(doc.renditions)).not.toContain('mine')
    await editor('PATCH', `/api/media/${doc.id}?locale=en`, { renditions: [], credit: 'Changed' })
    const after = (await (await editor('GET', `/api/media/${doc.id}?locale=en&draft=true`)).json()) as Medium
    expect([after['credit'], after.renditions.length]).toEqual(['Changed', doc.renditions.length])
  })
})

describe('the focal point', () => {
  const colours = async (renditions: Rendition[]) => {
    const square = renditions.find(({ use, type }) => use === 'square' && type === 'image/webp')
    const { channels } = await sharp(square && (await bytesOf(square))).stats()
    return (channels[0]?.mean ?? 0) > (channels[2]?.mean ?? 0) ? 'red' : 'blue'
  }
  const patch = async ({ id }: Medium, fields: object) => {
    const opened = (await (await editor('GET', `/api/media/${id}?locale=en&draft=true`)).json()) as Medium
    return sent(await editor('PATCH', `/api/media/${id}?locale=en`, { base: opened.base, ...fields }))
  }

  test('decides what a square shows, also when it is moved later', async () => {
    const { doc } = await upload(await photograph(1000, 400), { focalX: 0, focalY: 50 })
    expect([doc['focalX'], doc['focalY'], await colours(doc.renditions)]).toEqual([0, 50, 'red'])
    const moved = await patch(doc, { focalX: 95 })
    expect(moved.status).toBe(200)
    expect(await colours(moved.doc.renditions)).toBe('blue')
    const rest = (renditions: Rendition[]) => renditions.filter(({ use }) => use !== 'square')
    expect(rest(moved.doc.renditions)).toEqual(rest(doc.renditions))
  })

  test('is a percentage', async () => {
    const { doc } = await upload(await photograph())
    for (const focalX of [999, -1, 100.5]) {
      const { status, errors } = await patch(doc, { focalX })
      expect([status, errors[0]?.data?.errors]).toMatchObject([400, [{ path: 'focalX' }]])
    }
    expect((await upload(await photograph(), { focalY: 101 })).status).toBe(400)
  })
})

describe('a new file in place of another', () => {
  const replace = async (data: Buffer, fields: object = {}) => {
    const { doc } = await upload(await photograph(), {
      alt: 'A portrait',
      freeEditorialUseUntil: '2027-01-31',
    })
    const { id, base, renditions: _renditions, ...opened } = doc
    const form = pictureForm(data, { ...withoutIds(opened), ...takenOut, base, ...fields })
    return sent(await editor('PATCH', `/api/media/${id}?locale=en`, form))
  }
  /** As the form sends it, which takes out what was said of the file before. */
  const takenOut = {
    credit: null,
    creator: null,
    copyrightNotice: null,
    usageTerms: null,
    freeEditorialUseUntil: null,
    source: null,
    taken: null,
  }
  const withoutIds = ({ createdAt: _created, updatedAt: _updated, ...row }: Record<string, unknown>) => row
  const bare = () =>
    sharp({ create: { width: 90, height: 60, channels: 3, background: '#20c020' } })
      .jpeg()
      .toBuffer()

  test('brings its own facts', async () => {
    const { status, doc } = await replace(await photograph(800, 600, 'Photo: B. Ny'))
    expect([status, doc]).toMatchObject([
      200,
      { credit: 'Photo: B. Ny', creator: 'Ada Ek', alt: 'A portrait' },
    ])
  })

  test('keeps what is sent with it, also in the words of the one before', async () => {
    const said = {
      credit: 'Photo: A. Ek',
      creator: 'Ada Ek',
      usageTerms: 'Free for editorial use.',
      freeEditorialUseUntil: '2027-01-31',
      alt: 'A portrait',
    }
    for (const data of [await bare(), await photograph(800, 600, 'Photo: B. Ny')]) {
      const { status, doc } = await replace(data, said)
      expect([status, doc]).toMatchObject([200, said])
    }
  })

  test('takes over nothing that is not sent with it', async () => {
    const { doc } = await upload(await photograph(), { alt: 'A portrait' })
    const form = pictureForm(await bare(), { base: doc.base })
    const after = await sent(await editor('PATCH', `/api/media/${doc.id}?locale=en`, form))
    expect([after.status, after.doc]).toMatchObject([200, { ...takenOut, alt: 'A portrait' }])
  })

  test('leaves the one before to be compared with, smaller', async () => {
    const { doc } = await upload(await photograph(1000, 400))
    const form = pictureForm(await bare(), { base: doc.base })
    expect((await sent(await editor('PATCH', `/api/media/${doc.id}?locale=en`, form))).status).toBe(200)
    const before = await editor('GET', `/api/media/file/${doc.filename}`)
    expect([before.status, before.headers.get('content-type')]).toEqual([200, 'image/jpeg'])
    const { width } = await sharp(Buffer.from(await before.arrayBuffer())).metadata()
    expect(width).toBe(640)
    expect((await editor('GET', `/api/media/file/${'a'.repeat(20)}.jpg`)).status).toBe(404)
  })

  test('keeps none of the one before, what is seen in it stays', async () => {
    const { doc } = await replace(await bare(), { creator: 'Bo Ny' })
    expect(doc).toMatchObject({
      credit: null,
      creator: 'Bo Ny',
      copyrightNotice: null,
      usageTerms: null,
      freeEditorialUseUntil: null,
      taken: null,
      alt: 'A portrait',
      caption: 'A portrait',
    })
  })
})

describe('what is no still picture', () => {
  const said = ({ errors }: Answer) => errors[0]?.data?.errors ?? errors
  test.each([
    [
      'an SVG',
      Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>'),
      'an SVG drawing',
    ],
    ['a web page', Buffer.from('<!doctype html><script>1</script>'), 'a web page'],
    ['a text', Buffer.from('hello'), 'not a picture'],
  ])('%s is refused beside the field, whatever it calls itself', async (_name, data, words) => {
    const answer = await upload(data)
    expect(answer.status).toBe(400)
    expect(said(answer)).toMatchObject([{ path: 'file', message: expect.stringContaining(words) as string }])
  })

  test('a picture with an archive behind it is refused', async () => {
    expect(
      said(await upload(Buffer.concat([await photograph(), Buffer.from('PK\u0003\u0004')]))),
    ).toMatchObject([{ message: expect.stringContaining('hidden') as string }])
  })

  test('a picture of more pixels than anybody could decode is refused by what it says of itself', async () => {
    const picture = await sharp({ create: { width: 9, height: 9, channels: 3, background: '#fff' } })
      .png()
      .toBuffer()
    for (const at of [16, 20]) picture.writeUInt32BE(60_000, at)
    picture.writeUInt32BE(crc32(picture.subarray(12, 29)), 29)
    const answer = await upload(picture)
    expect([answer.status, JSON.stringify(said(answer))]).toEqual([
      400,
      expect.stringContaining('60000 × 60000 pixels'),
    ])
  })

  test('a picture whose pixels are broken is refused', async () => {
    const picture = await photograph()
    picture.fill(0xaa, picture.length - 3000, picture.length - 2)
    const answer = await upload(picture)
    expect([answer.status, JSON.stringify(said(answer))]).toEqual([400, expect.stringContaining('broken')])
  })

  test('a picture that is damaged in the middle is refused', async () => {
    const noise = Buffer.from(Uint8Array.from({ length: 600 * 400 * 3 }, (_, at) => (at * at * 7) % 251))
    const picture = await sharp(noise, { raw: { width: 600, height: 400, channels: 3 } })
      .jpeg()
      .toBuffer()
    const middle = Math.floor(picture.length / 2)
    picture.fill(0xaa, middle, middle + 400)
    const answer = await upload(picture)
    expect([answer.status, JSON.stringify(said(answer))]).toEqual([400, expect.stringContaining('broken')])
  })

  test('a file that is too large is refused in our words', async () => {
    for (const MiB of [26, 40]) {
      const answer = await upload(Buffer.concat([await photograph(), Buffer.alloc(MiB * 1024 * 1024)]))
      expect([answer.status, said(answer)]).toMatchObject([
        400,
        [{ path: 'file', message: expect.stringContaining('larger than 25 MB') as string }],
      ])
    }
  })

  test('nothing of what was refused stays', async () => {
    const count = async () =>
      (await desk.payload.count({ collection: 'media', overrideAccess: true })).totalDocs
    const before = await count()
    await upload(Buffer.from('<svg/>'))
    expect(await count()).toBe(before)
  })
})

describe('the process that decodes', () => {
  const focus = { x: 50, y: 50 }
  const trouble = async (limits: { milliseconds?: number; bytes?: number }) => {
    const decoded = await decodePicture(await photograph(3000, 2000), { work: 'whole', focus }, limits)
    return 'trouble' in decoded ? decoded.trouble.en : 'none'
  }

  test('is ended when it takes too long', async () => {
    expect(await trouble({ milliseconds: 60 })).toMatch(/too long/)
  })

  test('is ended when it takes too much memory', async () => {
    expect(await trouble({ bytes: 90 * 1024 * 1024 })).toMatch(/too much memory/)
  })

  test('decodes nothing but JPEG, PNG and WebP, whatever reaches it', async () => {
    const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>')
    const tiff = await sharp({ create: { width: 9, height: 9, channels: 3, background: '#fff' } })
      .tiff()
      .toBuffer()
    for (const bytes of [svg, tiff]) {
      const decoded = await decodePicture(bytes, { work: 'whole', focus })
      expect('trouble' in decoded && decoded.trouble.en).toMatch(/broken/)
    }
  })
})

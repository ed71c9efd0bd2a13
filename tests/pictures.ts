import sharp from 'sharp'
import type { Actor } from './factories'

// Pictures for tests: made here, as a camera and an agency would write them.

const xmp = (credit: string): string =>
  `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:xmpRights="http://ns.adobe.com/xap/1.0/rights/" photoshop:Credit="${credit}">
<dc:description><rdf:Alt><rdf:li xml:lang="sv-SE">Ett porträtt</rdf:li><rdf:li xml:lang="x-default">A portrait</rdf:li></rdf:Alt></dc:description>
<dc:creator><rdf:Seq><rdf:li>Ada Ek</rdf:li></rdf:Seq></dc:creator>
<dc:rights><rdf:Alt><rdf:li xml:lang="x-default">© 2026 Ada Ek</rdf:li></rdf:Alt></dc:rights>
<xmpRights:UsageTerms><rdf:Alt><rdf:li xml:lang="x-default">Free for editorial use.</rdf:li></rdf:Alt></xmpRights:UsageTerms>
</rdf:Description></rdf:RDF></x:xmpmeta>`

/** Words that a camera leaves in a file and that must not leave the desk. */
export const ofCamera = 'Hasselblad-7f3'

/** A photograph of `width` × `height`: left half red, right half blue, with GPS, device and credits. */
export async function photograph(width = 800, height = 600, credit = 'Photo: A. Ek'): Promise<Buffer> {
  const half = {
    create: { width: Math.ceil(width / 2), height, channels: 3 as const, background: '#c02020' },
  }
  return sharp({ create: { width, height, channels: 3, background: '#2020c0' } })
    .composite([{ input: half, left: 0, top: 0 }])
    .withExif({
      IFD0: { Make: ofCamera, Model: ofCamera, Software: ofCamera, DateTime: '2026:01:02 03:04:05' },
      IFD2: { DateTimeOriginal: '2025:12:10 13:00:00', BodySerialNumber: ofCamera },
      IFD3: { GPSLatitude: '59/1 19/1 46/1', GPSLatitudeRef: 'N', GPSAreaInformation: ofCamera },
    })
    .withXmp(xmp(credit))
    .jpeg({ quality: 90 })
    .toBuffer()
}

/** A JPEG with facts in IPTC IIM alone, as older systems of agencies write them: [data set of record 2, text]. */
export function withIptc(jpeg: Buffer, facts: readonly (readonly [number, string])[]): Buffer {
  const datasets = facts.map(([number, text]) => {
    const data = Buffer.from(text)
    return Buffer.concat([Buffer.from([0x1c, 2, number, data.length >> 8, data.length & 255]), data])
  })
  const utf8 = Buffer.from([0x1c, 1, 90, 0, 3, 0x1b, 0x25, 0x47])
  const iim = Buffer.concat([utf8, ...datasets])
  const length = Buffer.alloc(4)
  length.writeUInt32BE(iim.length)
  const padding = Buffer.alloc(iim.length % 2)
  const named = Buffer.from('Photoshop 3.0\u00008BIM\u0004\u0004\u0000\u0000', 'latin1')
  const body = Buffer.concat([named, length, iim, padding])
  const marker = Buffer.from([0xff, 0xed, (body.length + 2) >> 8, (body.length + 2) & 255])
  return Buffer.concat([jpeg.subarray(0, 2), marker, body, jpeg.subarray(2)])
}

/** The form that the screen sends with a picture. */
export function pictureForm(
  data: Buffer,
  fields: Record<string, unknown> = {},
  name = 'DSC_0042.jpg',
): FormData {
  const form = new FormData()
  form.set('_payload', JSON.stringify(fields))
  form.set('file', new File([new Uint8Array(data)], name, { type: 'image/jpeg' }))
  return form
}

/** A picture as a draft of this person: its id, the addresses that its files would have, and it as a publishing target. */
export async function draftPicture(
  { payload, user }: Actor,
  words: Record<string, unknown> = {},
  size: [number, number] = [700, 500],
) {
  const data = await photograph(...size)
  const doc = await payload.create({
    collection: 'media',
    data: { alt: 'A portrait', ...words },
    file: { name: 'one.jpg', data, mimetype: 'image/jpeg', size: data.length },
    locale: 'en',
    draft: true,
    user,
    overrideAccess: false,
  })
  return { id: doc.id, files: filesOf(doc), target: { collection: 'media', id: doc.id, units: ['en'] } }
}

/** Puts another file in the place of a picture's, as this person, in English; the addresses that its files would have. */
export async function replacePicture({ payload, user }: Actor, id: string): Promise<string[]> {
  const data = await photograph(640, 480, 'Photo: B. Ny')
  const doc = await payload.update({
    collection: 'media',
    id,
    data: {},
    file: { name: 'two.jpg', data, mimetype: 'image/jpeg', size: data.length },
    locale: 'en',
    draft: true,
    user,
    overrideAccess: false,
  })
  return filesOf(doc)
}

function filesOf({ id, renditions }: { id: string; renditions?: unknown }): string[] {
  const ending = (type: string) => type.slice(6).replace('jpeg', 'jpg')
  return (renditions as { name: string; type: string }[]).map(
    ({ name, type }) => `/v1/media/${id}/${name}.${ending(type)}`,
  )
}

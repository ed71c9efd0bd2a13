import { makeZip, predictLength } from 'client-zip'
import type { PressKit, PressKitPicture, PressKitText } from '@/contract'
import { xmlText } from '@/formats'
import { sha256 } from '@/lib/hash'
import { locales } from '@/lib/locales'
import { bodyOf, type Variant } from './entry'
import { createRecent } from './recent'

// What the archive of a press kit holds. Its bytes follow from the kit, which names every file by its hash: so the hash of
// the kit is a strong ETag, known before the first byte is sent, and every machine sends the same.

/** Raise when the archive of the same kit becomes another one. */
const layout = 3

/** A file of the archive. Bytes that are not at hand are read when their turn comes. */
export type ArchivePart = { name: string; size: number; bytes?: Buffer<ArrayBuffer>; sha256?: string }
export type Archive = { prize: string; year: number; parts: ArchivePart[]; bytes: number }

export const archiveTag = (kit: Variant): string => `"${sha256(`${layout} ${kit.etag}`)}"`

const keptBytes = 8 * 1024 * 1024

/** Makes archives of kits; all who fetch the same at that time share one. */
export function createArchives(): (kit: Variant) => Archive {
  const recent = createRecent<Archive>(keptBytes, sizeOf)
  return (kit) => {
    const known = recent.get(kit.etag)
    if (known) return known
    const made = makeArchive(bodyOf(kit))
    recent.set(kit.etag, made)
    return made
  }
}

const sizeOf = ({ parts }: Archive): number =>
  parts.reduce((sum, { bytes }) => sum + 500 + (bytes?.length ?? 0), 1000)

function makeArchive(json: Buffer): Archive {
  const kit = JSON.parse(json.toString()) as PressKit
  const parts: ArchivePart[] = [
    part('press-kit.json', json.toString()),
    ...kit.texts.flatMap((text) => [
      part(`${text.path}.html`, page(text)),
      part(`${text.path}.txt`, `${text.text}\n`),
    ]),
    ...languagesOf(kit.pictures).map((locale) =>
      part(`pictures/credits-${locale}.txt`, credits(kit, locale)),
    ),
    ...kit.pictures.flatMap(({ files }) =>
      files.map(({ path, bytes, sha256: hash }) => ({ name: path, size: bytes, sha256: hash })),
    ),
  ]
  return { prize: kit.prize.slug, year: kit.year, parts, bytes: Number(predictLength(parts)) }
}

// No zone and no time: the first that ZIP knows, on every machine.
const noTime = new Date(1980, 0, 1)

/** The bytes of the archive, a piece at a time; nothing is read before it is asked for. */
export const archivePieces = (
  { parts }: Archive,
  read: (part: ArchivePart) => AsyncIterable<Buffer<ArrayBuffer>>,
): AsyncIterable<Uint8Array> =>
  makeZip(
    parts.map((each) => ({
      name: each.name,
      lastModified: noTime,
      mode: 0o644,
      input: each.bytes ?? read(each),
    })),
  )

function part(name: string, text: string): ArchivePart {
  const bytes = Buffer.from(text)
  return { name, size: bytes.length, bytes }
}

const rightToLeft = new Set<string>(locales.flatMap((each) => ('rtl' in each ? [each.code] : [])))

const page = ({ locale, title, html }: PressKitText): string =>
  `<!doctype html><html lang="${locale}" dir="${rightToLeft.has(locale) ? 'rtl' : 'ltr'}"><head><meta charset="utf-8"><title>${xmlText(title ?? '')}</title></head><body>${html}</body></html>\n`

const languagesOf = (pictures: readonly PressKitPicture[]): string[] =>
  [...new Set(pictures.flatMap(({ words }) => words.map(({ locale }) => locale)))].toSorted()

/** What must stand beside each picture, for people. */
function credits({ pictures }: PressKit, locale: string): string {
  const entries = pictures.flatMap(({ files, credit, copyrightNotice, words }) => {
    const said = words.find((each) => each.locale === locale)
    if (!said) return []
    const lines = [
      files.map(({ path }) => path.slice('pictures/'.length)).join(', '),
      said.caption ?? said.alt,
    ]
    return [[...lines, credit, copyrightNotice, said.usageTerms].filter(Boolean).join('\n')]
  })
  return `${entries.join('\n\n')}\n`
}

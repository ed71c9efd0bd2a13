import ExifReader from 'exifreader'
import type { ToldFacts } from '@/media'

// What agencies and cameras write (IPTC IIM, XMP, Exif). XMP first: it is Unicode by definition.

type Tag = { description?: unknown; value?: unknown } | undefined
type Groups = Partial<Record<'xmp' | 'iptc' | 'exif', Record<string, Tag>>>

const places: Record<Exclude<keyof ToldFacts, 'taken'>, readonly [keyof Groups, string][]> = {
  credit: [
    ['xmp', 'Credit'],
    ['iptc', 'Credit'],
  ],
  creator: [
    ['xmp', 'creator'],
    ['iptc', 'By-line'],
    ['exif', 'Artist'],
  ],
  copyrightNotice: [
    ['xmp', 'rights'],
    ['iptc', 'Copyright Notice'],
    ['exif', 'Copyright'],
  ],
  usageTerms: [['xmp', 'UsageTerms']],
  source: [
    ['xmp', 'Source'],
    ['iptc', 'Source'],
  ],
  caption: [
    ['xmp', 'description'],
    ['iptc', 'Caption/Abstract'],
  ],
}
const dates: readonly [keyof Groups, string][] = [
  ['xmp', 'DateCreated'],
  ['exif', 'DateTimeOriginal'],
]

/** Empty where there is nothing, or nothing that can be read: the picture is good all the same. */
export async function readToldFacts(picture: Buffer): Promise<ToldFacts> {
  try {
    // A CommonJS package: Node knows its default only.
    // oxlint-disable-next-line import/no-named-as-default-member
    const groups = (await ExifReader.load(picture, { expanded: true, async: true })) as unknown as Groups
    const texts = Object.entries(places).flatMap(([name, tried]) => {
      const text = first(groups, tried)
      return text === undefined ? [] : [[name, text]]
    })
    const day = dayIn(first(groups, dates))
    return { ...Object.fromEntries(texts), ...(day === undefined ? {} : { taken: day }) } as ToldFacts
  } catch {
    return {}
  }
}

const first = (groups: Groups, tried: readonly [keyof Groups, string][]): string | undefined =>
  tried
    .map(([group, name]) => textOf(groups[group]?.[name]))
    .filter((text) => typeof text === 'string')
    .map((text) => text.trim())
    .find((text) => text !== '')

type Alternative = { description?: unknown; attributes?: { lang?: string } }

// XMP may hold a text in several languages: what its writer calls the default, otherwise the English one, otherwise the
// first. Lists without languages, such as several creators, stay whole.
function textOf(tag: Tag): unknown {
  const texts = Array.isArray(tag?.value) ? (tag.value as Alternative[]) : []
  const languageOf = ({ attributes }: Alternative) => (attributes?.lang ?? '').toLowerCase()
  const inLanguages = texts.filter((text) => languageOf(text) !== '')
  const chosen =
    inLanguages.find((text) => languageOf(text) === 'x-default') ??
    inLanguages.find((text) => /^en\b/.test(languageOf(text))) ??
    inLanguages[0]
  return (chosen ?? tag)?.description
}

const dayIn = (text: string | undefined): string | undefined => {
  const [, year, month, day] = /^(\d{4})[:-](\d{2})[:-](\d{2})/.exec(text ?? '') ?? []
  return year === undefined || year === '0000' ? undefined : `${year}-${month}-${day}`
}

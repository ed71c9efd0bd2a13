import { randomUUID } from 'node:crypto'
import { resources, type Facets, type ResourceName } from '@/contract'
import { fallbackChain, localeCodes, type LocaleCode } from '@/lib/locales'

// Resources as plain as the contract lets them be, for worlds that nobody wrote.

export type Item = {
  resource: ResourceName
  id?: string
  slug: string
  locales?: LocaleCode[]
  years?: number[]
  facets?: Facets
  sortKey?: string
  search?: string
  /** Members of the resource that differ from the plain ones. */
  members?: Record<string, unknown>
}

const text = (value: string, locale: LocaleCode, asked: LocaleCode) => ({
  text: value,
  locale,
  isFallback: locale !== asked,
})
const prize = { slug: 'peace', name: null }

const plain: Record<
  ResourceName,
  (item: Item & { id: string }, locale: LocaleCode, asked: LocaleCode) => Record<string, unknown>
> = {
  laureates: (item, locale, asked) => ({
    kind: 'person',
    portrait: null,
    name: text(`${item.sortKey ?? item.slug} (${locale})`, locale, asked),
    fullName: null,
    givenName: null,
    familyName: null,
    nativeName: null,
    variants: [],
    birth: null,
    death: null,
    education: null,
    founded: null,
    dissolved: null,
    basedIn: null,
    headquarters: null,
    citations: [],
    sameAs: { wikidata: null, wikipedia: null, viaf: null, isni: null, orcid: null, ror: null, url: null },
  }),
  citations: (item, locale, asked) => ({
    title: text(item.sortKey ?? item.slug, locale, asked),
    motivation: text('for the work', locale, asked),
    year: item.years?.[0] ?? 2000,
    prize,
    awardType: 'prize',
    status: 'received',
    portion: null,
    countries: [],
    themes: [],
    laureates: [],
    biography: null,
    contacts: [],
    media: [],
  }),
  editions: (item) => ({
    year: item.years?.[0] ?? 2000,
    prize,
    status: 'announced',
    note: null,
    announceAt: null,
    announceZone: null,
    ceremony: null,
    amount: null,
    citations: [],
    contacts: [],
  }),
  biographies: (item, locale, asked) => ({
    citation: { id: randomUUID(), slug: item.slug, title: null, year: item.years?.[0] ?? 2000, prize },
    short: null,
    long: {
      html: '<p>Long</p>',
      text: 'Long. '.repeat(400),
      blocks: [],
      sections: [],
      locale,
      isFallback: locale !== asked,
    },
    asOf: null,
    sources: null,
  }),
  'press-releases': (item, locale, asked) => ({
    type: 'announcement',
    title: text(item.slug, locale, asked),
    summary: null,
    dateline: null,
    body: null,
    publishedAt: '2026-01-02T03:04:05.000Z',
    year: item.years?.[0] ?? 2000,
    prize,
    citations: [],
    attachments: [],
    corrects: null,
    correctedBy: [],
    contacts: [],
  }),
  media: (item, locale, asked) => ({
    alt: text(item.sortKey ?? item.slug, locale, asked),
    caption: null,
    credit: 'Photo: A. Ek',
    creator: null,
    copyrightNotice: null,
    usageTerms: null,
    freeEditorialUseUntil: null,
    taken: null,
    focalPoint: { x: 50, y: 50 },
    renditions: [],
  }),
  'press-contacts': (item) => ({
    name: item.sortKey ?? item.slug,
    label: null,
    desk: 'media',
    languages: [],
    international: false,
    phone: null,
    email: null,
    validFrom: null,
    validTo: null,
  }),
}

/** The bytes that publishing would have composed, for every language and fallback mode. */
export function bodiesOf(item: Item & { id: string }) {
  const available = (item.locales ?? ['en']).toSorted()
  return localeCodes.flatMap((asked) =>
    (['none', 'declared'] as const).flatMap((fallback) => {
      const chain = fallback === 'none' ? [asked] : fallbackChain(asked)
      const locale = chain.find((code) => available.includes(code))
      if (!locale) return []
      const value = {
        id: item.id,
        slug: item.slug,
        locale,
        availableLocales: available,
        translation: null,
        updatedAt: '2026-01-02T03:04:05.000Z',
        ...plain[item.resource](item, locale, asked),
        ...item.members,
      }
      return [
        {
          asked,
          fallback,
          locale,
          bytes: Buffer.from(JSON.stringify(resources[item.resource].parse(value))),
        },
      ]
    }),
  )
}

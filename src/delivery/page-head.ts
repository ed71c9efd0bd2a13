import { pageResources, type Head, type Resource, type ResourceName } from '@/contract'
import { xmlText } from '@/formats'
import { isLocale, locales, sourceLocale } from '@/lib/locales'
import { awardName, outcomeClause, outcomesOf, type Outcome, type Outcomes } from './award-outcome'
import type { Publisher } from './publisher'
import { shownPicture, type ShownPicture } from './shown-picture'
import { pageOf } from './sitemap'

// What the page of a public resource says of itself in its head element, ready to be put there.

type Name = (typeof pageResources)[number]
const isPage = (resource: ResourceName): resource is Name =>
  (pageResources as readonly string[]).includes(resource)

type Words = { title: string | undefined; description: string | undefined; openGraph: Record<string, string> }

const wordsOf: { [Of in Name]: (value: Resource<Of>, outcomes: Outcomes) => Words } = {
  laureates: ({ name, citations, kind, locale }, outcomes) => ({
    title: name?.text,
    description: citations
      .map((award) => awardOf(award, { outcome: outcomes.get(award.id), locale }))
      .join(' · '),
    openGraph: { 'og:type': kind === 'person' ? 'profile' : 'website' },
  }),
  citations: ({ title, motivation, status: outcome, locale, ...award }) => ({
    title: title?.text,
    description: [awardOf(award, { outcome, locale }), motivation?.text].filter(Boolean).join(': '),
    openGraph: { 'og:type': 'article' },
  }),
  'press-releases': ({ title, summary, body, publishedAt, updatedAt }) => ({
    title: title?.text,
    description: summary?.text ?? body?.text,
    openGraph: {
      'og:type': 'article',
      'article:published_time': publishedAt,
      'article:modified_time': updatedAt,
    },
  }),
}

type Received = { outcome: Outcome | undefined; locale: string }

/** The prize and its year, and whether it was received otherwise than usual: before anything that may be cut. */
function awardOf(award: Parameters<typeof awardName>[0], { outcome, locale }: Received): string {
  const clause = outcomeClause(outcome, locale)
  return clause === null ? awardName(award) : `${awardName(award)} (${clause})`
}

type About = {
  resource: ResourceName
  publisher: Publisher
  pictures: readonly Resource<'media'>[]
  /** The award entries that the resource names. */
  citations: readonly Resource<'citations'>[]
}

/** The head of the resource’s page, as JSON. */
export function pageHead(body: string, { resource, publisher, pictures, citations }: About): string {
  if (!isPage(resource)) throw new Error(`${resource} have no page`)
  const value = JSON.parse(body) as Resource<Name>
  // The table has the words of each resource; TypeScript cannot follow the name through it.
  const words = (wordsOf[resource] as (value: Resource<Name>, outcomes: Outcomes) => Words)(
    value,
    outcomesOf(citations),
  )
  const facts = {
    title: words.title ?? value.slug,
    description: words.description ? shorten(words.description) : null,
    lang: value.locale,
    dir: isRightToLeft(value.locale) ? ('rtl' as const) : ('ltr' as const),
    ...addresses(value, { resource, publisher }),
  }
  const openGraph = [
    ...openGraphOf(facts, { name: publisher.name, others: value.availableLocales, ...words }),
    ...pictureOf(shownPicture(pictures), publisher.apiUrl),
  ]
  const head: Head = { ...facts, openGraph, html: htmlOf({ ...facts, openGraph }) }
  return JSON.stringify(head)
}

const isRightToLeft = (code: string): boolean =>
  locales.some((locale) => locale.code === code && 'rtl' in locale)

// Search engines show some 160 characters, others a few more.
const longest = 200

function shorten(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ').trim()
  if (line.length <= longest) return line
  const cut = line.slice(0, longest).replace(/[\uD800-\uDBFF]$/, '')
  // At a word; where there are no spaces, anywhere.
  return `${cut.replace(/(.{100,})\s\S*$/, '$1').replace(/[\s,;:.]+$/, '')}…`
}

type Addressed = { slug: string; locale: string; availableLocales: string[] }

function addresses(
  { slug, locale, availableLocales }: Addressed,
  { resource, publisher: { siteUrl } }: { resource: Name; publisher: Publisher },
): Pick<Head, 'canonical' | 'alternates'> {
  if (siteUrl === null) return { canonical: null, alternates: [] }
  const page = (code: string) => pageOf(siteUrl, code, { resource, slug })
  const others = availableLocales.includes(sourceLocale) ? [['x-default', sourceLocale] as const] : []
  return {
    canonical: page(locale),
    alternates: [...availableLocales.map((code) => [code, code] as const), ...others].map(
      ([hreflang, code]) => ({ hreflang, href: page(code) }),
    ),
  }
}

// Open Graph wants a country beside the language: the one where most speak it.
const openGraphLocale = (code: string): string => {
  const { language, region } = new Intl.Locale(code).maximize()
  return `${language}_${region}`
}

type Facts = Omit<Head, 'openGraph' | 'html'>

function openGraphOf(
  { title, description, lang, canonical }: Facts,
  { name, others, openGraph }: Words & { name: string; others: readonly string[] },
): Head['openGraph'] {
  const alternates = others.filter((code) => code !== lang && isLocale(code)).map(openGraphLocale)
  return [
    ['og:title', title],
    ...Object.entries(openGraph),
    ['og:description', description],
    ['og:url', canonical],
    ['og:site_name', name],
    ['og:locale', openGraphLocale(lang)],
    ...alternates.map((code) => ['og:locale:alternate', code]),
  ].flatMap(([property, content]) => (property && content ? [{ property, content }] : []))
}

const pictureOf = (shown: ShownPicture | null, apiUrl: string): Head['openGraph'] =>
  shown === null
    ? []
    : Object.entries({
        'og:image': apiUrl + shown.rendition.href,
        'og:image:type': shown.rendition.type,
        'og:image:width': String(shown.rendition.width),
        'og:image:height': String(shown.rendition.height),
        'og:image:alt': shown.picture.alt?.text ?? '',
      }).flatMap(([property, content]) => (content === '' ? [] : [{ property, content }]))

function htmlOf({ title, description, canonical, alternates, openGraph }: Omit<Head, 'html'>): string {
  return [
    `<title>${xmlText(title)}</title>`,
    ...(description === null ? [] : [`<meta name="description" content="${xmlText(description)}">`]),
    ...(canonical === null ? [] : [`<link rel="canonical" href="${xmlText(canonical)}">`]),
    ...alternates.map(
      ({ hreflang, href }) => `<link rel="alternate" hreflang="${hreflang}" href="${xmlText(href)}">`,
    ),
    ...openGraph.map(
      ({ property, content }) => `<meta property="${xmlText(property)}" content="${xmlText(content)}">`,
    ),
  ].join('\n')
}

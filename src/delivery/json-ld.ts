import { pageResources, type Resource, type ResourceName } from '@/contract'
import { addressOf } from './address'
import type { Publisher } from './publisher'
import { pageOf } from './sitemap'

// Public resources in the words of schema.org, for search engines.

type Name = (typeof pageResources)[number]
const isPage = (resource: ResourceName): resource is Name =>
  (pageResources as readonly string[]).includes(resource)
type Node = Record<string, unknown>

/** The resource as JSON-LD that may stand in a script element of a page. */
export function jsonLd(
  body: string,
  { resource, publisher }: { resource: ResourceName; publisher: Publisher },
): string {
  const compose = isPage(resource) ? composers[resource] : undefined
  if (!compose) throw new Error(`${resource} have no page`)
  const node = compose(JSON.parse(body), publisher)
  return JSON.stringify({ '@context': 'https://schema.org', ...node }).replaceAll('<', String.raw`\u003c`)
}

const composers: { [Of in Name]: (value: Resource<Of>, publisher: Publisher) => Node } = {
  laureates: laureateNode,
  citations: citationNode,
  'press-releases': articleNode,
}

/** Only what is known. */
const known = (node: Node): Node =>
  Object.fromEntries(
    Object.entries(node).filter(
      ([, value]) => value !== null && value !== undefined && !(Array.isArray(value) && value.length === 0),
    ),
  )

type Addressed = { slug: string; locale: string }

/** The page on the website; without one, the resource in this API. */
const addressFor = (resource: Name, { slug, locale }: Addressed, { siteUrl, apiUrl }: Publisher): string =>
  siteUrl === null
    ? `${apiUrl}${addressOf(resource, slug)}?locale=${locale}`
    : pageOf(siteUrl, locale, { resource, slug })

const typeOf = (kind: Resource<'laureates'>['kind']): string =>
  kind === 'person' ? 'Person' : 'Organization'
const idOf = (id: string): string => `urn:uuid:${id}`

type Award = Pick<Resource<'laureates'>['citations'][number], 'prize' | 'year'>
const awardOf = ({ prize, year }: Award): string => `${prize.name?.text ?? prize.slug} ${year}`

// Schema.org takes days, months and years; what EDTF says beyond that it cannot say.
const date = (edtf: string | null | undefined): string | null =>
  edtf && /^\d{4}(?:-\d\d){0,2}$/.test(edtf) ? edtf : null

const place = (event: Resource<'laureates'>['birth']): Node | null =>
  event?.place ? { '@type': 'Place', name: event.place.text } : null

const registers = {
  wikidata: 'https://www.wikidata.org/wiki/',
  viaf: 'https://viaf.org/viaf/',
  isni: 'https://isni.org/isni/',
  orcid: 'https://orcid.org/',
  ror: 'https://ror.org/',
  wikipedia: '',
  url: '',
} as const

const sameAs = (identifiers: Resource<'laureates'>['sameAs']): string[] =>
  Object.entries(registers).flatMap(([name, prefix]) => {
    const value = identifiers[name as keyof typeof registers]
    return value === null ? [] : [prefix + value]
  })

function laureateNode(laureate: Resource<'laureates'>, publisher: Publisher): Node {
  const { id, kind, name, fullName, nativeName, variants, birth, death } = laureate
  const others = [fullName?.text, nativeName?.value, ...variants.map(({ value }) => value)]
  return known({
    '@type': typeOf(kind),
    '@id': idOf(id),
    name: name?.text,
    alternateName: [...new Set(others)].filter((other) => other !== undefined && other !== name?.text),
    givenName: laureate.givenName?.text,
    familyName: laureate.familyName?.text,
    birthDate: date(birth?.date),
    birthPlace: place(birth),
    deathDate: date(death?.date),
    deathPlace: place(death),
    foundingDate: date(laureate.founded),
    dissolutionDate: date(laureate.dissolved),
    award: laureate.citations.map(awardOf),
    sameAs: sameAs(laureate.sameAs),
    url: addressFor('laureates', laureate, publisher),
  })
}

// Schema.org has no type for an award: it is what the laureates hold.
function citationNode(citation: Resource<'citations'>, publisher: Publisher): Node {
  const award = [awardOf(citation), citation.motivation?.text].filter(Boolean).join(': ')
  return {
    '@graph': citation.laureates.map(({ id, slug, kind, name }) =>
      known({
        '@type': typeOf(kind),
        '@id': idOf(id),
        name: name?.text,
        award,
        url: addressFor('laureates', { slug, locale: name?.locale ?? citation.locale }, publisher),
        subjectOf: { '@type': 'WebPage', url: addressFor('citations', citation, publisher) },
      }),
    ),
  }
}

function articleNode(release: Resource<'press-releases'>, publisher: Publisher): Node {
  const url = addressFor('press-releases', release, publisher)
  const self = known({ '@type': 'Organization', name: publisher.name, url: publisher.siteUrl })
  const other = ({ id, slug, title }: NonNullable<typeof release.corrects>): Node =>
    known({
      '@type': 'NewsArticle',
      '@id': idOf(id),
      headline: title?.text,
      url: addressFor('press-releases', { slug, locale: title?.locale ?? release.locale }, publisher),
    })
  return known({
    '@type': 'NewsArticle',
    '@id': idOf(release.id),
    headline: release.title?.text,
    description: release.summary?.text,
    dateline: release.dateline?.text,
    articleBody: release.body?.text,
    inLanguage: release.title?.locale ?? release.locale,
    datePublished: release.publishedAt,
    dateModified: release.updatedAt,
    url,
    mainEntityOfPage: url,
    author: self,
    publisher: self,
    about: release.citations.map((citation) => ({
      '@type': 'Thing',
      name: citation.title?.text ?? awardOf(citation),
    })),
    citation: release.corrects && other(release.corrects),
    correction: release.correctedBy.map((each) => other(each)['url']),
  })
}

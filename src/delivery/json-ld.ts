import type { NewsArticle, Organization, Person, Place, Thing } from 'schema-dts'
import { pageResources, type Resource, type ResourceName } from '@/contract'
import { addressOf } from './address'
import { awardName, outcomesOf, type Outcomes } from './award-outcome'
import type { Publisher } from './publisher'
import { imageNode, shownPicture } from './shown-picture'
import { pageOf } from './sitemap'

// Public resources in the words of schema.org, for search engines. Its vocabulary is held by the types of schema-dts.

type Name = (typeof pageResources)[number]
const isPage = (resource: ResourceName): resource is Name =>
  (pageResources as readonly string[]).includes(resource)
type Known<Kind extends Thing, Type extends string> = Extract<Kind, { '@type': Type }>
type APerson = Known<Person, 'Person'>
type AnOrganization = Known<Organization, 'Organization'>
type AnArticle = Known<NewsArticle, 'NewsArticle'>
type APlace = Known<Place, 'Place'>
/** What is not known may stand as null. */
type Asked<Of> = { [Key in keyof Of]: Of[Key] | null | undefined }
type Graph = { '@graph': (APerson | AnOrganization)[] }
type Node = APerson | AnOrganization | AnArticle | Graph

/** The resource as JSON-LD that may stand in a script element of a page. */
export function jsonLd(body: string, { resource, publisher, pictures, citations }: Facts): string {
  const compose = isPage(resource) ? composers[resource] : undefined
  if (!compose) throw new Error(`${resource} have no page`)
  const shown = shownPicture(pictures)
  const image = shown && resource !== 'citations' ? { image: imageNode(shown, publisher.apiUrl) } : {}
  const node = { ...compose(JSON.parse(body), { ...publisher, outcomes: outcomesOf(citations) }), ...image }
  return JSON.stringify({ '@context': 'https://schema.org', ...node }).replaceAll('<', String.raw`\u003c`)
}

type Facts = {
  resource: ResourceName
  publisher: Publisher
  pictures: readonly Resource<'media'>[]
  /** The award entries that the resource names. */
  citations: readonly Resource<'citations'>[]
}

type Context = Publisher & { outcomes: Outcomes }

const composers: { [Of in Name]: (value: Resource<Of>, context: Context) => Node } = {
  laureates: laureateNode,
  citations: citationNode,
  'press-releases': articleNode,
}

/** Only what is known. */
const known = <Of extends object>(node: Asked<Of>): Of =>
  Object.fromEntries(
    Object.entries(node).filter(
      ([, value]) => value !== null && value !== undefined && !(Array.isArray(value) && value.length === 0),
    ),
  ) as Of

type Addressed = { slug: string; locale: string }

/** The page on the website; without one, the resource in this API. */
const addressFor = (resource: Name, { slug, locale }: Addressed, { siteUrl, apiUrl }: Publisher): string =>
  siteUrl === null
    ? `${apiUrl}${addressOf(resource, slug)}?locale=${locale}`
    : pageOf(siteUrl, locale, { resource, slug })

const idOf = (id: string): string => `urn:uuid:${id}`

// Schema.org takes days, months and years; what EDTF says beyond that it cannot say.
const date = (edtf: string | null | undefined): string | null =>
  edtf && /^\d{4}(?:-\d\d){0,2}$/.test(edtf) ? edtf : null

const place = (event: Resource<'laureates'>['birth']): APlace | null =>
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

function laureateNode(laureate: Resource<'laureates'>, context: Context): APerson | AnOrganization {
  const { id, name, fullName, nativeName, variants, birth, death } = laureate
  const others = [fullName?.text, nativeName?.value, ...variants.map(({ value }) => value)]
  const said = {
    '@id': idOf(id),
    name: name?.text,
    alternateName: [...new Set(others)].filter(
      (other): other is string => other !== undefined && other !== name?.text,
    ),
    // An award of schema.org was won: who declined one does not hold it.
    award: laureate.citations.filter((award) => context.outcomes.get(award.id) !== 'declined').map(awardName),
    sameAs: sameAs(laureate.sameAs),
    url: addressFor('laureates', laureate, context),
  }
  if (laureate.kind !== 'person')
    return known<AnOrganization>({
      '@type': 'Organization',
      ...said,
      foundingDate: date(laureate.founded),
      dissolutionDate: date(laureate.dissolved),
    })
  return known<APerson>({
    '@type': 'Person',
    ...said,
    givenName: laureate.givenName?.text,
    familyName: laureate.familyName?.text,
    birthDate: date(birth?.date),
    birthPlace: place(birth),
    deathDate: date(death?.date),
    deathPlace: place(death),
  })
}

// Schema.org has no type for an award: it is what the laureates hold.
function citationNode(citation: Resource<'citations'>, publisher: Publisher): Graph {
  const said = [awardName(citation), citation.motivation?.text].filter(Boolean).join(': ')
  const award = citation.status === 'declined' ? null : said
  return {
    '@graph': citation.laureates.map(({ id, slug, kind, name }) =>
      known<APerson | AnOrganization>({
        '@type': kind === 'person' ? 'Person' : 'Organization',
        '@id': idOf(id),
        name: name?.text,
        award,
        url: name && addressFor('laureates', { slug, locale: name.locale }, publisher),
        subjectOf: { '@type': 'WebPage', url: addressFor('citations', citation, publisher) },
      }),
    ),
  }
}

function articleNode(release: Resource<'press-releases'>, publisher: Publisher): AnArticle {
  const url = addressFor('press-releases', release, publisher)
  const self = known<AnOrganization>({
    '@type': 'Organization',
    name: publisher.name,
    url: publisher.siteUrl,
  })
  // Without a title it is not public in a language of this reader, and its address is 404 for them.
  const addressIn = ({ slug, title }: NonNullable<typeof release.corrects>): string | null =>
    title && addressFor('press-releases', { slug, locale: title.locale }, publisher)
  const other = (named: NonNullable<typeof release.corrects>) =>
    known<AnArticle>({
      '@type': 'NewsArticle',
      '@id': idOf(named.id),
      headline: named.title?.text,
      url: addressIn(named),
    })
  return known<AnArticle>({
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
      name: citation.title?.text ?? awardName(citation),
    })),
    citation: release.corrects && other(release.corrects),
    correction: release.correctedBy.flatMap((one) => addressIn(one) ?? []),
  })
}

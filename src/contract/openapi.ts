import { z } from 'zod'
import { answerSchemas, schemaName } from './lists'
import { feedNames, feeds } from './feeds'
import { formEndings, forms } from './forms'
import { filePaths } from './openapi-files'
import { graphqlPath } from './openapi-graphql'
import { ownPaths } from './openapi-own'
import { openapiPath, type Json, type JsonObject } from './openapi-path'
import { openapiProblems } from './openapi-problems'
import { openapiWebhooks } from './openapi-webhooks'
import { currentEditionParameters, listParameters, readerParameters, singleParameters } from './parameters'
import { problemSchema } from './problem'
import { searchParameters, searchSchema } from './search'
import { syncParameters, syncSchema } from './sync'
import { resourceNames, type ResourceName } from './resources'

// The OpenAPI 3.1 document of the delivery API, written from the schemas and the parameter table.

const say: Record<ResourceName, { one: string; many: string; address: string }> = {
  laureates: { one: 'a laureate', many: 'laureates', address: '/{slug}' },
  citations: { one: 'an award entry', many: 'award entries', address: '/{slug}' },
  editions: { one: 'one prize in one year', many: 'years', address: '/{prize}/{year}' },
  biographies: { one: 'a biography', many: 'biographies', address: '/{slug}' },
  'press-releases': { one: 'a press release', many: 'press releases', address: '/{slug}' },
  'press-contacts': { one: 'a press contact', many: 'press contacts', address: '/{id}' },
  media: { one: 'a picture', many: 'pictures', address: '/{id}' },
}

/** The whole document, as JSON data. Deterministic. */
export function openapi(): JsonObject {
  const paths = {
    ...Object.assign({}, ...resourceNames.map(pathsOf)),
    ...searchPath(),
    ...syncPath(),
    ...feedPaths(),
    ...sitemapPaths(),
    ...filePaths(),
    ...graphqlPath(),
    ...ownPaths(),
  }
  const webhooks = openapiWebhooks()
  return {
    openapi: '3.1.1',
    info: {
      title: 'Laureate Desk delivery API',
      version: '1',
      summary: 'What websites and journalists read of a prize foundation.',
      description:
        'Read-only. Every answer is public, carries a strong ETag and answers conditional requests with 304. Parameters that are unknown, repeated or malformed are refused with a problem (RFC 9457) that names them.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: '/', description: 'The server that this document comes from.' }],
    security: [],
    tags: [
      ...resourceNames.map((name) => ({ name, description: `Public ${say[name].many}.` })),
      { name: 'search', description: 'Everything public, by words and names.' },
      { name: 'sync', description: 'What a copy of everything public is kept with.' },
      { name: 'feeds', description: 'The newest press releases of a language.' },
      { name: 'press-kits', description: 'Pictures and texts for the press.' },
      { name: 'sitemap', description: 'The pages of the website, for search engines.' },
      { name: 'webhooks', description: 'What is sent to whoever wants to be told.' },
      { name: 'graphql', description: 'The same resources by GraphQL.' },
    ],
    paths,
    webhooks,
    components: { schemas: reachable({ paths, webhooks }), ...openapiProblems() },
  }
}

function pathsOf(resource: ResourceName): JsonObject {
  const { one, many, address } = say[resource]
  const { single, list } = answerSchemas[resource]
  const name = schemaName(resource)
  return {
    [`/v1/${resource}`]: openapiPath({
      id: `list${name}`,
      summary: `List ${many}`,
      tag: resource,
      parameters: listParameters(resource),
      schemas: [list.whole, list.trimmed],
    }),
    ...(resource === 'editions' ? currentEdition() : {}),
    ...(resource === 'laureates' ? laureatesTable() : {}),
    [`/v1/${resource}${address}`]: openapiPath({
      id: `get${name}`,
      summary: `Read ${one}`,
      tag: resource,
      address,
      parameters: singleParameters(resource),
      schemas: [single.whole, single.trimmed],
    }),
    ...formsOf(resource),
  }
}

function formsOf(resource: ResourceName): JsonObject {
  const { one, address } = say[resource]
  return Object.fromEntries(
    formEndings
      .filter((ending) => (forms[ending].resources as readonly ResourceName[]).includes(resource))
      .map((ending) => {
        const { mediaType, summary, description, ...form } = forms[ending]
        const path = openapiPath({
          id: `get${schemaName(resource)}As${capital(ending.split('.')[1] ?? '')}`,
          summary: `Read ${one} ${summary}`,
          tag: resource,
          address,
          parameters: readerParameters,
          media: { type: mediaType, description },
          schemas: 'schema' in form ? [form.schema] : [],
        })
        return [`/v1/${resource}${address}${ending}`, path]
      }),
  )
}

const currentEdition = (): JsonObject => ({
  '/v1/editions/current': openapiPath({
    id: 'getCurrentEdition',
    summary: 'Read the latest year that was announced',
    tag: 'editions',
    absence: 'unknown',
    parameters: currentEditionParameters,
    schemas: [answerSchemas.editions.single.whole, answerSchemas.editions.single.trimmed],
  }),
})

const laureatesTable = (): JsonObject => ({
  '/v1/laureates.csv': openapiPath({
    id: 'getLaureatesTable',
    summary: 'Read all laureates with their award entries as a table',
    tag: 'laureates',
    parameters: readerParameters,
    media: {
      type: 'text/csv',
      description:
        'RFC 4180, UTF-8 with a byte order mark, one row for each laureate and award entry. A cell that a spreadsheet would run as a formula begins with an apostrophe.',
    },
  }),
})

const searchPath = (): JsonObject => ({
  '/v1/search': openapiPath({
    id: 'search',
    summary: 'Find by words and names',
    tag: 'search',
    parameters: searchParameters,
    schemas: [searchSchema],
  }),
})

const syncPath = (): JsonObject => ({
  '/v1/sync': openapiPath({
    id: 'sync',
    summary: 'Read what changed',
    tag: 'sync',
    parameters: syncParameters,
    schemas: [syncSchema],
  }),
})

const feedPaths = (): JsonObject =>
  Object.fromEntries(feedNames.map((name) => [`/v1/feeds/{locale}/${name}`, feedPath(name)]))

function feedPath(name: (typeof feedNames)[number]): JsonObject {
  const { mediaType, summary, ...feed } = feeds[name]
  return openapiPath({
    id: `getPressFeed${name.split('.').slice(1).map(capital).join('')}`,
    summary: `Read the newest press releases ${summary}`,
    tag: 'feeds',
    address: '/{locale}',
    absence: 'unknown',
    parameters: [],
    media: { type: mediaType, description: 'A feed.' },
    schemas: 'schema' in feed ? [feed.schema] : [],
  })
}

const sitemapPaths = (): JsonObject => ({
  '/sitemap.xml': sitemapPath('getSitemap', 'Read the sitemap of the website, or the index of its parts'),
  '/sitemaps/{part}.xml': sitemapPath('getSitemapPart', 'Read a part of the sitemap', '/{part}'),
})

const sitemapPath = (id: string, summary: string, address = ''): JsonObject =>
  openapiPath({
    id,
    summary,
    tag: 'sitemap',
    address,
    absence: 'unknown',
    parameters: [],
    media: { type: 'application/xml', description: 'A sitemap with the languages of each page (hreflang).' },
  })

const capital = (word: string): string => word.slice(0, 1).toUpperCase() + word.slice(1)

// Components are the schemas that something here refers to, and what those refer to.
function reachable(described: JsonObject): JsonObject {
  const { schemas } = z.toJSONSchema(z.globalRegistry, { uri: (id) => `#/components/schemas/${id}` })
  const all = schemas as Record<string, Record<string, Json>>
  const wanted = new Set([z.globalRegistry.get(problemSchema)?.id ?? ''])
  collectRefs(described, wanted)
  for (const id of wanted) collectRefs(all[id] ?? {}, wanted)
  return Object.fromEntries([...wanted].toSorted().map((id) => [id, componentOf(all[id] ?? {})]))
}

const componentOf = ({ $schema: _schema, $id: _id, ...rest }: Record<string, Json>): JsonObject =>
  withoutNoise(rest) as JsonObject

// A format says what its long pattern says; the bounds of whole numbers are those of JSON.
function withoutNoise(value: Json): Json {
  if (Array.isArray(value)) return value.map(withoutNoise)
  if (typeof value !== 'object' || value === null) return value
  const kept = Object.entries(value).filter(([key, inner]) => {
    if (key === 'pattern') return value['format'] === undefined
    return typeof inner !== 'number' || Math.abs(inner) !== Number.MAX_SAFE_INTEGER
  })
  return Object.fromEntries(kept.map(([key, inner]) => [key, withoutNoise(inner)]))
}

function collectRefs(value: unknown, found: Set<string>): void {
  if (typeof value !== 'object' || value === null) return
  for (const [key, inner] of Object.entries(value)) {
    const id =
      key === '$ref' && typeof inner === 'string' && /^#\/components\/schemas\/(.+)$/.exec(inner)?.[1]
    if (id) found.add(id)
    else collectRefs(inner, found)
  }
}

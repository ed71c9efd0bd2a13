import { holdsWords } from './facets'
import { countryCodes, isCountry, isLanguage } from '@/formats'
import { localeCodes, sourceLocale } from '@/lib/locales'
import { fallbackModes, resources, type ResourceName } from './resources'

// What a request may say, as data: delivery reads requests by this table and OpenAPI is written from it.
// Everything that is not here is refused.

/** The values that a parameter takes. `list` is comma-separated without repeats. */
export type ParameterKind =
  | { type: 'enum'; values: readonly string[]; default?: string }
  | { type: 'list'; values: readonly string[] }
  | { type: 'integer'; min: number; max: number; default?: number }
  | {
      type: 'text'
      max: number
      pattern?: RegExp
      accepts?: (value: string) => boolean
      allowed: string
      example: string
    }

export type Parameter = { name: string; description: string; kind: ParameterKind; isRequired?: true }

const slugText = { type: 'text', max: 120, pattern: /^[a-z0-9]+(?:-[a-z0-9]+)*$/ } as const

export const locale: Parameter = {
  name: 'locale',
  description: 'The language of the answer. Never guessed from Accept-Language or a cookie.',
  kind: { type: 'enum', values: localeCodes, default: sourceLocale },
}
export const fallback: Parameter = {
  name: 'fallback',
  description:
    'What stands in for a text that is not public in the asked language: nothing (`none`), or the next language of the declared chain, which every value then says of itself. Names are not left out: one that is public in other languages only stands in for either.',
  kind: { type: 'enum', values: fallbackModes, default: 'declared' },
}
/** The parameters of what has no others. */
export const readerParameters: Parameter[] = [locale, fallback]

const limit: Parameter = {
  name: 'limit',
  description: 'The most items on a page.',
  kind: { type: 'integer', min: 1, max: 200, default: 50 },
}
export const cursor: Parameter = {
  name: 'cursor',
  description:
    'Where the page begins: taken from `links.next` of the page before, with the same other parameters.',
  kind: {
    type: 'text',
    max: 4000,
    pattern: /^[A-Za-z0-9_-]+$/,
    allowed: 'the cursor in links.next of the page before, with the same other parameters',
    example: 'WyJ4Il0',
  },
}
const year: Parameter = {
  name: 'year',
  description: 'The year of the award; with `yearTo` the first of several.',
  kind: { type: 'integer', min: 1, max: 9999 },
}
const yearTo: Parameter = {
  name: 'yearTo',
  description: 'The last year of the award, not before `year`.',
  kind: { type: 'integer', min: 1, max: 9999 },
}
const prize: Parameter = {
  name: 'prize',
  description: 'The prize, by the `slug` that answers give it. One that it had before finds the same.',
  kind: {
    ...slugText,
    allowed: 'the slug of a prize: lower-case letters, digits and hyphens',
    example: 'peace',
  },
}
const country: Parameter = {
  name: 'country',
  description: 'A country of the award entry, ISO 3166-1 alpha-2, or XK for Kosovo.',
  kind: {
    type: 'text',
    max: 2,
    pattern: /^[A-Z]{2}$/,
    accepts: isCountry,
    allowed: `one of the ${countryCodes().length - 1} codes of ISO 3166-1 alpha-2, such as SE, or XK`,
    example: 'SE',
  },
}
const theme: Parameter = {
  name: 'theme',
  description: 'A theme of the award entry, exactly as answers give it.',
  kind: {
    type: 'text',
    max: 120,
    allowed: 'the words of a theme, at most 120 characters',
    example: 'human-rights',
  },
}
const wikidata: Parameter = {
  name: 'wikidata',
  description: 'The laureate’s item on Wikidata.',
  kind: {
    type: 'text',
    max: 13,
    pattern: /^Q[1-9][0-9]{0,11}$/,
    allowed: 'a Wikidata item such as Q42',
    example: 'Q42',
  },
}
const q: Parameter = {
  name: 'q',
  description:
    'Words to find, anywhere in the names. Upper case, accents and quotation marks make no difference.',
  kind: {
    type: 'text',
    max: 200,
    accepts: holdsWords,
    allowed: 'at least one letter or digit, at most 200 characters',
    example: 'lindqvist',
  },
}
const status: Parameter = {
  name: 'status',
  description: 'Whether the award was received.',
  kind: { type: 'enum', values: resources.citations.shape.status.options },
}
const kind: Parameter = {
  name: 'kind',
  description: 'People or organisations.',
  kind: { type: 'enum', values: resources.laureates.shape.kind.options },
}
const type: Parameter = {
  name: 'type',
  description: 'What the press release is for.',
  kind: { type: 'enum', values: resources['press-releases'].shape.type.options },
}
const desk: Parameter = {
  name: 'desk',
  description: 'The desk that the contact belongs to.',
  kind: { type: 'enum', values: resources['press-contacts'].shape.desk.options },
}
const language: Parameter = {
  name: 'language',
  description:
    'The language that a journalist speaks. Contacts who speak it come first, then those for international media; `meta.matchedBy` says which is which. `pt` also finds `pt-BR`, and the other way round.',
  kind: {
    type: 'text',
    max: 35,
    pattern: /^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/,
    accepts: isLanguage,
    allowed: 'a language, BCP-47, such as pt or zh-Hans',
    example: 'pt',
  },
}

const filters: Record<ResourceName, Parameter[]> = {
  laureates: [year, yearTo, prize, kind, country, theme, wikidata, q],
  citations: [year, yearTo, prize, country, theme, status, q],
  editions: [year, yearTo, prize],
  biographies: [year, yearTo],
  'press-releases': [year, yearTo, prize, type, q],
  'press-contacts': [language, desk],
  media: [q],
}

/** The orders that a list can be asked for; the first is the default. `-` means last first. */
export const sorts = {
  laureates: ['name', '-name', 'year', '-year'],
  citations: ['-year', 'year', 'title', '-title'],
  editions: ['-year', 'year'],
  biographies: ['-year', 'year', 'title', '-title'],
  'press-releases': ['-date', 'date'],
  'press-contacts': ['order'],
  media: ['title', '-title'],
} as const satisfies Record<ResourceName, readonly string[]>
export type Sort = (typeof sorts)[ResourceName][number]

/** What one answer can carry along, in `included`. */
export const includes = {
  laureates: ['citations', 'media'],
  citations: ['laureates', 'biography', 'contacts', 'releases', 'media'],
  editions: ['citations', 'laureates', 'contacts', 'releases'],
  biographies: ['citations', 'laureates'],
  'press-releases': ['citations', 'media'],
  'press-contacts': [],
  media: [],
} as const satisfies Record<ResourceName, readonly string[]>
export type Include = (typeof includes)[ResourceName][number]

/** The resource that a name in `include=` brings. */
export const includedResource = {
  laureates: 'laureates',
  biography: 'biographies',
  contacts: 'press-contacts',
  citations: 'citations',
  releases: 'press-releases',
  media: 'media',
} as const satisfies Record<Include, ResourceName>

const fields = (resource: ResourceName): Parameter => ({
  name: 'fields',
  description: 'Only these members of the resource, comma-separated.',
  kind: { type: 'list', values: Object.keys(resources[resource].shape) },
})

const include = (resource: ResourceName): Parameter[] =>
  includes[resource].length === 0
    ? []
    : [
        {
          name: 'include',
          description: 'Other resources to send along in `included`, comma-separated.',
          kind: { type: 'list', values: includes[resource] },
        },
      ]

const sort = (resource: ResourceName): Parameter => ({
  name: 'sort',
  description: 'The order; names and titles sort as the asked language does.',
  kind: { type: 'enum', values: sorts[resource], default: sorts[resource][0] },
})

/** The parameters of `/v1/{resource}/{slug}`. */
export const singleParameters = (resource: ResourceName): Parameter[] => [
  locale,
  fallback,
  ...include(resource),
  fields(resource),
]

/** The parameters of `/v1/{resource}`. */
export const listParameters = (resource: ResourceName): Parameter[] => [
  locale,
  fallback,
  ...filters[resource],
  sort(resource),
  limit,
  cursor,
  fields(resource),
]

/** The parameters of `/v1/editions/current`. */
export const currentEditionParameters: Parameter[] = [...singleParameters('editions'), prize]

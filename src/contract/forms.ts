import { z } from 'zod'
import { headSchema } from './head'
import { pageResources, type ResourceName } from './resources'

// Other forms of a resource, by the ending of its address.

const jsonLdSchema = z
  .looseObject({ '@context': z.literal('https://schema.org') })
  .meta({ id: 'JsonLd', description: 'JSON-LD in the words of schema.org.' })

type Form = {
  mediaType: string
  resources: readonly ResourceName[]
  summary: string
  description: string
  schema?: z.ZodType
}

export const forms = {
  '.vcf': {
    mediaType: 'text/vcard',
    resources: ['press-contacts'],
    summary: 'as a card for address books',
    description: 'vCard 4.0 (RFC 6350), in UTF-8.',
  },
  '.jsonld': {
    mediaType: 'application/ld+json',
    resources: pageResources,
    summary: 'in the words of schema.org',
    description: 'JSON-LD 1.1 that may stand in a script element of a page.',
    schema: jsonLdSchema,
  },
  '.head.json': {
    mediaType: 'application/json',
    resources: pageResources,
    summary: 'as metadata for the head of its page',
    description: 'Title, description, canonical address, languages and Open Graph.',
    schema: headSchema,
  },
} as const satisfies Record<`.${string}`, Form>

/** The ending of an address that asks for another form. */
export type FormEnding = keyof typeof forms
export const formEndings = Object.keys(forms) as FormEnding[]

import { z } from 'zod'
import { holdsWords } from './facets'
import type { Parameter } from './parameters'
import { cursor, fallback, locale } from './parameters'
import { resourceNames } from './resources'
import { localeSchema, textSchema } from './values'

// What `/v1/search` takes and answers.

const hitSchema = z
  .strictObject({
    type: z.enum(resourceNames as [string, ...string[]]).describe('The kind of resource.'),
    id: z.uuid(),
    slug: z.string().min(1),
    href: z.string().describe('The address of the resource for this reader, without the host.'),
    title: textSchema.nullable(),
    years: z.array(z.int()).describe('The years of the award.'),
    snippet: z
      .strictObject({
        text: z.string().describe('Plain text.'),
        html: z.string().describe('The same, escaped, with what was found in `mark` elements.'),
        locale: localeSchema,
        isFallback: z.boolean(),
      })
      .nullable()
      .describe('A passage with what was found, or how the text begins; null where there is no text.'),
  })
  .meta({ id: 'SearchHit', description: 'A public resource that was found.' })
export type SearchHit = z.infer<typeof hitSchema>

export const mostHits = 400

export const searchSchema = z
  .strictObject({
    data: z.array(hitSchema).describe('Best first.'),
    meta: z.strictObject({
      total: z.int().min(0).max(mostHits).describe(`Hits of all pages. No more than ${mostHits} are ranked.`),
      locale: localeSchema.describe('The asked language.'),
      release: z.int().min(0).describe('The number of the latest release that changed what is public.'),
    }),
    links: z.strictObject({
      next: z
        .string()
        .nullable()
        .describe('The address of the next page, without the host; null on the last.'),
    }),
  })
  .meta({ id: 'SearchResult', description: 'A page of what was found.' })

const longestQuestion = 200

/** The parameters of `/v1/search`. */
export const searchParameters: Parameter[] = [
  {
    name: 'q',
    isRequired: true,
    description:
      'What to find: names in any spelling or script, and words of the asked language in any form. Every word must be there. Upper case, accents, apostrophes and quotation marks make no difference.',
    kind: {
      type: 'text',
      max: longestQuestion,
      accepts: holdsWords,
      allowed: `at least one letter or digit, at most ${longestQuestion} characters`,
      example: 'lindqvist',
    },
  },
  locale,
  fallback,
  {
    name: 'type',
    description: 'Only these kinds of resources, comma-separated.',
    kind: { type: 'list', values: resourceNames },
  },
  {
    name: 'limit',
    description: 'The most hits on a page.',
    kind: { type: 'integer', min: 1, max: 50, default: 20 },
  },
  cursor,
]

import { z } from 'zod'
import { fallback, locale, type Parameter } from './parameters'
import { resourceNames, resources } from './resources'
import { localeSchema } from './values'

// What `/v1/sync` takes and answers: how a copy of everything public is kept.

const pattern = /^[A-Za-z0-9_-]+$/

const what = {
  resource: z.enum(resourceNames as [string, ...string[]]).describe('The kind of resource.'),
  id: z.uuid(),
  at: z.iso.datetime().describe('When it changed.'),
}

const changeSchema = z
  .discriminatedUnion('state', [
    z.strictObject({
      state: z.literal('public'),
      ...what,
      body: z
        .union(Object.values(resources))
        .describe('The resource, as its own address sends it to this reader.'),
    }),
    // A tombstone names nobody.
    z.strictObject({ state: z.literal('withdrawn'), ...what }),
  ])
  .meta({
    id: 'Change',
    description: 'A resource that this reader gets, or not any more, since it changed last.',
  })

export const syncSchema = z
  .strictObject({
    data: z.array(changeSchema).describe('The latest change of each resource, in the order of the changes.'),
    meta: z.strictObject({
      locale: localeSchema.describe('The asked language.'),
      token: z.string().regex(pattern).describe('What to ask for next with `since`, for the same reader.'),
      more: z.boolean().describe('Whether there is more already; else ask again later.'),
      release: z.int().min(0).describe('The number of the latest release that changed what is public.'),
    }),
    links: z.strictObject({ next: z.string().describe('The address to ask next, without the host.') }),
  })
  .meta({ id: 'Changes', description: 'What changed since a token.' })

/** The parameters of `/v1/sync`. */
export const syncParameters: Parameter[] = [
  locale,
  fallback,
  {
    name: 'since',
    description:
      'The token of the answer before, which had the same `locale` and `fallback`; without it everything that is public. A token of a database that was restored or replaced is refused as `begin-anew`.',
    kind: {
      type: 'text',
      max: 64,
      pattern,
      allowed: 'the token in meta.token of the answer before, or nothing to begin anew',
      example: 'ZW4uZGVjbGFyZWQuMC4wLg',
    },
  },
  {
    name: 'limit',
    description: 'The most changes in an answer.',
    kind: { type: 'integer', min: 1, max: 200, default: 100 },
  },
]

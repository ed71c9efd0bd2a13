import { z } from 'zod'
import { includedResource, includes, type Include } from './parameters'
import { resourceNames, resources, type ResourceName } from './resources'
import { localeSchema } from './values'

// Answers around resources: lists, what `include=` sends along, and what `fields=` leaves.

const metaShape = {
  total: z.int().min(0).describe('Items of all pages.'),
  locale: localeSchema.describe('The asked language.'),
  release: z.int().min(0).describe('The number of the latest release that changed what is public.'),
}
const links = z.strictObject({
  next: z.string().nullable().describe('The address of the next page, without the host; null on the last.'),
})
const matchedBy = z
  .record(z.uuid(), z.enum(['language', 'international']))
  .describe('With `language`: why each contact of this page is here, by its id.')

/** The name of a resource's schema: 'press-contacts' → 'PressContact'. */
export const schemaName = (resource: ResourceName): string =>
  z.globalRegistry.get(resources[resource])?.id ?? resource

const includedSchema = (name: Include): z.ZodType =>
  name === 'biography'
    ? resources[includedResource[name]].nullable()
    : z.array(resources[includedResource[name]])

const includedOf = (resource: ResourceName): z.ZodType =>
  z.strictObject(
    Object.fromEntries(includes[resource].map((name) => [name, includedSchema(name).optional()])),
  )

const parts = Object.fromEntries(
  resourceNames.map((name) => {
    const schema: z.ZodObject = resources[name]
    const part = schema.partial()
    return [name, part.meta({ id: `${schemaName(name)}Part`, description: 'What `fields` asked for.' })]
  }),
) as Record<ResourceName, z.ZodObject>

/** A single answer: the resource, and in `included` what was asked for. */
function singleSchema(resource: ResourceName) {
  const schema: z.ZodObject = resources[resource]
  const part = parts[resource]
  if (includes[resource].length === 0) return { whole: schema, trimmed: part }
  const included = includedOf(resource).optional()
  return {
    whole: schema.extend({ included }).meta({ id: `${schemaName(resource)}Answer` }),
    trimmed: part.extend({ included }).meta({ id: `${schemaName(resource)}PartAnswer` }),
  }
}

/** A page of a list. */
function listSchema(resource: ResourceName) {
  const meta = z.strictObject(
    resource === 'press-contacts' ? { ...metaShape, matchedBy: matchedBy.optional() } : metaShape,
  )
  const page = (item: z.ZodType, suffix: string) =>
    z.strictObject({ data: z.array(item), meta, links }).meta({ id: `${schemaName(resource)}${suffix}` })
  return { whole: page(resources[resource], 'List'), trimmed: page(parts[resource], 'PartList') }
}

/** The schemas of both kinds of answer for every resource, registered by their names. */
export const answerSchemas = Object.fromEntries(
  resourceNames.map((name) => [name, { single: singleSchema(name), list: listSchema(name) }]),
) as Record<ResourceName, { single: ReturnType<typeof singleSchema>; list: ReturnType<typeof listSchema> }>

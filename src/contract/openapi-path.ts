import { z } from 'zod'
import { localeCodes } from '@/lib/locales'
import { conditional, everywhere, response } from './openapi-problems'
import type { Parameter, ParameterKind } from './parameters'

// The parts that every path of the OpenAPI document is made of.

export type Json = string | number | boolean | null | Json[] | JsonObject
export type JsonObject = { [key: string]: Json }

type Path = {
  id: string
  summary: string
  tag: string
  /** Path parameters, as in '/{prize}/{year}'; absent for lists. */
  address?: string
  /** Which refusals there are besides those of every address; those of a resource where there is an address. */
  absence?: 'none' | 'unknown' | 'moved or gone'
  /** What the answer is when it is not application/json; text where there is no schema. */
  media?: { type: string; description: string }
  parameters: readonly Parameter[]
  /** The whole answer, and where there is one the answer to `fields=`. */
  schemas?: readonly z.ZodType[]
}

export const ref = (schema: z.ZodType): JsonObject => ({
  $ref: `#/components/schemas/${z.globalRegistry.get(schema)?.id}`,
})
const schemaOf = (schemas: readonly z.ZodType[]): JsonObject => {
  const [only] = schemas
  return schemas.length === 1 && only ? ref(only) : { anyOf: schemas.map(ref) }
}
const contentOf = ({ media, schemas = [] }: Pick<Path, 'media' | 'schemas'>): JsonObject =>
  media && schemas.length === 0
    ? { [media.type]: { schema: { type: 'string', description: media.description } } }
    : { [media?.type ?? 'application/json']: { schema: schemaOf(schemas) } }
/** A path item with its one operation. HEAD answers like GET without the body. */
export function openapiPath({ id, summary, tag, address, parameters, ...answer }: Path): JsonObject {
  const { absence = address === undefined ? 'none' : 'moved or gone' } = answer
  return {
    get: {
      operationId: id,
      summary,
      tags: [tag],
      parameters: [...pathParameters(address ?? ''), ...parameters.map(queryParameter), ...conditional],
      responses: {
        '200': {
          description: 'The answer.',
          headers: successHeaders,
          content: contentOf(answer),
        },
        '304': response('not-modified'),
        ...(absence === 'moved or gone' ? { '308': response('moved') } : {}),
        '400': response('bad-request'),
        ...(absence === 'none' ? {} : { '404': response('not-found') }),
        ...(absence === 'moved or gone' ? { '410': response('gone') } : {}),
        ...everywhere,
        '503': response('unavailable'),
      },
    },
  }
}

const pathSchemas: Record<string, JsonObject> = {
  slug: { type: 'string', minLength: 1, maxLength: 300 },
  prize: { type: 'string', minLength: 1, maxLength: 120 },
  year: { type: 'integer', minimum: 1, maximum: 9999 },
  id: { type: 'string', format: 'uuid' },
  locale: { type: 'string', enum: [...localeCodes] },
  part: { type: 'integer', minimum: 1, maximum: 9999 },
  file: { type: 'string', pattern: '^[A-Za-z0-9]{20}\\.(avif|webp|jpg|png)$' },
}

const pathParameters = (address: string): JsonObject[] =>
  [...address.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => ({
    name,
    in: 'path',
    required: true,
    description: `The ${name} that answers give.`,
    schema: pathSchemas[name] ?? { type: 'string' },
  }))

const queryParameter = ({ name, description, kind, isRequired }: Parameter): JsonObject => ({
  name,
  in: 'query',
  description,
  ...(isRequired ? { required: true } : {}),
  ...(kind.type === 'list' ? { style: 'form', explode: false } : {}),
  schema: parameterSchema(kind),
  ...(kind.type === 'text' ? { example: kind.example } : {}),
})

function parameterSchema(kind: ParameterKind): JsonObject {
  switch (kind.type) {
    case 'enum':
      return {
        type: 'string',
        enum: [...kind.values],
        ...(kind.default === undefined ? {} : { default: kind.default }),
      }
    case 'list':
      return {
        type: 'array',
        minItems: 1,
        uniqueItems: true,
        items: { type: 'string', enum: [...kind.values] },
      }
    case 'integer':
      return {
        type: 'integer',
        minimum: kind.min,
        maximum: kind.max,
        ...(kind.default === undefined ? {} : { default: kind.default }),
      }
    case 'text':
      break
  }
  return {
    type: 'string',
    minLength: 1,
    maxLength: kind.max,
    ...(kind.pattern ? { pattern: kind.pattern.source } : {}),
  }
}

const names = ['ETag', 'Last-Modified', 'Cache-Control', 'Content-Language', 'Vary', 'Link', 'Cache-Tag']
const successHeaders: JsonObject = Object.fromEntries(
  names.map((name) => [name, { $ref: `#/components/headers/${name}` }]),
)

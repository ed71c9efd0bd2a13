import { z } from 'zod'
import { localeCodes } from '@/lib/locales'
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
const response = (name: string): JsonObject => ({ $ref: `#/components/responses/${name}` })

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

export const conditional: JsonObject[] = [
  { $ref: '#/components/parameters/if-none-match' },
  { $ref: '#/components/parameters/if-modified-since' },
]

const names = ['ETag', 'Last-Modified', 'Cache-Control', 'Content-Language', 'Vary', 'Link', 'Cache-Tag']
const successHeaders: JsonObject = Object.fromEntries(
  names.map((name) => [name, { $ref: `#/components/headers/${name}` }]),
)

const header = (description: string): JsonObject => ({ description, schema: { type: 'string' } })
const problemContent: JsonObject = {
  'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } },
}
const refusal = (description: string, headers: JsonObject = {}): JsonObject => ({
  description,
  headers: { 'Cache-Control': { $ref: '#/components/headers/Cache-Control' }, ...headers },
  content: problemContent,
})

/** Headers, conditional request headers and refusals that the paths refer to. */
export const openapiProblems = (): JsonObject => ({
  parameters: {
    'if-none-match': {
      name: 'If-None-Match',
      in: 'header',
      description: 'Entity tags of answers that the client holds (RFC 9110).',
      schema: { type: 'string' },
    },
    'if-modified-since': {
      name: 'If-Modified-Since',
      in: 'header',
      description: 'Read only without If-None-Match (RFC 9110).',
      schema: { type: 'string' },
    },
  },
  headers: {
    ETag: header('Strong; changes exactly when the bytes do.'),
    'Last-Modified': header('The last public change.'),
    'Cache-Control': header('The same for all answers of a kind.'),
    'Content-Language': header('The language of the answer.'),
    Vary: header('Accept-Encoding.'),
    Link: header('Alternates in the other public languages; the next page.'),
    'Cache-Tag': header('Ids of the public resources in the answer, or the name of the list.'),
    'Content-Range': header('The length of the file, after `bytes */`.'),
    Location: header('The address that replaced this one.'),
    'Retry-After': header('Seconds to wait.'),
  },
  responses: {
    'not-modified': {
      description: 'The client holds the current answer.',
      headers: { ETag: { $ref: '#/components/headers/ETag' } },
    },
    moved: {
      description: 'The address changed.',
      headers: { Location: { $ref: '#/components/headers/Location' } },
    },
    'bad-request': refusal('Something in the request is not allowed; the problem names it.'),
    'not-found': refusal('Nothing public is here, in this language.'),
    gone: refusal('What was here was taken down.'),
    'range-not-satisfiable': refusal('The file has fewer bytes.', {
      'Content-Range': { $ref: '#/components/headers/Content-Range' },
    }),
    unavailable: refusal('The answer is not in memory and the database does not answer.', {
      'Retry-After': { $ref: '#/components/headers/Retry-After' },
    }),
  },
})

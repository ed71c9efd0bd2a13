import { z } from 'zod'
import { sha256 } from '@/lib/hash'
import type { Parameter } from './parameters'

// What `/graphql` takes and answers: GraphQL over HTTP, with automatic persisted queries.

/** The most bytes of a request sent with POST. */
export const longestGraphqlBody = 32 * 1024

/** What an answer is for those who accept it; its status then tells of errors. */
export const graphqlMediaType = 'application/graphql-response+json'

const isObjectText = (text: string): boolean => {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null && !Array.isArray(value)
  } catch {
    return false
  }
}

const exampleQuery =
  'query Names($locale: Locale) { laureates(locale: $locale, limit: 3) { data { slug name { text locale } } nextCursor } }'
const examplePersisted = { persistedQuery: { version: 1, sha256Hash: sha256(exampleQuery) } }

/** The parameters of `GET /graphql`. */
export const graphqlParameters: Parameter[] = [
  {
    name: 'query',
    isRequired: true,
    description:
      'A GraphQL document of one query, or several of which `operationName` names one. May be left out where `extensions` names a document that this server has seen. A longer one goes by POST.',
    kind: {
      type: 'text',
      max: 4096,
      allowed: 'a GraphQL document of at most 4096 characters',
      example: exampleQuery,
    },
  },
  {
    name: 'operationName',
    description: 'Which query of the document.',
    kind: {
      type: 'text',
      max: 120,
      pattern: /^[_A-Za-z][_0-9A-Za-z]*$/,
      allowed: 'a name of GraphQL',
      example: 'Names',
    },
  },
  {
    name: 'variables',
    description: 'The values of the variables, as a JSON object.',
    kind: {
      type: 'text',
      max: 4096,
      accepts: isObjectText,
      allowed: 'a JSON object of at most 4096 characters',
      example: '{"locale":"sv"}',
    },
  },
  {
    name: 'extensions',
    description:
      'A JSON object. `persistedQuery` holds `version` 1 and `sha256Hash`, the SHA-256 of the document in hexadecimal. A document is known after it was sent once with its hash; others are answered with PersistedQueryNotFound.',
    kind: {
      type: 'text',
      max: 4096,
      accepts: isObjectText,
      allowed: 'a JSON object of at most 4096 characters',
      example: JSON.stringify(examplePersisted),
    },
  },
]

const map = z.record(z.string(), z.unknown())
const scalar = z.union([z.string(), z.number(), z.boolean(), z.null()])

export const graphqlRequestSchema = z
  .strictObject({
    query: z.string().min(1).nullish(),
    operationName: z.string().nullish(),
    variables: z.record(z.string(), z.union([scalar, z.array(scalar)])).nullish(),
    extensions: map.nullish(),
  })
  .meta({ id: 'GraphqlRequest', description: 'A GraphQL request.' })
export type GraphqlRequest = z.infer<typeof graphqlRequestSchema>

const errorSchema = z.looseObject({
  message: z.string(),
  locations: z.array(z.strictObject({ line: z.int(), column: z.int() })).optional(),
  path: z.array(z.union([z.string(), z.int()])).optional(),
  extensions: z.looseObject({ code: z.string().describe('What went wrong, for programs.') }).optional(),
})

export const graphqlAnswerSchema = z
  .strictObject({
    data: map.optional().describe('What was asked for; absent where there are errors.'),
    errors: z.array(errorSchema).min(1).optional(),
  })
  .meta({ id: 'GraphqlAnswer', description: 'The answer of GraphQL: data or errors, never both.' })

import type { JsonObject } from './openapi-path'

// Refusals, conditions and headers of the OpenAPI document, described once and named by each operation.

export const response = (name: string): JsonObject => ({ $ref: `#/components/responses/${name}` })

/** Refusals of every address: they are made before it is read. */
export const everywhere: JsonObject = {
  '405': response('method-not-allowed'),
  '408': response('too-slow'),
  '414': response('too-long'),
  '431': response('headers-too-large'),
}

export const conditional: JsonObject[] = [
  { $ref: '#/components/parameters/if-none-match' },
  { $ref: '#/components/parameters/if-modified-since' },
]

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
export const openapiProblems = (): JsonObject => ({ parameters, headers, responses })

const parameters: JsonObject = {
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
}

const headers: JsonObject = {
  ETag: header('Strong; changes exactly when the bytes do.'),
  'Last-Modified': header('The last public change.'),
  'Cache-Control': header('The same for all answers of a kind.'),
  'Content-Language': header('The language of the answer.'),
  Vary: header('Accept-Encoding.'),
  Link: header('Alternates in the other public languages; the next page.'),
  'Cache-Tag': header(
    'Ids of the public resources in the answer, and names of lists whose resources may come into it.',
  ),
  'Content-Range': header('The length of the file, after `bytes */`.'),
  Allow: header('The methods that there are.'),
  Location: header('The address that replaced this one.'),
  'Retry-After': header('Seconds to wait.'),
}

const responses: JsonObject = {
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
  'method-not-allowed': refusal('The address is asked with another method.', {
    Allow: { $ref: '#/components/headers/Allow' },
  }),
  'too-slow': refusal('Headers took more than ten seconds, or a request more than fifteen.'),
  'too-long': refusal('The address holds more than 8192 characters.'),
  'headers-too-large': refusal('Address and headers together hold more than 16 KiB.'),
  'range-not-satisfiable': refusal('The file has fewer bytes.', {
    'Content-Range': { $ref: '#/components/headers/Content-Range' },
  }),
  unavailable: refusal('The answer is not in memory and the database does not answer.', {
    'Retry-After': { $ref: '#/components/headers/Retry-After' },
  }),
}

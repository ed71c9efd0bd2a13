import { problem, type Problem, type ProblemCode } from '@/contract'

/** A request that gets a problem (RFC 9457) instead of an answer; `headers` are lines that go along. */
export class Refused extends Error {
  constructor(
    readonly details: Problem,
    readonly headers: readonly string[] = [],
  ) {
    super(details.detail)
    this.name = 'Refused'
  }
}

export const refused = (code: ProblemCode, details: Parameters<typeof problem>[1]): Refused =>
  new Refused(problem(code, details))

// One object, so that what is unknown and what is not public cannot be told apart.
export const notFound = refused('not-found', {
  detail: 'Nothing public is at this address in this language. GET /openapi.json lists every address.',
})
export const gone = refused('gone', { detail: 'What was at this address was taken down.' })
/** Of a file of so many bytes, none that were asked for (RFC 9110, 15.5.17). */
export const notSatisfiable = (bytes: number): Refused =>
  new Refused(problem('range-not-satisfiable', { detail: `The file has ${bytes} bytes.` }), [
    `Content-Range: bytes */${bytes}`,
  ])
export const unavailable = new Refused(
  problem('unavailable', {
    detail: 'This answer cannot be made at this moment. Please ask again in a few seconds.',
  }),
  ['Retry-After: 5'],
)
export const internal = refused('internal', {
  detail: 'The answer could not be made. The reason is in the log of the server.',
})
export const notOneHost = new Refused(
  problem('bad-request', { detail: 'A request of HTTP/1.1 names its host, once.' }),
  ['Connection: close'],
)
export const methodNotAllowed = new Refused(
  problem('method-not-allowed', {
    detail: 'This is for reading: GET, HEAD and OPTIONS.',
    allowed: ['GET', 'HEAD', 'OPTIONS'],
  }),
  ['Allow: GET, HEAD, OPTIONS', 'Connection: close'],
)

export const graphqlMethods = ['GET', 'HEAD', 'POST', 'OPTIONS']
export const graphqlMethodNotAllowed = new Refused(
  problem('method-not-allowed', {
    detail: 'GraphQL is asked with GET or POST.',
    allowed: graphqlMethods,
  }),
  [`Allow: ${graphqlMethods.join(', ')}`, 'Connection: close'],
)

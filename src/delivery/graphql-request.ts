import type { IncomingMessage } from 'node:http'
import {
  graphqlMediaType,
  graphqlParameters,
  graphqlRequestSchema,
  longestGraphqlBody,
  type GraphqlRequest,
} from '@/contract'
import { readQuery } from './read-query'
import { splitTarget } from './read-target'
import { refused, Refused } from './refused'

// GraphQL over HTTP, as far as it is HTTP: what is asked, and which form the answer takes.

export type GraphqlType = typeof graphqlMediaType | 'application/json'

/** Whether the address of a request is that of GraphQL. */
export const isGraphql = (target: string): boolean =>
  /^(?:https?:\/\/[^/?#]*)?\/graphql(?:\?|$)/i.test(target)

/** What is asked. Throws Refused. */
export const readGraphqlRequest = (request: IncomingMessage): Promise<GraphqlRequest> =>
  request.method === 'POST' ? readPosted(request) : readAddress(request.url ?? '')

// The document may be left out, for one that is known by its hash.
const parameters = graphqlParameters.map(({ isRequired: _isRequired, ...parameter }) => parameter)

async function readAddress(target: string): Promise<GraphqlRequest> {
  const values = readQuery(splitTarget(target).search, parameters)
  const json = (name: string) => {
    const text = values.get(name)
    return text === undefined ? {} : { [name]: JSON.parse(String(text)) as unknown }
  }
  return check({
    query: values.get('query'),
    operationName: values.get('operationName'),
    ...json('variables'),
    ...json('extensions'),
  })
}

async function readPosted(request: IncomingMessage): Promise<GraphqlRequest> {
  const { search } = splitTarget(request.url ?? '')
  readQuery(search, [])
  const { 'content-type': type = '', 'content-encoding': coding } = request.headers
  if (!/^application\/json[ \t]*(?:;[ \t]*charset[ \t]*=[ \t]*"?utf-8"?[ \t]*)?$/i.test(type) || coding)
    throw new Refused(notJson.details, close)
  const text = await readBody(request)
  try {
    return check(JSON.parse(text))
  } catch (error) {
    if (error instanceof SyntaxError)
      throw refused('bad-request', { detail: 'The body of the request is not JSON.' })
    throw error
  }
}

const close = ['Connection: close']
const notJson = refused('unsupported-media-type', {
  detail: 'A GraphQL request is sent as application/json in UTF-8, without a content coding.',
})
const tooLarge = refused('body-too-large', {
  detail: `A GraphQL request may hold ${longestGraphqlBody} bytes.`,
})

async function readBody(request: IncomingMessage): Promise<string> {
  if (Number(request.headers['content-length'] ?? 0) > longestGraphqlBody)
    throw new Refused(tooLarge.details, close)
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of untilBroken(request)) {
    length += chunk.length
    if (length > longestGraphqlBody) throw new Refused(tooLarge.details, close)
    chunks.push(chunk)
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks))
  } catch {
    throw refused('bad-request', { detail: 'The body of the request is not UTF-8.' })
  }
}

async function* untilBroken(request: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  try {
    yield* request
  } catch {
    // Nobody is there to read this.
    throw refused('bad-request', { detail: 'The request broke off.' })
  }
}

// Of what came as JSON. Addresses are shorter, and are refused before.
const allowed: Record<keyof GraphqlRequest, string> = {
  query: 'a GraphQL document, not empty',
  operationName: 'a name of GraphQL',
  variables: 'a JSON object of texts, numbers, true, false, null and lists of these',
  extensions: 'a JSON object',
}

function check(value: unknown): GraphqlRequest {
  if (Array.isArray(value))
    throw refused('bad-request', { detail: 'One request at a time: lists of requests are not read.' })
  const { data, error } = graphqlRequestSchema.safeParse(value)
  if (data) return data
  const [issue] = error.issues
  const name = issue?.code === 'unrecognized_keys' ? issue.keys[0] : issue?.path[0]
  if (name === undefined)
    throw refused('bad-request', { detail: 'The body of the request is not an object.' })
  const parameter = shorten(String(name))
  if (issue?.code === 'unrecognized_keys')
    throw refused('unknown-parameter', {
      detail: `There is no member “${parameter}” in a GraphQL request.`,
      parameter,
      allowed: graphqlParameters.map((each) => each.name),
    })
  throw refused('bad-value', {
    detail: `“${parameter}” is not what GraphQL expects there.`,
    parameter,
    allowed: [allowed[name as keyof GraphqlRequest]],
  })
}

const shorten = (text: string): string => (text.length > 60 ? `${text.slice(0, 60).toWellFormed()}…` : text)

/** The form of the answer. The newer one only for those who name it. */
export function chooseGraphqlType(accept: string | undefined): GraphqlType {
  const weights = new Map(
    (accept ?? '').split(',').map((part): [string, number] => {
      const [type = '', ...rest] = part.split(';').map((each) => each.trim().toLowerCase())
      const q = rest.find((each) => each.startsWith('q='))
      return [type, q === undefined ? 1 : Number(q.slice(2))]
    }),
  )
  const wanted = weights.get(graphqlMediaType) ?? 0
  return wanted > 0 && wanted >= (weights.get('application/json') ?? 0)
    ? graphqlMediaType
    : 'application/json'
}

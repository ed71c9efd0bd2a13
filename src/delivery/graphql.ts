import type { IncomingMessage } from 'node:http'
import { GraphQLError } from 'graphql'
import { graphqlMediaType, type GraphqlRequest } from '@/contract'
import { graphqlRefusal, prepareQuestion, Unanswerable, type Prepared, type Question } from '@/graphql'
import { sha256 } from '@/lib/hash'
import type { Database } from './database'
import { messageEntry, problemEntry, successEntry, type Entry } from './entry'
import { asGraphqlError, wantedBy } from './graphql-address'
import { executeQuestion } from './graphql-execute'
import { chooseGraphqlType, readGraphqlRequest, type GraphqlType } from './graphql-request'
import type { Memory } from './memory'
import { createRecent } from './recent'
import { internal, refused, Refused } from './refused'
import { createTurns } from './turns'

// `/graphql`: the published bodies, by GraphQL. Equal questions have one answer in memory, however they are written.

type Tools = { database: Database; memory: Memory; report: (error: unknown) => void }

/** An answer, and the name under which memory may have it. */
export type GraphqlAnswer = { key: string; entry: Entry; isHit: boolean }

// So that GraphQL never holds all connections.
const atOnce = 3
const waiting = 200
const documentCharacters = 1024 * 1024
const mostSpellings = 5000

/** Never rejects. */
export function createGraphql(tools: Tools): (request: IncomingMessage) => Promise<GraphqlAnswer> {
  const documents = createDocuments()
  const answers = createAnswers(tools)
  return async (request) => {
    const type = chooseGraphqlType(request.headers.accept)
    try {
      const { isKnown, question } = documents.read(await readGraphqlRequest(request))
      if (!isKnown) return refusal(documents.unknown, type, type === graphqlMediaType ? 404 : 200)
      const answer = await answers(question, type)
      documents.keep(question.query)
      return answer
    } catch (error) {
      return refusalOf(error, { type, report: tools.report })
    }
  }
}

type Asked = { isKnown: true; question: Question } | { isKnown: false; question?: undefined }

/** Documents that were asked, by their SHA-256: a client may then send the hash alone (automatic persisted queries). */
function createDocuments() {
  const known = createRecent<string>(documentCharacters, (text) => text.length + 200)
  return {
    unknown: new GraphQLError('PersistedQueryNotFound', {
      extensions: { code: 'PERSISTED_QUERY_NOT_FOUND' },
    }),
    keep: (query: string): void => {
      known.set(sha256(query), query)
    },
    read: ({ query: sent, operationName = null, variables, extensions }: GraphqlRequest): Asked => {
      const hash = hashIn(extensions ?? {})
      if (typeof sent === 'string') checkHash(sent, hash)
      else if (hash === undefined) throw missing
      const query = sent ?? known.get(hash ?? '')
      return query === undefined
        ? { isKnown: false }
        : { isKnown: true, question: { query, operationName, variables: variables ?? {} } }
    },
  }
}

function checkHash(query: string, hash: string | undefined): void {
  if (hash !== undefined && sha256(query) !== hash)
    throw graphqlRefusal('bad-value', '“sha256Hash” is not the SHA-256 of “query”.')
}

// Without a document there is no question yet, and so nothing that GraphQL could answer.
const missing = refused('bad-value', {
  detail: '“query” is missing.',
  parameter: 'query',
  allowed: ['a GraphQL document, or its hash in “extensions”'],
})

function hashIn({ persistedQuery }: Record<string, unknown>): string | undefined {
  if (persistedQuery === undefined || persistedQuery === null) return undefined
  const { version, sha256Hash } = persistedQuery as Record<string, unknown>
  if (version === 1 && typeof sha256Hash === 'string' && /^[0-9a-f]{64}$/.test(sha256Hash)) return sha256Hash
  throw new GraphQLError('PersistedQueryNotSupported', {
    extensions: { code: 'PERSISTED_QUERY_NOT_SUPPORTED' },
  })
}

function createAnswers({ database, memory }: Tools) {
  const inTurn = createTurns(atOnce, waiting)
  const making = new Map<string, Promise<Entry>>()
  // From how a question is written to the name of its answer, so that the same is not read twice.
  const spellings = createRecent<string>(mostSpellings, () => 1)

  const make = async (prepared: Prepared, question: Question, type: GraphqlType): Promise<Entry> => {
    const { data, languages } = await inTurn(() => executeQuestion(database, prepared, question.variables))
    return successEntry({
      type: withCharset(type),
      body: JSON.stringify({ data }),
      modifiedAt: null,
      contentLanguage: languages.join(', '),
      links: [],
      tags: ['graphql'],
      vary: 'Accept',
    })
  }
  // Requests for the same share one execution, unless the world moved since it began.
  const share = (key: string, begin: () => Promise<Entry>): Promise<Entry> => {
    const generation = memory.generation()
    const name = `${generation} ${key}`
    const kept = async () => {
      const entry = await begin()
      memory.keep(key, entry, generation)
      return entry
    }
    const shared = making.get(name) ?? kept().finally(() => making.delete(name))
    making.set(name, shared)
    return shared
  }

  return async (question: Question, type: GraphqlType): Promise<GraphqlAnswer> => {
    const spelling = sha256(JSON.stringify([type, question]))
    const before = spellings.get(spelling)
    const held = before === undefined ? undefined : memory.get(before)
    if (before !== undefined && held) return { key: before, entry: held, isHit: true }
    const prepared = prepare(question)
    const key = `graphql ${type} ${sha256(prepared.canonical)}`
    spellings.set(spelling, key)
    const found = memory.get(key)
    if (found) return { key, entry: found, isHit: true }
    return { key, entry: await share(key, () => make(prepared, question, type)), isHit: false }
  }
}

// Arguments are read as the addresses read them, before anything is executed.
const prepare = (question: Question): Prepared =>
  prepareQuestion(question, (root, values, node) => {
    try {
      wantedBy(root, values)
    } catch (error) {
      throw error instanceof Refused ? asGraphqlError(error, node) : error
    }
  })

const withCharset = (type: GraphqlType): string => `${type}; charset=utf-8`

type Refusing = { type: GraphqlType; report: (error: unknown) => void }

function refusalOf(error: unknown, { type, report }: Refusing): GraphqlAnswer {
  // Errors of GraphQL are no status of application/json: there 400 could be of anybody on the way.
  const status = type === graphqlMediaType ? 400 : 200
  if (error instanceof GraphQLError) return refusal(error, type, status)
  if (error instanceof Unanswerable) return refusal(error.errors, type, status)
  if (error instanceof Refused) return { key: '', entry: problemEntry(error), isHit: false }
  report(error)
  return { key: '', entry: problemEntry(internal), isHit: false }
}

function refusal(
  errors: GraphQLError | readonly GraphQLError[],
  type: GraphqlType,
  status: number,
): GraphqlAnswer {
  const body = JSON.stringify({ errors: [errors].flat() })
  return { key: '', entry: messageEntry({ status, type: withCharset(type), body }), isHit: false }
}

import type { ServerResponse } from 'node:http'
import { answerOptions, optionsHeadOf } from './answer-options'
import type { Counter } from './counts'
import type { Database } from './database'
import type { Ending } from './end-server'
import { problemEntry } from './entry'
import { createGraphql, type GraphqlAnswer } from './graphql'
import type { Memory } from './memory'
import { graphqlMethodNotAllowed, graphqlMethods } from './refused'

type Tools = {
  database: Database
  memory: Memory
  counter: Counter
  begin: Ending['begin']
  report: (error: unknown) => void
}
type Reply = (response: ServerResponse, answer: Pick<GraphqlAnswer, 'key' | 'entry'>) => void

const optionsHead = optionsHeadOf(graphqlMethods.join(', '), 'Content-Type, If-None-Match, If-Modified-Since')

/** Answers requests for `/graphql`, which may also be sent with POST. */
export function createGraphqlHandler(tools: Tools, reply: Reply): (response: ServerResponse) => void {
  const ask = createGraphql(tools)
  const { counter, begin, report } = tools
  return (response) => {
    const { method = '', headers, socket } = response.req
    if (method === 'OPTIONS') return answerOptions(counter, response, optionsHead)
    if (!graphqlMethods.includes(method))
      return reply(response, { key: '', entry: problemEntry(graphqlMethodNotAllowed) })
    // Conditions are for reading with GET (RFC 9110, section 13.1).
    if (method === 'POST') delete headers['if-none-match']
    if (method === 'POST') delete headers['if-modified-since']
    const done = begin(socket)
    ask(response.req)
      .then((answer) => {
        counter[answer.isHit ? 'hits' : 'misses'] += 1
        reply(response, answer)
      })
      .catch(report)
      .finally(done)
  }
}

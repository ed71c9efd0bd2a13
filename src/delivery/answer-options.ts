import type { ServerResponse } from 'node:http'
import { countAnswer, type Counter } from './counts'

/** What OPTIONS is answered: which methods and which headers of a request any website may use. */
export const optionsHeadOf = (methods: string, headers: string): readonly string[] => [
  'Allow',
  methods,
  'Access-Control-Allow-Origin',
  '*',
  'Access-Control-Allow-Methods',
  methods,
  'Access-Control-Allow-Headers',
  headers,
  'Access-Control-Max-Age',
  '86400',
  'Cache-Control',
  'no-store',
  'X-Content-Type-Options',
  'nosniff',
]

export function answerOptions(counter: Counter, response: ServerResponse, head: readonly string[]): void {
  countAnswer(counter, 204)
  response.writeHead(204, [...head])
  response.end()
}

import { Client } from 'pg'

/** How many statements this process has sent to Postgres, `begin` and `commit` among them. Those of triggers are not. */
export type Counter = { sent: number; texts: string[] }

export function countStatements(): Counter {
  const counter: Counter = { sent: 0, texts: [] }
  const prototype = Client.prototype as { query: (...given: unknown[]) => unknown }
  const send = prototype.query
  prototype.query = function query(this: unknown, ...given: unknown[]) {
    counter.sent += 1
    const [first] = given as [string | { text: string }]
    counter.texts.push(typeof first === 'string' ? first : first.text)
    return send.apply(this, given)
  }
  return counter
}

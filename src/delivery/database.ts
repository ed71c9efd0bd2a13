import { DatabaseError, Pool, type PoolClient, type QueryResultRow } from 'pg'
import { unavailable } from './refused'

// The connection of the role `delivery_reader`: fixed prepared statements, few at a time.

/** A fixed text with parameters; `name` is unique for the text, Postgres keeps its plan. */
export type Statement = { name: string; text: string }

/** Throws Refused (503) when the database does not answer in time. */
type Query = <Row extends QueryResultRow>(statement: Statement, values: readonly unknown[]) => Promise<Row[]>

/** Where statements can be put. */
export type Reading = { query: Query }

export type Database = Reading & {
  /** Statements that all see the public world of one moment, one after the other on one connection. */
  ofOneMoment: <Result>(work: (reading: Reading) => Promise<Result>) => Promise<Result>
  close: () => Promise<void>
}

const longestQueue = 500

/** `size` connections at most; further queries wait, and when too many wait they are refused. */
export function openDatabase(url: string, size: number, report: (error: unknown) => void): Database {
  const pool = new Pool({
    connectionString: url,
    max: size,
    application_name: 'laureate-desk delivery',
    connectionTimeoutMillis: 3000,
    idleTimeoutMillis: 60_000,
    query_timeout: 4000,
    statement_timeout: 3000,
    // How near names must be that are nearly spelt alike, so that the index leaves out the rest by itself (`search_similar`).
    options: '-c pg_trgm.similarity_threshold=0.4',
    keepAlive: true,
  })
  // A connection that breaks while idle; the next query opens another.
  pool.on('error', report)
  void openSome(pool, Math.ceil(size / 2))
  return {
    query: async <Row extends QueryResultRow>(statement: Statement, values: readonly unknown[]) => {
      const client = await connect(pool, report)
      try {
        const rows = await put<Row>(client, statement, values)
        client.release()
        return rows
      } catch (error) {
        // A connection that failed may still be busy with the statement: it is closed.
        client.release(true)
        report(error)
        throw isMistake(error) ? error : unavailable
      }
    },
    ofOneMoment: async (work) => readMoment(await connect(pool, report), { work, report }),
    close: () => pool.end(),
  }
}

// So that the first who ask wait for answers only. Where the database is away, they are opened later.
async function openSome(pool: Pool, count: number): Promise<void> {
  const opened = await Promise.allSettled(Array.from({ length: count }, () => pool.connect()))
  for (const result of opened) if (result.status === 'fulfilled') result.value.release()
}

async function put<Row extends QueryResultRow>(
  client: PoolClient,
  { name, text }: Statement,
  values: readonly unknown[],
): Promise<Row[]> {
  const { rows } = await client.query<Row>({ name, text, values: [...values] })
  return rows
}

type Moment<Result> = {
  work: (reading: Reading) => Promise<Result>
  report: (error: unknown) => void
}

async function readMoment<Result>(client: PoolClient, { work, report }: Moment<Result>): Promise<Result> {
  let last: Promise<unknown> = Promise.resolve()
  const state = { isBroken: false, isOver: false }
  const run = async <Row>(read: () => Promise<Row>): Promise<Row> => {
    if (state.isBroken || state.isOver) throw unavailable
    try {
      return await read()
    } catch (error) {
      state.isBroken = true
      report(error)
      throw isMistake(error) ? error : unavailable
    }
  }
  const query: Query = <Row extends QueryResultRow>(statement: Statement, values: readonly unknown[]) => {
    const mine = last.then(() => run(() => put<Row>(client, statement, values)))
    last = mine.catch(() => undefined)
    return mine
  }
  try {
    await run(() => client.query('begin isolation level repeatable read read only'))
    return await work({ query })
  } finally {
    // What is still wanted when the work has ended is not begun any more.
    state.isOver = true
    await last
    if (!state.isBroken) await client.query('commit').catch(() => (state.isBroken = true))
    client.release(state.isBroken)
  }
}

async function connect(pool: Pool, report: (error: unknown) => void): Promise<PoolClient> {
  if (pool.waitingCount > longestQueue) throw unavailable
  try {
    return await pool.connect()
  } catch (error) {
    report(error)
    throw unavailable
  }
}

// Classes of SQLSTATE that tell of the server's state, not of a wrong statement: connection, resources,
// intervention by the operator, recovery conflict of a replica.
const passing = /^(?:08|53|57|40)/
const isMistake = (error: unknown): boolean =>
  error instanceof DatabaseError && !passing.test(error.code ?? '')

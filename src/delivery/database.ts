import { DatabaseError, Pool, type PoolClient, type QueryResultRow } from 'pg'
import { unavailable } from './refused'

// The connection of the role `delivery_reader`: fixed prepared statements, few at a time.

/** A fixed text with parameters; `name` is unique for the text, Postgres keeps its plan. */
export type Statement = { name: string; text: string }

export type Database = {
  /** Throws Refused (503) when the database does not answer in time. */
  query: <Row extends QueryResultRow>(statement: Statement, values: readonly unknown[]) => Promise<Row[]>
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
    keepAlive: true,
  })
  // A connection that breaks while idle; the next query opens another.
  pool.on('error', report)
  return {
    query: async <Row extends QueryResultRow>({ name, text }: Statement, values: readonly unknown[]) => {
      if (pool.waitingCount > longestQueue) throw unavailable
      const client = await connect(pool, report)
      try {
        const { rows } = await client.query<Row>({ name, text, values: [...values] })
        client.release()
        return rows
      } catch (error) {
        // A connection that failed may still be busy with the statement: it is closed.
        client.release(true)
        report(error)
        throw isMistake(error) ? error : unavailable
      }
    },
    close: () => pool.end(),
  }
}

async function connect(pool: Pool, report: (error: unknown) => void): Promise<PoolClient> {
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

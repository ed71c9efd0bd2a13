import { Client, type ClientBase } from 'pg'

/** Runs the work on a connection of its own, in a transaction that is always taken back; the refusal, or 'went through'. */
export async function tryAs(url: string, work: (client: ClientBase) => Promise<unknown>): Promise<string> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    await client.query('begin')
    await work(client)
    return 'went through'
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  } finally {
    await client.end()
  }
}

import type { ClientBase } from 'pg'

// A desk on hold sends nothing to anybody outside: whoever sends asks here first.

/** Why and since when nothing leaves the desk; `undefined`: it is not on hold. */
export async function readHold(
  client: Pick<ClientBase, 'query'>,
): Promise<{ reason: string; since: Date } | undefined> {
  const { rows } = await client.query<{ reason: string; since: Date }>('select reason, since from desk.hold')
  return rows[0]
}

import type { ClientBase, Pool } from 'pg'

/** Names of colleagues by id, for "approved by": whoever may see a document may see who worked on it. */
export async function namesOf(
  client: ClientBase | Pool,
  ids: readonly (string | null | undefined)[],
): Promise<ReadonlyMap<string, string>> {
  const wanted = [...new Set(ids.filter((id) => typeof id === 'string'))]
  if (wanted.length === 0) return new Map()
  const { rows } = await client.query<{ id: string; name: string }>(
    'select id::text, name from public.users where id = any ($1::uuid[])',
    [wanted],
  )
  return new Map(rows.map(({ id, name }) => [id, name]))
}

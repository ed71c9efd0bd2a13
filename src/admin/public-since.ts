import type { Payload } from 'payload'
import { poolOf } from '@/releases'

type Named = { collection: string; id: string }

const keyOf = ({ collection, id }: Named): string => `${collection}/${id}`

/** When each of these documents last became public, in any language; no entry for what is not public. */
export async function publicSince(
  payload: Payload,
  documents: readonly Named[],
): Promise<(named: Named) => Date | undefined> {
  const { rows } = await poolOf(payload).query<Named & { at: Date }>(
    `select c.collection, c.document_id as id, max(u.published_at) as at
       from unnest($1::text[], $2::uuid[]) as asked (collection, id)
       join published.current_units c on c.collection = asked.collection and c.document_id = asked.id
       join published.units u on u.id = c.unit_id
      group by 1, 2`,
    [documents.map((one) => one.collection), documents.map((one) => one.id)],
  )
  const since = new Map(rows.map((row) => [keyOf(row), row.at]))
  return (named) => since.get(keyOf(named))
}

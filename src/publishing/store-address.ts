import type { ClientBase } from 'pg'
import type { ResourceName } from '@/contract'
import type { Ref } from './unit'

/** An address that leads to another document, or led to it until that was taken down. Old links must not come to mean another. */
export class FormerAddress extends Error {
  constructor(
    readonly slug: string,
    readonly holder: Ref,
  ) {
    super('An address that another document had before.')
    this.name = 'FormerAddress'
  }
}

// These addresses follow from facts, such as a prize and its year: nobody could choose another one.
const derived = new Set<ResourceName>(['editions', 'biographies'])

/** Gives the document its address, for good. Throws FormerAddress; the caller rolls back. */
export async function storeAddress(
  client: ClientBase,
  { resource, id, slug }: { resource: ResourceName; id: string; slug: string },
): Promise<void> {
  const { rowCount } = await client.query(
    `insert into published.slugs as s (resource, slug, document_id) values ($1, $2, $3)
     on conflict (resource, slug) do update set document_id = excluded.document_id, since = clock_timestamp()
       where $4 or s.document_id = excluded.document_id`,
    [resource, slug, id, derived.has(resource)],
  )
  if (rowCount !== 1)
    throw new FormerAddress(slug, { collection: resource, id: await holderOf(client, { resource, slug }) })
}

async function holderOf(
  client: ClientBase,
  { resource, slug }: { resource: ResourceName; slug: string },
): Promise<string> {
  const { rows } = await client.query<{ id: string }>(
    'select document_id as id from published.slugs where resource = $1 and slug = $2',
    [resource, slug],
  )
  return rows[0]?.id ?? ''
}

import { randomUUID } from 'node:crypto'
import type { Client } from 'pg'
import type { UnitChange } from '../src/publishing'

// Only approved words become public, here as everywhere: the database looks. A desk takes its steps one by one; this
// takes the same ones for thousands of units in a few statements.

/** Somebody who may approve every kind of document in these languages. Returns their id. */
export async function inviteReviewer(client: Client, languages: readonly string[]): Promise<string> {
  const id = randomUUID()
  await client.query(
    `insert into public.users (id, name, email) values ($1, 'The reviewer', 'reviewer@example.org')`,
    [id],
  )
  await client.query(
    `insert into public.users_roles ("order", parent_id, value, id) values (1, $1, 'reviewer', gen_random_uuid())`,
    [id],
  )
  await client.query(
    `insert into public.users_review_collections ("order", parent_id, value, id)
     select k.place, $1, k.kind, gen_random_uuid()
       from unnest(enum_range(null::public.enum_users_review_collections)) with ordinality as k (kind, place)`,
    [id],
  )
  await client.query(
    `insert into public.users_texts ("order", parent_id, path, text)
     select l.place, $1, 'reviewLocales', l.code from unnest($2::text[]) with ordinality as l (code, place)`,
    [id, languages],
  )
  return id
}

/** Stores the words of these new units, submits them and has them approved, inside the caller's transaction. */
export async function approve(
  client: Client,
  changes: readonly UnitChange[],
  reviewer: string,
): Promise<void> {
  await client.query(
    `with kept as (
       insert into editorial.revisions
         (collection, document_id, unit, number, "values", values_hash, content, content_hash, door)
       select collection, id, unit, 1, content, hash, content, hash, 'found'
         from jsonb_to_recordset($1) as (collection text, id uuid, unit text, content jsonb, hash text)
       returning collection, document_id, unit, id
     )
     insert into editorial.units (collection, document_id, unit, revision, stage)
     select collection, document_id, unit, id, 'in-review' from kept`,
    [JSON.stringify(changes)],
  )
  await client.query(
    `insert into editorial.approvals (revision, values_hash, approver)
     select r.id, r.values_hash, $1
       from editorial.units u join editorial.revisions r on r.id = u.revision where u.stage = 'in-review'`,
    [reviewer],
  )
  await client.query(
    `update editorial.units u set stage = 'approved', approval = a.id
       from editorial.approvals a where a.revision = u.revision and u.stage = 'in-review'`,
  )
}

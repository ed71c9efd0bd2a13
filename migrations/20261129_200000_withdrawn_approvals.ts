import { sql, type MigrateDownArgs, type MigrateUpArgs } from '@payloadcms/db-postgres'

// An approval that somebody withdrew ends nobody's authorship: who wrote the words that were sent back does not approve
// what comes of them.

const wroteSince = (further: string): string => `
create or replace function editorial.wrote_since_approval(rev editorial.revisions, except_approval uuid) returns uuid[]
language sql stable set search_path = '' as $$
  select coalesce(array_agg(distinct r.author), '{}') from editorial.revisions r
   where r.collection = rev.collection and r.document_id = rev.document_id and r.unit = rev.unit
     and r.number <= rev.number and r.author is not null
     and r.number > coalesce((
       select max(earlier.number) from editorial.approvals a join editorial.revisions earlier on earlier.id = a.revision
        where earlier.collection = rev.collection and earlier.document_id = rev.document_id and earlier.unit = rev.unit
          and a.id is distinct from except_approval and earlier.number < rev.number${further}), 0)
$$;
`

const notWithdrawn = `
          and not exists (
            select from editorial.steps s
             where s.document_id = rev.document_id and s.unit = rev.unit and s.collection = rev.collection
               and s.revision = a.revision and s.verb in ('request-changes', 'take-back') and s.at >= a.at)`

export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql.raw(wroteSince(notWithdrawn)))
  await db.execute(sql.raw('update editorial.units set revision = revision'))
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql.raw(wroteSince('')))
  await db.execute(sql.raw('update editorial.units set revision = revision'))
}

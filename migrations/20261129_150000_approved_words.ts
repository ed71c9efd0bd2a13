import { sql, type MigrateDownArgs, type MigrateUpArgs } from '@payloadcms/db-postgres'

// What becomes public was approved as this unit of this document, and nobody took that back or asked for changes since.
// The reason for an exception says something: a blank is none.

const approvedOnly = `
create or replace function editorial.refuse_unapproved() returns trigger language plpgsql security definer set search_path = '' as $$
declare
  here editorial.units;
  rev editorial.revisions;
  given editorial.approvals;
begin
  if new.is_withdrawn then return new; end if;
  select * into here from editorial.units u
   where u.collection = new.collection and u.document_id = new.document_id and u.unit = new.unit for update;
  select * into rev from editorial.revisions r where r.id = here.revision;
  select * into given from editorial.approvals a where a.id = here.approval;
  if given.id is null or exists (
       select from editorial.steps s
        where s.document_id = new.document_id and s.unit = new.unit and s.collection = new.collection
          and s.verb in ('request-changes', 'take-back') and s.at > given.at) then
    raise exception 'published: % % is not approved', new.collection, new.unit using errcode = 'restrict_violation';
  end if;
  if (rev.collection, rev.document_id, rev.unit) is distinct from (new.collection, new.document_id, new.unit)
     or given.revision <> rev.id or given.values_hash <> rev.values_hash
     or rev.content is distinct from new.content or rev.content_hash is distinct from new.content_hash
     or exists (select from editorial.revisions later
                 where later.collection = rev.collection and later.document_id = rev.document_id
                   and later.unit = rev.unit and later.number > rev.number) then
    raise exception 'published: % % is not what was approved', new.collection, new.unit using errcode = 'restrict_violation';
  end if;
  if not editorial.may_approve(given.approver, rev.collection, rev.unit) then
    raise exception 'published: who approved % % may not approve it any more', new.collection, new.unit using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
`

const reasons = `
alter table editorial.approvals add constraint approvals_reason_says check (reason ~ '\\S');
`

export async function up({ db }: MigrateUpArgs): Promise<void> {
  for (const part of [approvedOnly, reasons]) await db.execute(sql.raw(part))
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql.raw('alter table editorial.approvals drop constraint approvals_reason_says'))
}

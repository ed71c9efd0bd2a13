import { sql, type MigrateDownArgs, type MigrateUpArgs } from '@payloadcms/db-postgres'

// Schema `editorial`: the life of units before they are public. Hand-written, unknown to Payload.
//
// Append-only by privilege and by trigger: revisions, approvals, steps. `units` says where each unit stands now.
// The database holds three laws by itself, also against the application's own role:
//   an approval names the current revision, its hash, and somebody who may approve it (four eyes);
//   an exception from four eyes needs a second person and a reason;
//   nothing enters `published.units` but the content of a unit's current, approved revision.

const tables = `
create schema editorial;

create table editorial.revisions (
  id uuid primary key default gen_random_uuid(),
  collection text not null,
  document_id uuid not null,
  unit text not null,
  number int not null check (number > 0),
  -- What staff wrote: an object from dotted field path to value.
  "values" jsonb not null,
  values_hash text not null,
  -- What becomes public when it is published; null where that is not possible.
  content jsonb,
  content_hash text,
  restored_from uuid references editorial.revisions (id),
  -- Null: written behind the desk's back and found later.
  author uuid,
  door text not null check (door in ('saved', 'restored', 'found')),
  at timestamptz not null default clock_timestamp(),
  unique (collection, document_id, unit, number),
  check ((content is null) = (content_hash is null))
);

create table editorial.approvals (
  id uuid primary key default gen_random_uuid(),
  revision uuid not null references editorial.revisions (id),
  values_hash text not null,
  approver uuid not null,
  -- An exception from four eyes: who agreed to it, and why.
  second uuid,
  reason text,
  at timestamptz not null default clock_timestamp(),
  check ((second is null) = (reason is null))
);
create index on editorial.approvals (revision);

create table editorial.units (
  collection text not null,
  document_id uuid not null,
  unit text not null,
  stage text not null default 'writing'
    check (stage in ('writing', 'in-review', 'changes-requested', 'approved', 'public', 'taken-down')),
  revision uuid not null references editorial.revisions (id),
  approval uuid references editorial.approvals (id),
  -- Of a translation: the source's revision that it follows.
  source_revision uuid references editorial.revisions (id),
  stage_at timestamptz not null default clock_timestamp(),
  stage_by uuid,
  assignee uuid,
  due date,
  primary key (collection, document_id, unit),
  check (stage not in ('approved', 'public') or approval is not null)
);
create index on editorial.units (stage, stage_at);
create index on editorial.units (assignee) where assignee is not null;

create table editorial.steps (
  id bigint generated always as identity primary key,
  collection text not null,
  document_id uuid not null,
  unit text not null,
  verb text not null,
  revision uuid references editorial.revisions (id),
  person uuid,
  second uuid,
  reason text,
  at timestamptz not null default clock_timestamp()
);
create index on editorial.steps (document_id, unit, id);

create table editorial.comments (
  id uuid primary key default gen_random_uuid(),
  collection text not null,
  document_id uuid not null,
  unit text not null,
  -- The dotted path of a field, and the passage of its text; both may be absent.
  field text,
  passage jsonb,
  -- The revision that the author read.
  revision uuid references editorial.revisions (id),
  answers uuid references editorial.comments (id),
  text text not null check (btrim(text) <> ''),
  must_fix boolean not null default false,
  author uuid not null,
  at timestamptz not null default clock_timestamp(),
  resolved_by uuid,
  resolved_at timestamptz,
  check ((resolved_by is null) = (resolved_at is null))
);
create index on editorial.comments (document_id, unit, at);
create index on editorial.comments (document_id, unit) where must_fix and resolved_at is null;
`

const appendOnly = `
create function editorial.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'editorial.% is append-only', tg_table_name using errcode = 'restrict_violation';
end $$;
create trigger append_only before update or delete or truncate on editorial.revisions for each statement execute function editorial.refuse_change();
create trigger append_only before update or delete or truncate on editorial.approvals for each statement execute function editorial.refuse_change();
create trigger append_only before update or delete or truncate on editorial.steps for each statement execute function editorial.refuse_change();
`

// Payload's tables of people: roles in users_roles, kinds in users_review_collections, languages in users_texts.
const fourEyes = `
create function editorial.may_sign_in(person uuid) returns boolean language sql stable set search_path = '' as $$
  select exists (select from public.users u where u.id = person and not coalesce(u.disabled, false))
$$;

create function editorial.has_role(person uuid, wanted text[]) returns boolean language sql stable set search_path = '' as $$
  select exists (select from public.users_roles r where r.parent_id = person and r.value::text = any (wanted))
$$;

create function editorial.may_approve(person uuid, kind text, part text) returns boolean language sql stable set search_path = '' as $$
  select editorial.may_sign_in(person)
     and editorial.has_role(person, array['reviewer'])
     and exists (select from public.users_review_collections c where c.parent_id = person and c.value::text = kind)
     and (part = 'shared' or exists (
       select from public.users_texts t where t.parent_id = person and t.path = 'reviewLocales' and t.text = part))
$$;

-- Everyone who wrote in a unit since its last approval.
create function editorial.wrote_since_approval(rev editorial.revisions, except_approval uuid) returns uuid[]
language sql stable set search_path = '' as $$
  select coalesce(array_agg(distinct r.author), '{}') from editorial.revisions r
   where r.collection = rev.collection and r.document_id = rev.document_id and r.unit = rev.unit
     and r.number <= rev.number and r.author is not null
     and r.number > coalesce((
       select max(earlier.number) from editorial.approvals a join editorial.revisions earlier on earlier.id = a.revision
        where earlier.collection = rev.collection and earlier.document_id = rev.document_id and earlier.unit = rev.unit
          and a.id is distinct from except_approval and earlier.number < rev.number), 0)
$$;

create function editorial.check_approval() returns trigger language plpgsql set search_path = '' as $$
declare
  rev editorial.revisions;
  here editorial.units;
  authors uuid[];
begin
  select * into rev from editorial.revisions r where r.id = new.revision;
  select * into here from editorial.units u
   where u.collection = rev.collection and u.document_id = rev.document_id and u.unit = rev.unit for update;
  if here.revision is distinct from new.revision or rev.values_hash <> new.values_hash then
    raise exception 'approval: these are not the current words' using errcode = 'restrict_violation';
  end if;
  if here.stage <> 'in-review' then
    raise exception 'approval: the unit is not in review' using errcode = 'restrict_violation';
  end if;
  if not editorial.may_approve(new.approver, rev.collection, rev.unit) then
    raise exception 'approval: this person may not approve it' using errcode = 'restrict_violation';
  end if;
  if exists (select from editorial.comments c
              where c.collection = rev.collection and c.document_id = rev.document_id and c.unit = rev.unit
                and c.must_fix and c.resolved_at is null) then
    raise exception 'approval: a comment must be fixed first' using errcode = 'restrict_violation';
  end if;
  authors := editorial.wrote_since_approval(rev, new.id);
  if new.second is null and new.approver = any (authors) then
    raise exception 'approval: whoever wrote may not approve' using errcode = 'restrict_violation';
  end if;
  if new.second is not null and (
       new.second = new.approver or new.second = any (authors) or btrim(new.reason) = ''
       or not editorial.may_sign_in(new.second)
       or not editorial.has_role(new.second, array['admin', 'reviewer', 'press-officer'])) then
    raise exception 'approval: an exception takes a second person who did not write, and a reason' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger four_eyes before insert on editorial.approvals for each row execute function editorial.check_approval();
`

const approvedOnly = `
create function editorial.refuse_unapproved() returns trigger language plpgsql security definer set search_path = '' as $$
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
  if given.id is null then
    raise exception 'published: % % is not approved', new.collection, new.unit using errcode = 'restrict_violation';
  end if;
  if given.revision <> rev.id or given.values_hash <> rev.values_hash
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
create trigger approved_only before insert on published.units for each row execute function editorial.refuse_unapproved();
`

const privileges = `
revoke all on all functions in schema editorial from public;
grant usage on schema editorial to desk_writer;
grant select, insert on editorial.revisions, editorial.approvals, editorial.steps to desk_writer;
grant select, insert, update, delete on editorial.units to desk_writer;
grant select, insert on editorial.comments to desk_writer;
grant update (must_fix, resolved_by, resolved_at) on editorial.comments to desk_writer;
grant execute on all functions in schema editorial to desk_writer;
`

export async function up({ db }: MigrateUpArgs): Promise<void> {
  for (const part of [tables, appendOnly, fourEyes, approvedOnly, privileges]) await db.execute(sql.raw(part))
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql.raw('drop trigger approved_only on published.units'))
  await db.execute(sql.raw('drop schema editorial cascade'))
}

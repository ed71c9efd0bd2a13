import { sql, type MigrateDownArgs, type MigrateUpArgs } from '@payloadcms/db-postgres'

// What the world may read stands on public units, and a unit becomes public in a release. The database holds it by
// itself, also against the application's own role:
//   a unit becomes public by a snapshot of its own from the release under way; snapshots are approved (`approved_only`);
//   an address, a list entry and a body need the public shared facts of their document, and the body its language;
//   a body is of the document, address and language that it is shown for, and none is stored that is not shown;
//   a former address and an event name what is, or was, public.
// The keys are looked at on commit, when pointers have moved.

const keys = `
alter table published.resources
  add column facts text not null default 'shared' check (facts = 'shared'),
  add constraint facts_are_public foreign key (resource, document_id, facts)
    references published.current_units (collection, document_id, unit) deferrable initially deferred;

alter table published.current
  add constraint address_is_public foreign key (resource, document_id)
    references published.resources (resource, document_id) deferrable initially deferred,
  add constraint language_is_public foreign key (resource, document_id, content_language)
    references published.current_units (collection, document_id, unit) deferrable initially deferred,
  add constraint without_fallback check (fallback <> 'none' or content_language = locale);

create index on published.current using hash (sha256);
`

// The lock is the one that releases take: nobody moves a pointer beside a release.
const units = `
create function published.refuse_old_snapshot() returns trigger language plpgsql set search_path = '' as $$
declare last bigint;
begin
  select h.release into last from published.head h for update;
  if not exists (
       select from published.units u
        where u.id = new.unit_id and u.collection = new.collection and u.document_id = new.document_id
          and u.unit = new.unit and not u.is_withdrawn and u.release > last) then
    raise exception 'published: % % has no snapshot in the release under way', new.collection, new.unit
      using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger of_this_release before insert or update on published.current_units
  for each row execute function published.refuse_old_snapshot();
`

const bodies = `
create function published.refuse_foreign_body() returns trigger language plpgsql set search_path = '' as $$
begin
  if exists (
       select from (select distinct f.resource, f.document_id, f.content_language, f.sha256 from fresh f) f
         join published.bodies b on b.sha256 = f.sha256
         cross join lateral (select convert_from(b.body, 'UTF8')::jsonb as body) as said
         left join published.resources r on r.resource = f.resource and r.document_id = f.document_id
        where (said.body ->> 'id', said.body ->> 'slug', said.body ->> 'locale')
              is distinct from (f.document_id::text, r.slug, f.content_language)) then
    raise exception 'published: a body is of another document, address or language' using errcode = 'restrict_violation';
  end if;
  return null;
end $$;
create trigger body_inserted after insert on published.current referencing new table as fresh
  for each statement execute function published.refuse_foreign_body();
create trigger body_changed after update on published.current referencing new table as fresh
  for each statement execute function published.refuse_foreign_body();

create function published.refuse_unshown() returns trigger language plpgsql set search_path = '' as $$
begin
  if not exists (select from published.current c where c.sha256 = new.sha256) then
    raise exception 'published: a body that nobody is shown' using errcode = 'restrict_violation';
  end if;
  return null;
end $$;
create constraint trigger shown after insert on published.bodies deferrable initially deferred
  for each row execute function published.refuse_unshown();
`

const addresses = `
create function published.refuse_unsaid_address() returns trigger language plpgsql set search_path = '' as $$
begin
  if not exists (
       select from published.current c join published.bodies b on b.sha256 = c.sha256
        where c.resource = new.resource and c.document_id = new.document_id
          and convert_from(b.body, 'UTF8')::jsonb ->> 'slug' = new.slug) then
    raise exception 'published: an address that no public body says' using errcode = 'restrict_violation';
  end if;
  return null;
end $$;
create constraint trigger address_inserted after insert on published.resources deferrable initially deferred
  for each row execute function published.refuse_unsaid_address();
create constraint trigger address_changed after update on published.resources deferrable initially deferred
  for each row when (old.slug <> new.slug) execute function published.refuse_unsaid_address();

create function published.refuse_unused_slug() returns trigger language plpgsql set search_path = '' as $$
begin
  perform from published.resources r
    where r.resource = new.resource and r.document_id = new.document_id and r.slug = new.slug for key share;
  if not found then
    raise exception 'published: % is no public address', new.slug using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger of_public before insert or update on published.slugs
  for each row execute function published.refuse_unused_slug();

create function published.refuse_unheard_event() returns trigger language plpgsql set search_path = '' as $$
begin
  if not exists (
       select from published.slugs s
        where s.resource = new.resource and s.slug = new.slug and s.document_id = new.document_id) then
    raise exception 'published: an event of what never was public' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger of_public before insert on published.events
  for each row execute function published.refuse_unheard_event();
`

export async function up({ db }: MigrateUpArgs): Promise<void> {
  for (const part of [keys, units, bodies, addresses]) await db.execute(sql.raw(part))
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(
    sql.raw(`
drop function published.refuse_old_snapshot, published.refuse_foreign_body, published.refuse_unshown,
  published.refuse_unsaid_address, published.refuse_unused_slug, published.refuse_unheard_event cascade;
alter table published.current
  drop constraint address_is_public, drop constraint language_is_public, drop constraint without_fallback;
alter table published.resources drop constraint facts_are_public, drop column facts;
drop index published.current_sha256_idx;
`),
  )
}

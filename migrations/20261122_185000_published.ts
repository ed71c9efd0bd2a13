import { sql, type MigrateDownArgs, type MigrateUpArgs } from '@payloadcms/db-postgres'

// Schema `published`: what the world may read. Hand-written, unknown to Payload.
//
// Append-only by privilege (the writer holds no UPDATE or DELETE) and by trigger (the owner is refused too):
//   releases, units, bodies, events. Pointers that move: current_units, references, resources, slugs,
//   current, head. `events.seq` has no gap and follows commit order: the writer holds the row lock of
//   `head` from before the first event until it commits.

const roles = `
do $$ begin
  if not exists (select from pg_roles where rolname = 'desk_writer') then create role desk_writer nologin; end if;
  if not exists (select from pg_roles where rolname = 'delivery_reader') then create role delivery_reader nologin; end if;
exception when duplicate_object or unique_violation then null;
end $$;
alter role delivery_reader connection limit 50;
alter role delivery_reader set default_transaction_read_only = on;
alter role delivery_reader set statement_timeout = '3s';

revoke all on schema public from public;
grant usage on schema public to desk_writer;
grant select, insert, update, delete on all tables in schema public to desk_writer;
revoke insert, update, delete on payload_migrations from desk_writer;
grant usage, select on all sequences in schema public to desk_writer;
alter default privileges in schema public grant select, insert, update, delete on tables to desk_writer;
alter default privileges in schema public grant usage, select on sequences to desk_writer;
`

const tables = `
create schema published;

create table published.head (
  is_single boolean primary key default true check (is_single),
  seq bigint not null default 0,
  release bigint not null default 0,
  -- Which code composed the bodies; the worker composes them anew when this differs from its own.
  composer text not null default ''
);
insert into published.head default values;

create table published.releases (
  number bigint primary key,
  at timestamptz not null default clock_timestamp(),
  by_person uuid,
  note text not null default ''
);

create table published.units (
  id uuid primary key default gen_random_uuid(),
  collection text not null,
  document_id uuid not null,
  unit text not null,
  is_withdrawn boolean not null default false,
  content jsonb,
  content_hash text not null,
  -- For a translation: the content hash of the public source unit that it stood beside when it was published.
  source_hash text,
  release bigint not null references published.releases (number),
  published_at timestamptz not null default clock_timestamp(),
  published_by uuid,
  check (is_withdrawn = (content is null))
);
create index on published.units (collection, document_id, unit, release);

create table published.current_units (
  collection text not null,
  document_id uuid not null,
  unit text not null,
  unit_id uuid not null references published.units (id),
  primary key (collection, document_id, unit)
);

create table published.refs (
  from_collection text not null,
  from_id uuid not null,
  to_collection text not null,
  to_id uuid not null,
  primary key (from_id, to_id, from_collection, to_collection)
);
create index on published.refs (to_id, from_collection);

create table published.bodies (
  sha256 text primary key check (sha256 = encode(sha256(body), 'hex')),
  body bytea not null
);

create table published.resources (
  resource text not null,
  document_id uuid not null,
  slug text not null,
  years int[] not null default '{}',
  facets jsonb not null default '{}',
  primary key (resource, document_id)
);
create unique index on published.resources (resource, slug);
create index on published.resources using gin (facets jsonb_path_ops);

create table published.slugs (
  resource text not null,
  slug text not null,
  document_id uuid not null,
  since timestamptz not null default clock_timestamp(),
  primary key (resource, slug)
);

create table published.current (
  resource text not null,
  document_id uuid not null,
  locale text not null,
  fallback text not null check (fallback in ('none', 'declared')),
  sha256 text not null references published.bodies (sha256),
  content_language text not null,
  sort_key text not null,
  search text not null,
  updated_at timestamptz not null,
  release bigint not null,
  primary key (resource, document_id, locale, fallback)
);

create table published.events (
  seq bigint primary key,
  release bigint not null references published.releases (number),
  kind text not null check (kind in ('published', 'changed', 'withdrawn')),
  resource text not null,
  document_id uuid not null,
  slug text not null,
  locales text[] not null,
  at timestamptz not null default clock_timestamp()
);
`

const laws = `
create function published.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'published.% is append-only', tg_table_name using errcode = 'restrict_violation';
end $$;
create trigger append_only before update or delete or truncate on published.releases for each statement execute function published.refuse_change();
create trigger append_only before update or delete or truncate on published.units for each statement execute function published.refuse_change();
create trigger append_only before update or delete or truncate on published.bodies for each statement execute function published.refuse_change();
create trigger append_only before update or delete or truncate on published.events for each statement execute function published.refuse_change();

create function published.refuse_gap() returns trigger language plpgsql as $$
declare last bigint;
begin
  select max(seq) into last from published.events;
  if new.seq <> coalesce(last, 0) + 1 then
    raise exception 'event % would leave a gap after %', new.seq, coalesce(last, 0) using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger gap_free before insert on published.events for each row execute function published.refuse_gap();
`

const privileges = `
grant usage on schema published to desk_writer, delivery_reader;
grant select on all tables in schema published to desk_writer, delivery_reader;
revoke select on published.releases, published.units, published.current_units, published.refs from delivery_reader;
grant insert on published.releases, published.units, published.bodies, published.events to desk_writer;
grant insert, update, delete on published.current_units, published.refs, published.resources, published.slugs, published.current to desk_writer;
grant update on published.head to desk_writer;
`

const collations = ['en', 'sv', 'de', 'fr', 'es', 'be', 'ru', 'uk', 'pt-BR', 'nb', 'zh-Hans', 'ar', 'fa']
const indexes = collations
  .map(
    (locale) =>
      `create index on published.current (resource, fallback, (sort_key collate "${locale}-x-icu"), document_id) where locale = '${locale}';`,
  )
  .join('\n')

export async function up({ db }: MigrateUpArgs): Promise<void> {
  for (const part of [roles, tables, laws, privileges, indexes]) await db.execute(sql.raw(part))
}

// The roles belong to the cluster and may serve other databases: they stay.
export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql.raw('drop schema published cascade'))
}

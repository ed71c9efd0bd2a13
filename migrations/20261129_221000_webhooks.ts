import { sql, type MigrateDownArgs, type MigrateUpArgs } from '@payloadcms/db-postgres'

// Schema `webhooks`: who is told of releases, and what became of it. Hand-written, unknown to Payload.
//
// The outbox is what publishing writes anyway, in its own transaction: `published.releases` and `published.events`.
// `cursor` says up to which release deliveries were made of it. A delivery holds no body: that is read from the events
// of its release each time it is sent.

const tables = `
create schema webhooks;

create table webhooks.cursor (
  is_single boolean primary key default true check (is_single),
  release bigint not null
);
insert into webhooks.cursor (release) select release from published.head;

create table webhooks.endpoints (
  id uuid primary key default gen_random_uuid(),
  url text not null,
  description text not null default '',
  events text[] not null check (cardinality(events) > 0 and events <@ array['release.published', 'release.withdrawn']),
  is_on boolean not null default true,
  -- When the receiver answered that it wants nothing more (410).
  gone_at timestamptz,
  -- Until then one worker is sending to it: one at a time.
  busy_until timestamptz,
  created_at timestamptz not null default clock_timestamp(),
  check (not is_on or gone_at is null)
);

-- Encrypted. The newest one has no end; one before it holds until its end.
create table webhooks.secrets (
  id uuid primary key default gen_random_uuid(),
  endpoint uuid not null references webhooks.endpoints (id) on delete cascade,
  sealed bytea not null,
  made_at timestamptz not null,
  ends_at timestamptz
);
create unique index on webhooks.secrets (endpoint) where ends_at is null;

create table webhooks.deliveries (
  id uuid primary key default gen_random_uuid(),
  endpoint uuid not null references webhooks.endpoints (id) on delete cascade,
  place bigint generated always as identity,
  type text not null check (type in ('release.published', 'release.withdrawn', 'webhook.test')),
  release bigint references published.releases (number),
  made_at timestamptz not null,
  state text not null default 'waiting' check (state in ('waiting', 'delivered', 'given-up')),
  -- Of the present round: sending once more by hand begins a new one.
  tries int not null default 0,
  due_at timestamptz not null,
  check ((release is null) = (type = 'webhook.test')),
  unique (endpoint, release)
);
create index on webhooks.deliveries (endpoint, due_at) where state = 'waiting';
create index on webhooks.deliveries (endpoint, place);
create index on webhooks.deliveries (made_at) where state <> 'waiting';

-- Written before anything is sent; one without an end was cut off.
create table webhooks.tries (
  id bigint generated always as identity primary key,
  delivery uuid not null references webhooks.deliveries (id) on delete cascade,
  began_at timestamptz not null,
  ended_at timestamptz,
  result text,
  status int,
  check ((ended_at is null) = (result is null))
);
create index on webhooks.tries (delivery, id);

create index on published.events (release);
create index on published.units (release);
`

const privileges = `
grant usage on schema webhooks to desk_writer;
grant select, insert, update, delete on webhooks.endpoints, webhooks.secrets, webhooks.deliveries to desk_writer;
grant select, insert, update on webhooks.tries to desk_writer;
grant select, update on webhooks.cursor to desk_writer;
`

export async function up({ db }: MigrateUpArgs): Promise<void> {
  for (const part of [tables, privileges]) await db.execute(sql.raw(part))
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql.raw('drop schema webhooks cascade'))
  await db.execute(sql.raw('drop index published.events_release_idx, published.units_release_idx'))
}

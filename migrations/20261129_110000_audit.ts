import { sql, type MigrateDownArgs, type MigrateUpArgs } from '@payloadcms/db-postgres'

// Schema `audit`: who did what, when. Hand-written, unknown to Payload.
//
// Append-only by privilege (the desk may insert entries, without their number and time, and read) and by trigger
// (the owner is refused too). `links` chains the entries: a hash over the hash before and the entry's text. The link
// is made at commit, by the owner's right, under the row lock of `head`: so the order of the chain is the order of
// commits, its numbers have no gap, and since that lock is the last that a transaction takes, no two wait for each
// other. Payload reports a failed COMMIT as success, so making a link never fails: a head that someone took away is
// made anew, and an entry whose number is taken stays without a link; verifying the log tells of both.

const tables = `
create schema audit;

create table audit.entries (
  id bigint generated always as identity primary key,
  at timestamptz not null default clock_timestamp(),
  action text not null check (action <> ''),
  person uuid,
  collection text,
  document uuid,
  unit text,
  revision uuid,
  reason text,
  details jsonb not null default '{}'
);
create index on audit.entries (at, id);
create index on audit.entries (person, at, id);
create index on audit.entries (action, at, id);
create index on audit.entries (document, at, id) where document is not null;

create table audit.links (
  seq bigint primary key,
  entry bigint not null unique,
  at timestamptz not null,
  prev_hash text not null,
  hash text not null
);

create table audit.head (
  is_single boolean primary key default true check (is_single),
  seq bigint not null default 0,
  hash text not null default repeat('0', 64)
);
insert into audit.head default values;
`

const laws = `
create function audit.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'audit.% is append-only', tg_table_name using errcode = 'restrict_violation';
end $$;
create trigger append_only before update or delete or truncate on audit.entries for each statement execute function audit.refuse_change();
create trigger append_only before update or delete or truncate on audit.links for each statement execute function audit.refuse_change();
create trigger stays before delete or truncate on audit.head for each statement execute function audit.refuse_change();

-- A stricter transaction would fail at commit, where nobody hears of it.
create function audit.refuse_strict() returns trigger language plpgsql as $$
begin
  if current_setting('transaction_isolation') <> 'read committed' then
    raise exception 'audit.entries is written in read committed transactions only' using errcode = 'restrict_violation';
  end if;
  return null;
end $$;
create trigger commits before insert on audit.entries for each statement execute function audit.refuse_strict();

create function audit.link_entry() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
declare
  last audit.head%rowtype;
  linked_at timestamptz := clock_timestamp();
  text_of_entry text;
  new_hash text;
begin
  select * into last from audit.head for update;
  if not found then
    insert into audit.head (seq, hash)
      select coalesce(max(l.seq), 0), coalesce((array_agg(l.hash order by l.seq desc))[1], repeat('0', 64)) from audit.links l
      on conflict do nothing;
    select * into last from audit.head for update;
  end if;
  text_of_entry := jsonb_build_array(
    last.seq + 1, to_char(linked_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
    new.id, to_char(new.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
    new.action, new.person, new.collection, new.document, new.unit, new.revision, new.reason, new.details)::text;
  new_hash := encode(sha256(convert_to(last.hash || E'\\n' || text_of_entry, 'UTF8')), 'hex');
  insert into audit.links (seq, entry, at, prev_hash, hash)
    values (last.seq + 1, new.id, linked_at, last.hash, new_hash) on conflict do nothing;
  update audit.head set seq = last.seq + 1, hash = new_hash;
  return null;
end $$;
revoke execute on function audit.link_entry() from public;
create constraint trigger link after insert on audit.entries deferrable initially deferred
  for each row execute function audit.link_entry();
`

const privileges = `
grant usage on schema audit to desk_writer;
grant select on audit.entries, audit.links, audit.head to desk_writer;
grant insert (action, person, collection, document, unit, revision, reason, details) on audit.entries to desk_writer;
`

export async function up({ db }: MigrateUpArgs): Promise<void> {
  for (const part of [tables, laws, privileges]) await db.execute(sql.raw(part))
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql.raw('drop schema audit cascade'))
}

import { sql, type MigrateDownArgs, type MigrateUpArgs } from '@payloadcms/db-postgres'

// Signing in: sessions, the second step, recovery codes, tries. Hand-written, unknown to Payload.
//
// sessions       one row per signed-in browser; `token` is the SHA-256 of what its cookie holds. Deleting the row ends
//                it. `is_proved`: the second step was passed in it. `is_later`: its person put setting it up again off.
// second_steps   `secret` and `pending` are sealed with AES-256-GCM (src/sign-in/seal.ts); `last_step` is the last
//                30-second step whose code was used; `reset_at`: an administrator removed it and it is not set up again.
// recovery_codes `code` is an HMAC; each works once.
// tries          `spent_until`: until when tries are paid for (src/sign-in/throttle.ts).
const tables = `
create schema sign_in;

create table sign_in.sessions (
  id uuid primary key default gen_random_uuid(),
  token bytea not null unique check (octet_length(token) = 32),
  person uuid not null references public.users (id) on delete cascade,
  opened_at timestamptz not null default now(),
  seen_at timestamptz not null default now(),
  is_proved boolean not null default false,
  is_later boolean not null default false
);
create index on sign_in.sessions (person);

create table sign_in.second_steps (
  person uuid primary key references public.users (id) on delete cascade,
  secret bytea,
  set_up_at timestamptz,
  last_step bigint not null default 0,
  pending bytea,
  pending_at timestamptz,
  reset_at timestamptz
);

create table sign_in.recovery_codes (
  person uuid not null references public.users (id) on delete cascade,
  code bytea not null check (octet_length(code) = 32),
  used_at timestamptz,
  primary key (person, code)
);

create table sign_in.tries (
  key text primary key,
  spent_until timestamptz not null,
  told_at timestamptz
);
create index on sign_in.tries (spent_until);

grant usage on schema sign_in to desk_writer;
grant select, insert, update, delete on all tables in schema sign_in to desk_writer;

delete from public.users_sessions;
`

export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql.raw(tables))
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql.raw('drop schema sign_in cascade'))
}

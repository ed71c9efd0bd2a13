import { sql, type MigrateDownArgs, type MigrateUpArgs } from '@payloadcms/db-postgres'

// Who has a document open. Hand-written, unknown to Payload. Worth nothing after a crash, so it is not logged.

const presence = `
create unlogged table editorial.presence (
  collection text not null,
  document_id uuid not null,
  person uuid not null,
  -- The language in which the document is open.
  language text not null,
  since timestamptz not null default clock_timestamp(),
  seen_at timestamptz not null default clock_timestamp(),
  primary key (document_id, collection, person)
);
create index on editorial.presence (seen_at);
grant select, insert, update, delete on editorial.presence to desk_writer;
`

export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql.raw(presence))
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql.raw('drop table editorial.presence'))
}

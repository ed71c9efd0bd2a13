import { sql, type MigrateDownArgs, type MigrateUpArgs } from '@payloadcms/db-postgres'

// What each import wrote, field by field, so that a later import can tell what staff changed since. Hand-written,
// unknown to Payload. One row for each imported document; `fields` maps a field ("knownName@sv", "birth.date")
// to the first 32 hex digits of the SHA-256 of the value that the import last wrote there.
// A row outlives its document on purpose: what staff deleted is not imported again.
const tables = `
create table public.intake_records (
  import_key text primary key,
  collection text not null,
  document_id uuid not null,
  fields jsonb not null default '{}'
);
create unique index on public.intake_records (collection, document_id);
grant select, insert, update, delete on public.intake_records to desk_writer;
`

export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql.raw(tables))
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql.raw('drop table public.intake_records'))
}

import { sql, type MigrateDownArgs, type MigrateUpArgs } from '@payloadcms/db-postgres'

// Schema `desk`: what concerns the installation as a whole. Hand-written, unknown to Payload.
//
// While `desk.hold` has its row, nothing leaves the desk: no e-mail, no webhook. A restored copy starts so, because what
// it would send was sent by the original.

const hold = `
create schema desk;

create table desk.hold (
  is_single boolean primary key default true check (is_single),
  reason text not null check (reason <> ''),
  since timestamptz not null default clock_timestamp()
);

grant usage on schema desk to desk_writer;
grant select, insert, delete on desk.hold to desk_writer;
`

export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql.raw(hold))
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql.raw('drop schema desk cascade'))
}

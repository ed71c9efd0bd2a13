import { sql, type MigrateDownArgs, type MigrateUpArgs } from '@payloadcms/db-postgres'

// A sign of life of the desk's screens, which the desk renews as the worker renews the one that is public. It is not public
// itself: the worker's sign is never newer than this one. It never was where it is null.

const heartbeat = `
create table desk.heartbeat (
  is_single boolean primary key default true check (is_single),
  at timestamptz
) with (fillfactor = 10);
insert into desk.heartbeat default values;

grant select, update (at) on desk.heartbeat to desk_writer;
`

export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql.raw(heartbeat))
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql.raw('drop table desk.heartbeat'))
}

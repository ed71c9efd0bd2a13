import { sql, type MigrateDownArgs, type MigrateUpArgs } from '@payloadcms/db-postgres'

// A sign of life of the publishing side, which the worker renews in a constant rhythm, whatever is or is not published. It
// travels as what is published travels, so a copy in which it grows old is behind. It never was where it is null.
//
// One row that is changed in its place: no index names the time, so no index grows; the free space is for its older states.

const heartbeat = `
create table published.heartbeat (
  is_single boolean primary key default true check (is_single),
  at timestamptz
) with (fillfactor = 10);
insert into published.heartbeat default values;

grant select on published.heartbeat to desk_writer, delivery_reader;
grant update (at) on published.heartbeat to desk_writer;
`

export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql.raw(heartbeat))
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql.raw('drop table published.heartbeat'))
}

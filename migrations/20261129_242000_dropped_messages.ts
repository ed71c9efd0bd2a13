import { sql, type MigrateDownArgs, type MigrateUpArgs } from '@payloadcms/db-postgres'

// A message that was dropped when a hold ended was not given up: nobody failed to receive it.

const up_ = `
alter table webhooks.deliveries drop constraint deliveries_state_check;
alter table webhooks.deliveries add constraint deliveries_state_check
  check (state in ('waiting', 'delivered', 'given-up', 'dropped'));
`

const down_ = `
update webhooks.deliveries set state = 'given-up' where state = 'dropped';
alter table webhooks.deliveries drop constraint deliveries_state_check;
alter table webhooks.deliveries add constraint deliveries_state_check
  check (state in ('waiting', 'delivered', 'given-up'));
`

export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql.raw(up_))
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql.raw(down_))
}

import { sql, type MigrateDownArgs, type MigrateUpArgs } from '@payloadcms/db-postgres'

// An embargo means absence: nothing of a press release becomes public before its moment, whoever asks.

const afterEmbargo = `
create function editorial.refuse_under_embargo() returns trigger language plpgsql security definer set search_path = '' as $$
declare
  until timestamptz;
begin
  select (r."values" ->> 'embargo')::timestamptz into until
    from editorial.units u join editorial.revisions r on r.id = u.revision
   where u.collection = new.collection and u.document_id = new.document_id and u.unit = 'shared';
  if until > clock_timestamp() then
    raise exception 'published: % % is under embargo', new.collection, new.unit using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
revoke all on function editorial.refuse_under_embargo() from public;
create trigger after_embargo before insert on published.units for each row
  when (new.collection = 'press-releases' and not new.is_withdrawn) execute function editorial.refuse_under_embargo();
`

export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql.raw(afterEmbargo))
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql.raw('drop trigger after_embargo on published.units'))
  await db.execute(sql.raw('drop function editorial.refuse_under_embargo()'))
}

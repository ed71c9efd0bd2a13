import { sql, type MigrateDownArgs, type MigrateUpArgs } from '@payloadcms/db-postgres'

// A translation in review stays in sight of its translator, who waits for an answer. Behind a source that changed
// meanwhile it is told of as that.

const stateOf = (further: string): string => `
create or replace function editorial.translation_state(kind text, doc uuid, lang text) returns text
language sql stable set search_path = '' as $$
  select case when u.unit is null or r."values" = '{}' then 'not-begun'
              when source.revision is distinct from u.source_revision and source.revision is not null then 'source-changed'
              when u.stage in ('writing', 'changes-requested') then 'translating'${further} end
    from (select) as one
    left join editorial.units u on u.collection = kind and u.document_id = doc and u.unit = lang
    left join editorial.revisions r on r.id = u.revision
    left join editorial.units source on source.collection = kind and source.document_id = doc and source.unit = 'en'
$$;`

const renewed = `
update editorial.translation_requests t set state = editorial.translation_state(t.collection, t.document_id, t.locale)
 where t.taken_back_at is null;`

export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(
    sql.raw(`
      alter table editorial.translation_requests drop constraint translation_requests_state_check,
        add constraint translation_requests_state_check
          check (state in ('not-begun', 'source-changed', 'translating', 'in-review'));
      ${stateOf(`\n              when u.stage = 'in-review' then 'in-review'`)}
      ${renewed}`),
  )
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(
    sql.raw(`
      ${stateOf('')}
      update editorial.translation_requests set state = null where state = 'in-review';
      ${renewed}
      alter table editorial.translation_requests drop constraint translation_requests_state_check,
        add constraint translation_requests_state_check
          check (state in ('not-begun', 'source-changed', 'translating'));`),
  )
}

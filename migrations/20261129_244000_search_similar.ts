import { sql, type MigrateDownArgs, type MigrateUpArgs } from '@payloadcms/db-postgres'

// Names that are nearly spelt like the wanted one: the index itself looks for the nearness that counts, instead of for a smaller one
// whose finds are then thrown away. The same names are found, in half the time.

const similar = (setting: string, condition: string) => `
create or replace function published.search_similar(wanted text) returns tsquery
language sql stable set search_path = published, pg_catalog, pg_temp ${setting} as $$
  select string_agg('''~' || key || '''', ' | ')::tsquery from (
    select key from published.search_names
     where key % wanted ${condition}
       and not exists (select from published.search_names known where known.key = wanted)
     group by key order by similarity(key, wanted) desc, key limit 8
  ) near
$$;
`

export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql.raw(similar('set pg_trgm.similarity_threshold = 0.4', '')))
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql.raw(similar('', 'and similarity(key, wanted) >= 0.4')))
}

import { sql, type MigrateDownArgs, type MigrateUpArgs } from '@payloadcms/db-postgres'

// Search over what is public: one row per document and kind of reader who gets the same words. Written with the
// bodies, in the same transaction, and deleted with them. pg_trgm finds names that are spelt differently.

const extension = `
do $$ begin
  if exists (select from pg_extension where extname = 'pg_trgm') then
    alter extension pg_trgm set schema published;
  else
    create extension pg_trgm schema published;
  end if;
end $$;
`

const tables = `
create table published.search (
  resource text not null,
  document_id uuid not null,
  -- Of everything below and of the way in which words are read.
  sha256 text not null,
  -- Language and fallback of those who get these words, e.g. 'sv declared'.
  readers text[] not null,
  -- What a hit says of itself, and the texts that snippets are cut from; JSON.
  hit text not null,
  texts text not null,
  year int not null,
  -- The words that ranks are made of, and all words.
  ranked tsvector not null,
  words tsvector not null,
  primary key (resource, document_id, sha256)
);
alter table published.search alter column ranked set storage main;
create index search_words on published.search using gin (readers, words) with (gin_pending_list_limit = 256);

create table published.search_names (
  resource text not null,
  document_id uuid not null,
  key text not null,
  primary key (resource, document_id, key)
);
create index search_names_key on published.search_names using gin (key published.gin_trgm_ops) with (gin_pending_list_limit = 256);
create index on published.search_names (key);
`

// The parts of a row become one vector: words of a configuration with a weight, or keys of names as they are.
const functions = `
create aggregate published.joined (tsvector) (sfunc = tsvector_concat, stype = tsvector, initcond = '');

create function published.search_vector(parts jsonb) returns tsvector
language sql stable set search_path = pg_catalog, pg_temp as $$
  select published.joined(
    case when p ? 'keys' then (p ->> 'keys')::tsvector
         else setweight(to_tsvector((p ->> 'config')::regconfig, p ->> 'words'), (p ->> 'weight')::"char") end order by n)
    from jsonb_array_elements(parts) with ordinality as x (p, n)
$$;

create function published.search_similar(wanted text) returns tsquery
language sql stable set search_path = published, pg_catalog, pg_temp as $$
  select string_agg('''~' || key || '''', ' | ')::tsquery from (
    select key from published.search_names
     where key % wanted and similarity(key, wanted) >= 0.4
       and not exists (select from published.search_names known where known.key = wanted)
     group by key order by similarity(key, wanted) desc, key limit 8
  ) near
$$;

-- exact: every word, in one of the languages or in a name. loose: names that are nearly spelt like it too.
-- A word that says nothing in one of the languages ("the") is left out, unless all are such words.
create function published.search_query(asked jsonb, out exact tsquery, out loose tsquery)
language plpgsql stable set search_path = pg_catalog, pg_temp as $$
declare
  word jsonb;
  reading jsonb;
  one tsquery;
  named tsquery;
  near tsquery;
  is_empty boolean;
  bare tsquery := '';
begin
  exact := '';
  loose := '';
  for word in select * from jsonb_array_elements(asked) loop
    named := (word ->> 'plain')::tsquery;
    near := '';
    for reading in select * from jsonb_array_elements(word -> 'keys') loop
      named := named || ('''~' || (reading #>> '{}') || '''')::tsquery;
      near := near || coalesce(published.search_similar(reading #>> '{}'), '');
    end loop;
    bare := bare && named;
    is_empty := false;
    for reading in select * from jsonb_array_elements(word -> 'readings') loop
      one := to_tsquery((reading ->> 'config')::regconfig, reading ->> 'query');
      is_empty := is_empty or numnode(one) = 0;
      named := named || one;
    end loop;
    continue when is_empty;
    exact := exact && named;
    loose := loose && (named || near);
  end loop;
  if numnode(exact) = 0 then
    exact := bare;
    loose := bare;
  end if;
end $$;
`

const privileges = `
grant select on published.search, published.search_names to desk_writer, delivery_reader;
grant insert, update, delete on published.search, published.search_names to desk_writer;
`

export async function up({ db }: MigrateUpArgs): Promise<void> {
  for (const part of [extension, tables, functions, privileges]) await db.execute(sql.raw(part))
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(
    sql.raw(`
drop function published.search_query(jsonb), published.search_similar(text), published.search_vector(jsonb);
drop aggregate published.joined (tsvector);
drop table published.search, published.search_names;
drop extension pg_trgm;
`),
  )
}

import { sql, type MigrateDownArgs, type MigrateUpArgs } from '@payloadcms/db-postgres'

// What was sent to translation, whose turn it is, and who was told of it by e-mail. Hand-written, unknown to Payload.

const requests = `
create table editorial.translation_requests (
  id uuid primary key default gen_random_uuid(),
  collection text not null,
  document_id uuid not null,
  locale text not null,
  note text,
  -- Where the language is not begun yet, nobody has a unit to be assigned to.
  assignee uuid,
  due date,
  sent_by uuid not null,
  sent_at timestamptz not null default clock_timestamp(),
  taken_back_by uuid,
  taken_back_at timestamptz,
  -- What there is to do for the translator; null: nothing now. Kept by the triggers below.
  state text check (state in ('not-begun', 'source-changed', 'translating')),
  check ((taken_back_by is null) = (taken_back_at is null))
);
-- A document is with the translators of a language, or it is not. The rule for reading asks this index.
create unique index translation_requests_open on editorial.translation_requests (collection, locale, document_id)
  where taken_back_at is null;
create index on editorial.translation_requests (document_id);
create index on editorial.translation_requests (due) where taken_back_at is null and due is not null;
-- A queue counts and sorts in here, however many units and languages there are beside it.
create index on editorial.translation_requests (locale, state, due, sent_at) include (collection)
  where taken_back_at is null and state is not null;
`

// Who wrote in a unit since its last approval changes only when the unit moves to another revision: it is worked out
// then, so that a queue of thousands reads a column. A language that begins keeps the translator and the day with which
// it was sent.
const authors = `
alter table editorial.units add column authors uuid[] not null default '{}';
create function editorial.prepare_unit() returns trigger language plpgsql set search_path = '' as $$
begin
  select editorial.wrote_since_approval(r, null) into new.authors
    from editorial.revisions r where r.id = new.revision;
  new.authors := coalesce(new.authors, '{}');
  if tg_op = 'INSERT' and new.assignee is null and new.due is null then
    select t.assignee, t.due into new.assignee, new.due from editorial.translation_requests t
     where t.collection = new.collection and t.locale = new.unit and t.document_id = new.document_id
       and t.taken_back_at is null;
  end if;
  return new;
end $$;
create trigger prepare_unit before insert or update of revision on editorial.units
  for each row execute function editorial.prepare_unit();
update editorial.units set revision = revision;
create index on editorial.units (due) where due is not null;
create index on editorial.steps (revision) where verb = 'ask-exception';
`

// The source language is 'en' (src/lib/locales.ts).
const states = `
create function editorial.translation_state(kind text, doc uuid, lang text) returns text
language sql stable set search_path = '' as $$
  select case when u.unit is null or r."values" = '{}' then 'not-begun'
              when source.revision is distinct from u.source_revision and source.revision is not null then 'source-changed'
              when u.stage in ('writing', 'changes-requested') then 'translating' end
    from (select) as one
    left join editorial.units u on u.collection = kind and u.document_id = doc and u.unit = lang
    left join editorial.revisions r on r.id = u.revision
    left join editorial.units source on source.collection = kind and source.document_id = doc and source.unit = 'en'
$$;

create function editorial.state_of_request() returns trigger language plpgsql set search_path = '' as $$
begin
  new.state := editorial.translation_state(new.collection, new.document_id, new.locale);
  return new;
end $$;
create trigger state_of_request before insert on editorial.translation_requests
  for each row execute function editorial.state_of_request();

-- A translation that moves changes its own request; new words in the source change those of all languages.
create function editorial.renew_requests() returns trigger language plpgsql set search_path = '' as $$
begin
  if new.unit = 'en' and tg_op = 'UPDATE' and new.revision = old.revision then return null; end if;
  update editorial.translation_requests t
     set state = editorial.translation_state(t.collection, t.document_id, t.locale)
   where t.document_id = new.document_id and t.collection = new.collection and t.taken_back_at is null
     and (new.unit = 'en' or t.locale = new.unit);
  return null;
end $$;
create trigger renew_requests after insert or update of revision, stage, source_revision on editorial.units
  for each row execute function editorial.renew_requests();
`

// A queue shows titles; a document may have a hundred versions.
const titles = [
  'prizes',
  'editions',
  'laureates',
  'citations',
  'biographies',
  'press_releases',
  'press_contacts',
  'media',
  'glossary_terms',
]
  .map((table) => `create index "_${table}_v_newest_idx" on public."_${table}_v" (parent_id) where latest;`)
  .join('\n')

const digests = `
-- The language of a person's screens, as last seen.
create table editorial.screen_languages (
  person uuid primary key,
  language text not null
);
-- One e-mail per person and day, however many workers there are.
create table editorial.digests (
  person uuid not null,
  day date not null,
  claimed_at timestamptz not null default clock_timestamp(),
  attempts int not null default 1,
  -- Null: it is being sent, or that did not work yet.
  done_at timestamptz,
  primary key (person, day)
);
`

const privileges = `
revoke all on function editorial.prepare_unit(), editorial.translation_state(text, uuid, text),
  editorial.state_of_request(), editorial.renew_requests() from public;
grant execute on function editorial.prepare_unit(), editorial.translation_state(text, uuid, text),
  editorial.state_of_request(), editorial.renew_requests() to desk_writer;
grant select, insert, delete on editorial.translation_requests to desk_writer;
grant update (assignee, due, note, state, taken_back_by, taken_back_at) on editorial.translation_requests to desk_writer;
grant select, insert, update, delete on editorial.screen_languages, editorial.digests to desk_writer;
`

export async function up({ db }: MigrateUpArgs): Promise<void> {
  for (const part of [requests, authors, states, titles, digests, privileges]) await db.execute(sql.raw(part))
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  const indexes = [
    'prizes',
    'editions',
    'laureates',
    'citations',
    'biographies',
    'press_releases',
    'press_contacts',
    'media',
    'glossary_terms',
  ]
  for (const table of indexes) await db.execute(sql.raw(`drop index public."_${table}_v_newest_idx"`))
  await db.execute(
    sql.raw(`
      drop table editorial.digests, editorial.screen_languages, editorial.translation_requests;
      drop trigger renew_requests on editorial.units;
      drop trigger prepare_unit on editorial.units;
      drop function editorial.prepare_unit(), editorial.renew_requests(), editorial.state_of_request(),
        editorial.translation_state(text, uuid, text);
      alter table editorial.units drop column authors;
      drop index editorial.units_due_idx, editorial.steps_revision_idx;
    `),
  )
}

import { sql, type MigrateDownArgs, type MigrateUpArgs } from '@payloadcms/db-postgres'

// The files of public pictures. A name that was public once stays known, so that it answers "taken down"; its bytes go
// with the release that withdraws it. The database holds it by itself that a file belongs to a public picture, that its
// parts are its bytes, and that no bytes are here that nobody may see.

const tables = `
create table published.files (
  media_id uuid not null,
  name text not null check (name ~ '^[A-Za-z0-9]{20}$'),
  type text not null,
  -- These are null when it is not public any more.
  resource text check (resource = 'media'),
  sha256 text,
  bytes int,
  -- Of the credits that are written in it.
  credits text,
  updated_at timestamptz not null,
  primary key (media_id, name),
  constraint whole check (num_nulls(resource, sha256, bytes, credits) in (0, 4)),
  constraint picture_is_public foreign key (resource, media_id)
    references published.resources (resource, document_id) deferrable initially deferred
);
create index on published.files (sha256) where sha256 is not null;

create table published.file_parts (
  sha256 text not null,
  number int not null check (number >= 0),
  data bytea not null,
  primary key (sha256, number)
);
-- Pictures are compressed already.
alter table published.file_parts alter column data set storage external;
`

const laws = `
create function published.refuse_other_bytes() returns trigger language plpgsql set search_path = '' as $$
declare
  is_so boolean;
begin
  -- As it stands on commit.
  select coalesce(f.sha256 is null or (
           select pg_catalog.encode(pg_catalog.sha256(pg_catalog.string_agg(p.data, ''::bytea order by p.number)), 'hex') = f.sha256
                  and pg_catalog.sum(pg_catalog.octet_length(p.data)) = f.bytes
             from published.file_parts p where p.sha256 = f.sha256), false) into is_so
    from published.files f where f.media_id = new.media_id and f.name = new.name;
  if not is_so then
    raise exception 'published: a file that is not made of its parts' using errcode = 'restrict_violation';
  end if;
  return null;
end $$;
create constraint trigger made_of_parts after insert or update on published.files deferrable initially deferred
  for each row execute function published.refuse_other_bytes();

create function published.refuse_unseen_part() returns trigger language plpgsql set search_path = '' as $$
begin
  if exists (select from published.file_parts p where p.sha256 = new.sha256 and p.number = new.number)
     and not exists (select from published.files f where f.sha256 = new.sha256) then
    raise exception 'published: bytes that nobody may see' using errcode = 'restrict_violation';
  end if;
  return null;
end $$;
create constraint trigger seen after insert on published.file_parts deferrable initially deferred
  for each row execute function published.refuse_unseen_part();

create function published.refuse_kept_bytes() returns trigger language plpgsql set search_path = '' as $$
begin
  if exists (select from published.file_parts p where p.sha256 = old.sha256)
     and not exists (select from published.files f where f.sha256 = old.sha256) then
    raise exception 'published: bytes of what was taken down' using errcode = 'restrict_violation';
  end if;
  return null;
end $$;
create constraint trigger gone_with_file after update or delete on published.files deferrable initially deferred
  for each row when (old.sha256 is not null) execute function published.refuse_kept_bytes();
`

const privileges = `
grant select on published.files, published.file_parts to desk_writer, delivery_reader;
grant insert, update on published.files to desk_writer;
grant insert, delete on published.file_parts to desk_writer;
`

export async function up({ db }: MigrateUpArgs): Promise<void> {
  for (const part of [tables, laws, privileges]) await db.execute(sql.raw(part))
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(
    sql.raw(`
drop table published.files, published.file_parts;
drop function published.refuse_other_bytes(), published.refuse_unseen_part(), published.refuse_kept_bytes();
`),
  )
}

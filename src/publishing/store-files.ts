import type { ClientBase } from 'pg'
import { sha256 } from '@/lib/hash'
import { creditsMark, pictureStore, readRendition, writeCredits, type Credits, type Rendition } from '@/media'
import { filesOf } from './project-media'
import type { Release } from './store'
import type { Ref } from './unit'
import { loadWorld } from './world'

// The bytes of public pictures lie beside the bodies, in the same transaction: they are there exactly while the picture
// is public. Each carries the credits that are public at that moment.

/** Delivery reads and sends one part at a time. */
const partBytes = 256 * 1024

/** Brings the files of these pictures in line with their public units. */
export async function storeFiles(
  client: ClientBase,
  release: Release,
  changes: readonly Ref[],
): Promise<void> {
  const ids = [...new Set(changes.filter(({ collection }) => collection === 'media').map(({ id }) => id))]
  if (ids.length === 0) return
  const world = await loadWorld(
    client,
    ids.map((id): Ref => ({ collection: 'media', id })),
  )
  for (const id of ids) {
    const before = await bytesOf(client, id)
    const document = world.get('media', id)
    const { renditions, credits } = document ? filesOf(document) : { renditions: [], credits: undefined }
    await withdrawOthers(client, { id, release }, renditions)
    if (credits) await writeAll(client, { id, release }, { renditions, credits })
    await dropUnused(client, before)
  }
}

async function bytesOf(client: ClientBase, id: string): Promise<string[]> {
  const { rows } = await client.query<{ sha256: string }>(
    'select sha256 from published.files where media_id = $1 and sha256 is not null',
    [id],
  )
  return rows.map(({ sha256: sha }) => sha)
}

type Picture = { id: string; release: Release }
type Wanted = { renditions: readonly Rendition[]; credits: Credits }

async function withdrawOthers(
  client: ClientBase,
  { id, release }: Picture,
  kept: readonly Rendition[],
): Promise<void> {
  await client.query(
    `update published.files set resource = null, sha256 = null, bytes = null, credits = null, updated_at = $3
      where media_id = $1 and name <> all ($2::text[]) and sha256 is not null`,
    [id, kept.map(({ name }) => name), release.at],
  )
}

async function writeAll(
  client: ClientBase,
  picture: Picture,
  { renditions, credits }: Wanted,
): Promise<void> {
  const mark = creditsMark(credits)
  const { rows } = await client.query<{ name: string }>(
    'select name from published.files where media_id = $1 and credits = $2',
    [picture.id, mark],
  )
  const there = new Set(rows.map(({ name }) => name))
  const store = await pictureStore()
  for (const rendition of renditions.filter(({ name }) => !there.has(name))) {
    const data = writeCredits(await readRendition(store, rendition), rendition.type, credits)
    await writeOne(client, picture, { rendition, mark, data })
  }
}

type One = { rendition: Rendition; mark: string; data: Buffer }

async function writeOne(
  client: ClientBase,
  { id, release }: Picture,
  { rendition, mark, data }: One,
): Promise<void> {
  const sha = sha256(data)
  await client.query(
    `insert into published.files (media_id, name, type, resource, sha256, bytes, credits, updated_at)
     values ($1, $2, $3, 'media', $4, $5, $6, $7)
     on conflict (media_id, name) do update set type = excluded.type, resource = excluded.resource,
       sha256 = excluded.sha256, bytes = excluded.bytes, credits = excluded.credits, updated_at = excluded.updated_at`,
    [id, rendition.name, rendition.type, sha, data.length, mark, release.at],
  )
  for (let at = 0; at < data.length; at += partBytes) {
    await client.query(
      'insert into published.file_parts (sha256, number, data) values ($1, $2, $3) on conflict do nothing',
      [sha, at / partBytes, data.subarray(at, at + partBytes)],
    )
  }
}

async function dropUnused(client: ClientBase, before: readonly string[]): Promise<void> {
  await client.query(
    `delete from published.file_parts p
      where p.sha256 = any($1::text[]) and not exists (select from published.files f where f.sha256 = p.sha256)`,
    [before],
  )
}

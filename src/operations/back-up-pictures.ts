import { constants, existsSync, mkdirSync, readdirSync, statSync } from 'node:fs'
import { copyFile, rm } from 'node:fs/promises'
import path from 'node:path'
import type { ClientBase } from 'pg'
import { describePart, openManifest, type Part } from './manifest'

// Pictures that lie in a bucket, as files of the backup, where those of a disk would be. Their names are never given twice,
// so what an earlier backup fetched, finished or not, is not fetched again.

type StoredFile = { name: string; bytes: number }
/** Where pictures lie that are not on the disk. */
export type PictureFiles = {
  list: () => Promise<StoredFile[]>
  /** False where it is gone. */
  fetch: (name: string, file: string) => Promise<boolean>
  send: (file: string, stored: StoredFile) => Promise<void>
}

export type Fetching = {
  pictures: PictureFiles
  /** The folder of this backup, and the one that holds all of them. */
  draft: string
  into: string
  /** Names that are in it already. */
  have: ReadonlySet<string>
  onProgress: (what: string, done: number, total: number) => void
}

const atOnce = 8

/** Fetches what is not there yet; returns the parts in the order of their names. */
export async function fetchPictures(fetching: Fetching): Promise<Part[]> {
  const { pictures, draft, into, have, onProgress } = fetching
  const wanted = (await pictures.list()).filter(({ name }) => !have.has(`media/${name}`))
  const earlier = listEarlier(into, path.basename(draft))
  const parts: Part[] = []
  mkdirSync(path.join(draft, 'media', 'renditions'), { recursive: true, mode: 0o700 })
  for (let at = 0; at < wanted.length; at += atOnce) {
    onProgress('pictures', at, wanted.length)
    const some = wanted.slice(at, at + atOnce).map((stored) => fetchOne(fetching, stored, earlier))
    parts.push(...(await Promise.all(some)).flat())
  }
  onProgress('pictures', wanted.length, wanted.length)
  return parts.toSorted((a, b) => (a.path < b.path ? -1 : 1))
}

async function fetchOne(
  { pictures, draft }: Fetching,
  stored: StoredFile,
  earlier: readonly Earlier[],
): Promise<Part[]> {
  const name = `media/${stored.name}`
  const target = path.join(draft, name)
  const kept = await takeEarlier({ draft, name, bytes: stored.bytes }, earlier)
  if (kept) return [kept]
  // One that was replaced or deleted meanwhile is told of by what the tables name.
  if (!(await pictures.fetch(stored.name, target))) return []
  const part = await describePart(draft, name)
  if (part.bytes !== stored.bytes)
    throw new Error(`Of ${stored.bytes} bytes of ${name}, ${part.bytes} arrived.`)
  return [part]
}

/** `sums` of a finished backup: SHA-256 by name. In an unfinished one, what has its name is whole. */
type Earlier = { folder: string; sums: ReadonlyMap<string, string> | undefined }

/** Newest first. */
function listEarlier(into: string, own: string): Earlier[] {
  return readdirSync(into)
    .filter((name) => name.startsWith('laureate-desk-') && name !== own)
    .toSorted()
    .toReversed()
    .slice(0, 5)
    .map((name) => {
      const folder = path.join(into, name)
      const found = openManifest(folder)
      return { folder, sums: found && new Map(found.manifest.parts.map((part) => [part.path, part.sha256])) }
    })
}

type Wanted = { draft: string; name: string; bytes: number }

async function takeEarlier(
  { draft, name, bytes }: Wanted,
  earlier: readonly Earlier[],
): Promise<Part | undefined> {
  for (const { folder, sums } of earlier) {
    const file = path.join(folder, name)
    if (!existsSync(file) || statSync(file).size !== bytes) continue
    const target = path.join(draft, name)
    await copyFile(file, target, constants.COPYFILE_FICLONE)
    const part = await describePart(draft, name)
    if (!sums || sums.get(name) === part.sha256) return part
    await rm(target)
  }
  return undefined
}

const named = `
  with shown as (
    select version_filename as file, version_renditions as renditions from public._media_v where latest)
  select 'media/' || file as name from shown where file is not null
  union
  select 'media/' || case when r ->> 'use' = 'original' then '' else 'renditions/' end || (r ->> 'name') || '.'
         || replace(substr(r ->> 'type', 7), 'jpeg', 'jpg')
    from shown cross join lateral jsonb_array_elements(coalesce(renditions, '[]')) r
  order by 1`

// The newest draft counts: what is public lies in the tables, and the framework's own row is never written again.
/** The files that the tables name, as parts of a backup. None in tables of a version that did not keep them. */
export async function listNamed(client: ClientBase): Promise<string[]> {
  const { rows: known } = await client.query(
    `select from information_schema.columns
      where table_schema = 'public' and table_name = '_media_v' and column_name = 'version_renditions'`,
  )
  if (known.length === 0) return []
  return (await client.query<{ name: string }>(named)).rows.map(({ name }) => name)
}

import { chmodSync, cpSync, createWriteStream, existsSync, mkdirSync, readdirSync, renameSync } from 'node:fs'
import { open } from 'node:fs/promises'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import type { ClientBase } from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import { sha256 } from '@/lib/hash'
import { fetchPictures, listNamed, type PictureFiles } from './back-up-pictures'
import { describePart, manifestName, tableFile, type Manifest, type Part, type TableShape } from './manifest'
import { identifier, listDone, listSequences, listTables, quoted } from './tables-of'

export type Backup = {
  /** The owner's connection. */
  client: ClientBase
  /** Where backups are kept; each becomes a folder of its own in it. */
  into: string
  dataDir: string
  /** Absent where pictures lie in the data folder. */
  pictures?: PictureFiles | undefined
  withSecrets: boolean
  now: Date
  onProgress: (what: string, done: number, total: number) => void
}

/** `missing`: files that the tables name and that are not there. */
export type Made = { folder: string; sha256: string; rows: number; bytes: number; missing: string[] }

/** Files of the data folder that belong to the contents. */
export const contentFolders = ['media'] as const
const secretsName = 'secrets.json'

/**
 * Writes all tables as they are in one moment, then the files. The folder gets its name when everything is on the disk;
 * until then it ends in `.unfinished`. Reads only, beside whatever the desk does.
 */
export async function writeBackup(backup: Backup): Promise<Made> {
  const name = `laureate-desk-${backup.now.toISOString().slice(0, 19).replaceAll(':', '')}Z`
  const folder = path.join(backup.into, name)
  const draft = `${folder}.unfinished`
  mkdirSync(path.join(draft, 'database'), { recursive: true, mode: 0o700 })
  const { named, ...contents } = await writeDatabase(backup, draft)
  const copied = await copyFiles(backup, draft)
  const files = [...copied, ...(await picturesOf(backup, draft, copied))]
  const have = new Set(files.map((file) => file.path))
  const parts = [...contents.parts, ...files]
  const manifest: Manifest = {
    format: 1,
    madeAt: backup.now.toISOString(),
    ...contents,
    hasSecrets: files.some((file) => file.path === secretsName),
    parts,
  }
  const text = `${JSON.stringify(manifest, null, 1)}\n`
  await writeThrough(path.join(draft, manifestName), text)
  renameSync(draft, folder)
  await flush(backup.into)
  return {
    folder,
    sha256: sha256(text),
    rows: contents.tables.reduce((sum, { rows }) => sum + rows, 0),
    bytes: parts.reduce((sum, { bytes }) => sum + bytes, 0),
    missing: named.filter((one) => !have.has(one)),
  }
}

async function picturesOf(
  { pictures, into, onProgress }: Backup,
  draft: string,
  copied: readonly Part[],
): Promise<Part[]> {
  if (!pictures) return []
  const have = new Set(copied.map((file) => file.path))
  return fetchPictures({ pictures, draft, into, have, onProgress })
}

type Contents = Omit<Manifest, 'format' | 'madeAt' | 'hasSecrets'>

async function writeDatabase(
  { client, onProgress }: Backup,
  draft: string,
): Promise<Contents & { named: string[] }> {
  await client.query('begin isolation level repeatable read read only')
  try {
    await client.query('set local statement_timeout = 0')
    const shapes = await listTables(client)
    const tables: TableShape[] = []
    const parts: Part[] = []
    for (const shape of shapes) {
      onProgress('tables', tables.length, shapes.length)
      tables.push({
        ...shape,
        rows: await writeTable(client, shape, path.join(draft, tableFile(shape.name))),
      })
      parts.push(await describePart(draft, tableFile(shape.name)))
    }
    onProgress('tables', tables.length, shapes.length)
    return {
      ...(await readState(client)),
      tables,
      parts,
      sequences: await listSequences(client),
      named: await listNamed(client),
    }
  } finally {
    await client.query('rollback')
  }
}

type State = Pick<Contents, 'postgres' | 'migrations' | 'head' | 'log'>

async function readState(client: ClientBase): Promise<State> {
  const { rows: versions } = await client.query<{ postgres: string }>(
    "select current_setting('server_version') as postgres",
  )
  const { rows: heads } = await client.query<Manifest['head']>(
    'select seq::text, release::text from published.head',
  )
  const { rows: logs } = await client.query<Manifest['log']>('select seq::text, hash from audit.head')
  return {
    postgres: versions[0]?.postgres ?? '',
    migrations: await listDone(client),
    head: heads[0] ?? { seq: '0', release: '0' },
    log: logs[0] ?? { seq: '0', hash: '' },
  }
}

/** Returns the number of rows. */
async function writeTable(
  client: ClientBase,
  { name, columns }: Omit<TableShape, 'rows'>,
  file: string,
): Promise<number> {
  const stream = client.query(
    copyTo(`copy ${quoted(name)} (${columns.map(identifier).join(', ')}) to stdout`),
  )
  await pipeline(stream, createGzip(), createWriteStream(file, { mode: 0o600 }))
  await flush(file)
  return stream.rowCount
}

// Files come after the rows that name them: one that is added meanwhile is too many, never missing.
async function copyFiles({ dataDir, withSecrets, onProgress }: Backup, draft: string): Promise<Part[]> {
  const media = contentFolders.flatMap((folder) => listFiles(dataDir, folder))
  const names = [...media, ...(withSecrets ? [secretsName] : [])]
  const parts: Part[] = []
  for (const name of names) {
    onProgress('files', parts.length, names.length)
    const target = path.join(draft, name)
    mkdirSync(path.dirname(target), { recursive: true, mode: 0o700 })
    cpSync(path.join(dataDir, name), target)
    if (name === secretsName) chmodSync(target, 0o600)
    await flush(target)
    parts.push(await describePart(draft, name))
  }
  onProgress('files', parts.length, names.length)
  return parts
}

/** Files below a folder, as paths from `base` with slashes. */
function listFiles(base: string, folder: string): string[] {
  const place = path.join(base, folder)
  if (!existsSync(place)) return []
  return readdirSync(place, { withFileTypes: true })
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const name = `${folder}/${entry.name}`
      if (entry.isDirectory()) return listFiles(base, name)
      return entry.isFile() ? [name] : []
    })
}

async function writeThrough(file: string, text: string): Promise<void> {
  const handle = await open(file, 'wx', 0o600)
  try {
    await handle.writeFile(text)
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** What a crash of the machine must not lose. */
async function flush(place: string): Promise<void> {
  const handle = await open(place, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

import { createHash } from 'node:crypto'
import { createReadStream, existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import { z } from 'zod'
import { sha256 } from '@/lib/hash'

// What a backup holds. It is written last: a folder without it is no backup.

const part = z.object({ path: z.string(), sha256: z.string(), bytes: z.number() })
const table = z.object({
  /** As `schema.table`. */
  name: z.string(),
  columns: z.array(z.string()),
  rows: z.number(),
})
const sequence = z.object({ name: z.string(), last: z.string(), isCalled: z.boolean() })

const manifestSchema = z.object({
  format: z.literal(1),
  madeAt: z.string(),
  postgres: z.string(),
  /** Names of the migrations that made the tables. */
  migrations: z.array(z.string()),
  /** Where the order of public events and the log stood. */
  head: z.object({ seq: z.string(), release: z.string() }),
  log: z.object({ seq: z.string(), hash: z.string() }),
  tables: z.array(table),
  sequences: z.array(sequence),
  hasSecrets: z.boolean(),
  parts: z.array(part),
})

export type Manifest = z.infer<typeof manifestSchema>
export type Part = z.infer<typeof part>
export type TableShape = z.infer<typeof table>

export const manifestName = 'manifest.json'

/** Where the rows of a table are kept inside a backup. */
export const tableFile = (name: string): string => `database/${name}.copy.gz`

/** Size and SHA-256 of a file, read in pieces. */
export async function describePart(folder: string, name: string): Promise<Part> {
  const hash = createHash('sha256')
  let bytes = 0
  await pipeline(createReadStream(path.join(folder, name)), async (source) => {
    for await (const piece of source as AsyncIterable<Buffer>) {
      hash.update(piece)
      bytes += piece.length
    }
  })
  return { path: name, sha256: hash.digest('hex'), bytes }
}

export type Opened = { manifest: Manifest; sha256: string }

/** The manifest of a backup; undefined where the folder is none, or was not finished. */
export function openManifest(folder: string): Opened | undefined {
  const file = path.join(folder, manifestName)
  if (!existsSync(file)) return undefined
  const text = readFileSync(file, 'utf8')
  const parsed = manifestSchema.safeParse(safeJson(text))
  return parsed.success ? { manifest: parsed.data, sha256: sha256(text) } : undefined
}

function safeJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Paths of parts that are missing or not what was written. */
export async function findDamage(folder: string, { parts }: Manifest): Promise<string[]> {
  const damaged: string[] = []
  for (const one of parts) {
    const isThere = existsSync(path.join(folder, one.path))
    if (!isThere || (await describePart(folder, one.path)).sha256 !== one.sha256) damaged.push(one.path)
  }
  return damaged
}

import { createReadStream } from 'node:fs'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import type { ClientBase } from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { tableFile, type Manifest } from './manifest'
import { identifier, listTables, quoted } from './tables-of'

export type Loading = {
  /** The owner's connection to a database whose tables the migrations of the backup made. */
  client: ClientBase
  folder: string
  manifest: Manifest
  /** Why nothing leaves the restored desk. */
  holdReason: string
  onProgress: (what: string, done: number, total: number) => void
}

/**
 * Replaces all rows by those of a backup and puts the desk on hold, in one transaction: it happens whole or not at all.
 * Needs no superuser: keys are taken off and put back, which checks them; guards are switched off for this transaction.
 * Throws where the tables are not those of the backup.
 */
export async function loadBackup(loading: Loading): Promise<void> {
  const { client, manifest } = loading
  await client.query('begin')
  try {
    await client.query('set local statement_timeout = 0')
    await checkShapes(client, manifest)
    const names = manifest.tables.map(({ name }) => name)
    const guards = await switchGuards(client, names)
    const keys = await takeKeys(client)
    await client.query(`truncate ${names.map(quoted).join(', ')}`)
    await fillTables(loading)
    for (const { table, name, definition } of keys)
      await client.query(`alter table ${table} add constraint ${identifier(name)} ${definition}`)
    await setSequences(client, manifest)
    for (const guard of guards) await client.query(guard)
    await client.query('delete from desk.hold')
    await client.query('insert into desk.hold (reason) values ($1)', [loading.holdReason])
    await client.query('commit')
  } catch (error) {
    await client.query('rollback').catch(() => undefined)
    throw error
  }
}

async function checkShapes(client: ClientBase, { tables }: Manifest): Promise<void> {
  const there = JSON.stringify(await listTables(client))
  const wanted = JSON.stringify(tables.map(({ name, columns }) => ({ name, columns })))
  if (there !== wanted) throw new Error('The tables of this database are not those of the backup.')
}

/** Switches all guards off; returns the statements that switch on again what was on. */
async function switchGuards(client: ClientBase, names: readonly string[]): Promise<string[]> {
  const { rows } = await client.query<{ table: string; name: string; state: string }>(
    `select n.nspname || '.' || c.relname as table, t.tgname as name, t.tgenabled as state
       from pg_trigger t join pg_class c on c.oid = t.tgrelid join pg_namespace n on n.oid = c.relnamespace
      where not t.tgisinternal and n.nspname || '.' || c.relname = any($1)`,
    [names],
  )
  for (const table of new Set(rows.map((row) => row.table)))
    await client.query(`alter table ${quoted(table)} disable trigger user`)
  const words: Record<string, string> = { O: 'enable', A: 'enable always', R: 'enable replica' }
  return rows.flatMap(({ table, name, state }) => {
    const word = words[state]
    return word === undefined ? [] : [`alter table ${quoted(table)} ${word} trigger ${identifier(name)}`]
  })
}

type Key = { table: string; name: string; definition: string }

/** Takes all foreign keys off and returns them. */
async function takeKeys(client: ClientBase): Promise<Key[]> {
  const { rows } = await client.query<Key>(
    `select k.conrelid::regclass::text as table, k.conname as name, pg_get_constraintdef(k.oid) as definition
       from pg_constraint k join pg_namespace n on n.oid = k.connamespace
      where k.contype = 'f' and n.nspname !~ '^pg_' order by k.oid`,
  )
  for (const { table, name } of rows)
    await client.query(`alter table ${table} drop constraint ${identifier(name)}`)
  return rows
}

async function fillTables({ client, folder, manifest: { tables }, onProgress }: Loading): Promise<void> {
  for (const [index, { name, columns, rows }] of tables.entries()) {
    onProgress('tables', index, tables.length)
    const into = client.query(
      copyFrom(`copy ${quoted(name)} (${columns.map(identifier).join(', ')}) from stdin`),
    )
    await pipeline(createReadStream(path.join(folder, tableFile(name))), createGunzip(), into)
    if (into.rowCount !== rows) throw new Error(`Of ${rows} rows of ${name}, ${into.rowCount} arrived.`)
  }
  onProgress('tables', tables.length, tables.length)
}

async function setSequences(client: ClientBase, { sequences }: Manifest): Promise<void> {
  for (const { name, last, isCalled } of sequences)
    await client.query('select setval($1::regclass, $2::bigint, $3)', [quoted(name), last, isCalled])
}

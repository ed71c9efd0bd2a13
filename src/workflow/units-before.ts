import type { PayloadRequest } from 'payload'
import type { ClientBase } from 'pg'
import { readUnits, type DocumentRef } from '@/units'

// The gate reads the units of a document under its lock; what records the change takes them from there.

type Units = Awaited<ReturnType<typeof readUnits>>
const read = new WeakMap<PayloadRequest, Map<string, Units>>()
const nameOf = ({ collection, id }: DocumentRef): string => `${collection}:${id}`

/** Reads the units as this write finds them, and keeps them for `takeUnits`. The caller holds the document's lock. */
export async function unitsBefore(req: PayloadRequest, client: ClientBase, ref: DocumentRef): Promise<Units> {
  const units = await readUnits(client, ref)
  read.set(req, (read.get(req) ?? new Map<string, Units>()).set(nameOf(ref), units))
  return units
}

/** What `unitsBefore` read for this write, once; else as they are now. */
export async function takeUnits(req: PayloadRequest, client: ClientBase, ref: DocumentRef): Promise<Units> {
  const kept = read.get(req)
  const units = kept?.get(nameOf(ref))
  kept?.delete(nameOf(ref))
  return units ?? readUnits(client, ref)
}

import { APIError } from 'payload'
import { Refusal } from '../../src/lib/errors'
import { picture } from '../staff'
import { next, type Row } from './bodies'
import type { Outcome, Try, World } from './operations'

type Call = (options: Row) => Promise<unknown>

/** Tries it as the desk's own code would, with access rules on. */
export async function byLocalApi({ desk, staff }: World, made: Try): Promise<Outcome> {
  const { cell, attack, id, data, locale } = made
  const api = desk.payload as unknown as Record<string, Call>
  const by = {
    collection: cell.collection,
    overrideAccess: false,
    user: await staff.person(cell.actor),
    locale,
    ...attack.options,
  }
  const file = cell.collection === 'media' && cell.operation === 'create'
  const calls: Record<string, () => Promise<unknown> | undefined> = {
    create: async () =>
      api['create']?.({ ...by, data, ...(file ? { file: await picture(`l-${next()}.png`) } : {}) }),
    readVersions: () => api['findVersions']?.({ ...by, locale: 'en', where: { parent: { equals: id } } }),
    delete: () => api['delete']?.({ ...by, id }),
    'update-many': () => api['update']?.({ ...by, where: { id: { equals: id } }, data: {} }),
    'delete-many': () => api['delete']?.({ ...by, where: { id: { equals: id } } }),
    duplicate: () => api['duplicate']?.({ ...by, id }),
    'restore-version': async () =>
      api['restoreVersion']?.({ ...by, id: await versionOf(desk, cell.collection, id) }),
  }
  const others: Record<string, () => Promise<unknown> | undefined> = {
    read: () => api['findByID']?.({ ...by, id }),
    list: () => api['find']?.(by),
    update: () => api['update']?.({ ...by, id, data }),
  }
  const call = calls[cell.operation] ?? others[cell.operation.split('-')[0] ?? '']
  try {
    const answer = await call?.()
    return { kind: 'done', isRefused: false, said: JSON.stringify(answer), doc: answer as Row }
  } catch (error) {
    return {
      ...refusalIn(error),
      isRefused: isRefusal(error, [...(attack.byItself ?? []), ...offOf(cell)]),
      doc: undefined,
    }
  }
}

/** What the configuration turns off is answered by 400, to everybody. */
const offOf = ({ operation }: Try['cell']): number[] => (operation === 'duplicate' ? [400] : [])

async function versionOf({ payload }: World['desk'], collection: string, parent: string): Promise<string> {
  const of = { collection, where: { parent: { equals: parent } }, limit: 1, overrideAccess: true }
  const { docs } = await payload.findVersions(of as never)
  return String((docs[0] as { id?: unknown } | undefined)?.id)
}

/** A “no” of a rule or of the gate: no mistake of the code, and no value that is wrong by itself. */
export function isRefusal(error: unknown, byItself: readonly number[] = []): boolean {
  const isOne = error instanceof APIError || error instanceof Refusal
  return isOne && [401, 403, 404, ...byItself].includes(error.status)
}

const refusalIn = (error: unknown): { kind: string; said: string } =>
  error instanceof Error
    ? { kind: `${error.name} ${String((error as { status?: unknown }).status)}`, said: error.message }
    : { kind: 'thrown', said: String(error) }

import { Forbidden, NotFound } from 'payload'
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
    read: () => api['findByID']?.({ ...by, locale: 'en', id }),
    readVersions: () => api['findVersions']?.({ ...by, locale: 'en', where: { parent: { equals: id } } }),
    delete: () => api['delete']?.({ ...by, id }),
  }
  const update = () => api['update']?.({ ...by, id, data })
  try {
    const answer = await (calls[cell.operation] ?? update)()
    return { kind: 'done', isRefused: false, said: JSON.stringify(answer), doc: answer as Row }
  } catch (error) {
    return { ...refusalIn(error), isRefused: isRefusal(error, attack.byItself), doc: undefined }
  }
}

/** A “no” of a rule or of the gate: no mistake of the code, and no value that is wrong by itself. */
export function isRefusal(error: unknown, byItself: readonly number[] = []): boolean {
  const isOne = error instanceof Forbidden || error instanceof NotFound || error instanceof Refusal
  return isOne && [401, 403, 404, ...byItself].includes(error.status)
}

const refusalIn = (error: unknown): { kind: string; said: string } =>
  error instanceof Error
    ? { kind: `${error.name} ${String((error as { status?: unknown }).status)}`, said: error.message }
    : { kind: 'thrown', said: String(error) }

import type { Payload } from 'payload'
import { z } from 'zod'
import { contentCollections } from '@/access'
import { isPlace, readLog, type LogFilter } from '@/audit'
import { isDay, isTimeZone, startOfDay } from '@/formats'
import { poolOf } from '@/lib/postgres'
import { actionsOf } from './log-actions'
import { readNames } from './log-names'
import { readerOf } from './log-reader'
import { rowOf, type LogRow } from './log-rows'

// What one asks of the log, on the screen and by REST: the same names, checked once.

const perPage = 50
const mostWords = 10

const shape = z.strictObject({
  /** Id of a person. */
  person: z.uuid(),
  /** A kind of happening, or one action; see log-actions.ts. */
  happened: z.string().refine((name) => actionsOf(name) !== undefined),
  /** A kind of document, or `users`. */
  kind: z.enum([...contentCollections, 'users']),
  /** Days on the clock of `zone` (IANA; UTC unless named), both included. */
  from: z.string().refine(isDay),
  to: z.string().refine(isDay),
  zone: z.string().max(100).refine(isTimeZone),
  words: z.string().max(200),
  /** The place of the last entry that was read. */
  after: z.string().refine(isPlace),
  limit: z.coerce.number().int().min(1).max(200),
})
const querySchema = shape.partial()

export type LogQuery = z.infer<typeof querySchema>

/** The query, or the name of the parameter that cannot be read. A parameter without a value is none. */
export function readLogQuery(
  given: Readonly<Record<string, unknown>>,
): { query: LogQuery } | { wrong: string } {
  const filled = Object.entries(given).filter(([, value]) => value !== '' && value !== undefined)
  const parsed = querySchema.safeParse(Object.fromEntries(filled))
  if (parsed.success) return { query: parsed.data }
  const [issue] = parsed.error.issues
  const name = issue?.code === 'unrecognized_keys' ? issue.keys[0] : issue?.path[0]
  return { wrong: String(name ?? '') }
}

function filterOf({ happened, kind, words, person, from, to, zone = 'UTC' }: LogQuery): LogFilter {
  const actions = happened === undefined ? undefined : actionsOf(happened)
  return {
    ...(actions === undefined ? {} : { actions }),
    ...(kind === undefined ? {} : { collection: kind }),
    ...(words === undefined ? {} : { words: words.split(/\s+/).filter(Boolean).slice(0, mostWords) }),
    ...(person === undefined ? {} : { person }),
    ...(from === undefined ? {} : { from: startOfDay(from, zone) }),
    ...(to === undefined ? {} : { until: startOfDay(to, zone, 1) }),
  }
}

/** `next` is what `after` has to be for the page behind this one; null at the end. */
export type LogPage = { rows: LogRow[]; next: string | null }

/** One page of the log in the words of its reader. */
export async function readLogPage(payload: Payload, query: LogQuery, language: string): Promise<LogPage> {
  const { limit = perPage, after } = query
  const found = await readLog(poolOf(payload), filterOf(query), {
    limit: limit + 1,
    ...(after === undefined ? {} : { after }),
  })
  const entries = found.slice(0, limit)
  const reader = readerOf(language, await readNames(payload, entries))
  return {
    rows: entries.map((entry) => rowOf(entry, reader)),
    next: found.length > limit ? (entries.at(-1)?.place ?? null) : null,
  }
}

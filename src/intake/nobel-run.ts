import type { Payload, TypedUser } from 'payload'
import type { Difference, Hashes } from './nobel-fields'
import { compare, valueIn } from './nobel-fields'
import type { NobelPlan } from './nobel-read'
import type { Desk, ImportRecord, Row } from './nobel-store'
import { noCounts, type FieldValue, type NobelReport, type Planned } from './nobel-types'

export type NobelProgress = { done: number; total: number; collection: Planned['collection'] }

export type ImportNobel = {
  payload: Payload
  /** Who imports: everything is written with this person's rights. */
  user: TypedUser
  /** The file: a text or UTF-8 bytes, or what `readNobel` made of it. */
  source: string | Uint8Array | NobelPlan
  onProgress?: ((progress: NobelProgress) => void) | undefined
  /** Compare and report, write nothing. */
  dryRun?: boolean | undefined
}

/** What one import knows while it runs. */
export type Run = {
  desk: Desk
  isDry: boolean
  report: NobelReport
  /** Ids and addresses of the documents by their key. */
  ids: Map<string, string>
  slugs: Map<string, string>
  /** What was written and must be found again at the end. */
  written: Map<string, Hashes>
  tick: (collection: Planned['collection']) => void
}

export function openRun({ payload, user, onProgress, dryRun }: ImportNobel, plan: NobelPlan): Run {
  const { read, cleaned, dropped, warnings, planned } = plan
  let done = 0
  return {
    desk: { payload, user },
    isDry: dryRun === true,
    report: {
      read,
      cleaned,
      dropped,
      warnings,
      created: noCounts(),
      updated: noCounts(),
      unchanged: noCounts(),
      kept: [],
      failed: [],
    },
    ids: new Map(),
    slugs: new Map(),
    written: new Map(),
    tick: (collection) => {
      done += 1
      onProgress?.({ done, total: planned.length, collection })
    },
  }
}

/** A planned document whose references are ids. `missing` names one that is not in the desk. */
export type Resolved = Planned & { missing: string | undefined }

export function resolveRefs({ ids }: Run, planned: Planned): Resolved {
  const keys = Object.values(planned.refs).flat()
  const idOf = (key: string): string => ids.get(key) ?? `missing:${key}`
  const refs = Object.entries(planned.refs).map(([field, to]): [string, FieldValue] => [
    field,
    Array.isArray(to) ? to.map(idOf) : idOf(to),
  ])
  return {
    ...planned,
    fields: { ...planned.fields, ...Object.fromEntries(refs) },
    missing: keys.find((key) => !ids.has(key)),
  }
}

/** A document of the file beside the one in the desk. `record` is what the last import remembered of it. */
export type Pair = { document: Resolved; record: ImportRecord | undefined; row: Row | undefined }

export const compareRow = ({ document, record, row }: Pair & { row: Row }): Difference =>
  compare(document.fields, row, record?.fields ?? {})

export function reportKept(
  { report }: Run,
  { document, row }: Pair & { row: Row },
  fields: readonly string[],
): void {
  const { key: record, collection, title } = document
  for (const field of fields) {
    report.kept.push({
      record,
      collection,
      title,
      field,
      yours: valueIn(row, field) ?? null,
      file: document.fields[field] ?? null,
    })
  }
}

export function reportDeleted({ report }: Run, { key: record, collection, title }: Planned): void {
  report.kept.push({ record, collection, title, field: 'document', yours: 'deleted', file: 'in the file' })
  report.unchanged[collection] += 1
}

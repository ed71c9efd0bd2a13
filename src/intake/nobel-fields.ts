import type { LocaleCode } from '@/lib/locales'
import { canonicalJson, sha256 } from '@/lib/hash'
import { sourceLocale } from '@/lib/locales'
import type { FieldValue } from './nobel-types'

// Fields as the import names them ("birth.place@sv") beside documents as Payload keeps them.

type Row = Record<string, unknown>
/** Hashes of the values that the last import wrote, by field. */
export type Hashes = Record<string, string>

const isRow = (value: unknown): value is Row =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const split = (field: string): { path: string[]; locale: string | undefined } => {
  const [path = '', locale] = field.split('@')
  return { path: path.split('.'), locale }
}

/** The value of `field` in a document that was read with every language. */
export function valueIn(document: Row, field: string): unknown {
  const { path, locale } = split(field)
  const value = path.reduce<unknown>((inner, key) => (isRow(inner) ? inner[key] : undefined), document)
  return locale === undefined ? value : isRow(value) ? value[locale] : undefined
}

/** Equal values have equal hashes: without row ids and empty properties. "" stands for no value. */
function hashOf(value: unknown): string {
  const bare = bareValue(value)
  return bare === undefined ? '' : sha256(canonicalJson(bare)).slice(0, 32)
}

function bareValue(value: unknown): unknown {
  if (value === null || value === undefined || value === '') return undefined
  if (Array.isArray(value)) {
    const items = value.map(bareValue).filter((item) => item !== undefined)
    return items.length === 0 ? undefined : items
  }
  if (!isRow(value)) return value
  const entries = Object.entries(value).filter(
    ([key, inner]) => key !== 'id' && bareValue(inner) !== undefined,
  )
  return entries.length === 0 ? undefined : Object.fromEntries(entries)
}

/** What one import has to do to one document. `hashes` are to be remembered; `kept` are the fields that staff changed. */
export type Difference = { write: Record<string, FieldValue>; hashes: Hashes; kept: string[] }

/** Compares the file with the document and with what the last import wrote. A value of staff is never overwritten. */
export function compare(fields: Record<string, FieldValue>, document: Row, last: Hashes): Difference {
  const difference: Difference = { write: {}, hashes: { ...last }, kept: [] }
  for (const field of new Set([...Object.keys(fields), ...Object.keys(last)])) {
    const value = fields[field] ?? null
    const [file, now, before] = [hashOf(value), hashOf(valueIn(document, field)), last[field] ?? '']
    if (now !== file && now !== before) difference.kept.push(field)
    else if (now !== file) difference.write[field] = value
    if (now === before || now === file) remember(difference.hashes, field, file)
  }
  return difference
}

function remember(hashes: Hashes, field: string, hash: string): void {
  if (hash === '') delete hashes[field]
  else hashes[field] = hash
}

/** The hashes after a document was made from `fields`. */
export const hashesOf = (fields: Record<string, FieldValue>): Hashes =>
  Object.fromEntries(
    Object.entries(fields)
      .map(([field, value]) => [field, hashOf(value)])
      .filter(([, hash]) => hash !== ''),
  )

export type Write = { locale: LocaleCode; data: Row }

/** The writes of `fields`, one for each language; what all languages share goes with the source language. */
export function writesOf(fields: Record<string, FieldValue>): Write[] {
  const byLocale = new Map<LocaleCode, Row>()
  for (const [field, value] of Object.entries(fields)) {
    const { path, locale = sourceLocale } = split(field)
    const data = byLocale.get(locale as LocaleCode) ?? {}
    byLocale.set(locale as LocaleCode, data)
    setIn(data, path, value)
  }
  const isSource = ({ locale }: Write) => (locale === sourceLocale ? 0 : 1)
  return [...byLocale]
    .map(([locale, data]) => ({ locale, data }))
    .toSorted((a, b) => isSource(a) - isSource(b))
}

function setIn(data: Row, path: readonly string[], value: FieldValue): void {
  const [key = '', ...rest] = path
  if (rest.length === 0) {
    data[key] = value
    return
  }
  const inner = isRow(data[key]) ? data[key] : {}
  data[key] = inner
  setIn(inner, rest, value)
}

import type { FlattenedField } from 'payload'
import type { Pool } from 'pg'
import { isOfUnits, keyOf, readUnits, titlesOf, type DocumentRef, type Values } from '@/units'

// Whoever may read a document may read what the documents are called to which it links, and nothing else of them: a
// translator sees whom an award entry is about, also where that person's own page was not sent. The links are those
// that are stored; nobody can ask for the title of a document by naming it.

/** Titles by the ids of the documents. */
export type LinkTitles = { titles: Record<string, string> }

type Asked = DocumentRef & { fields: readonly FlattenedField[]; units: readonly string[] }

/** The caller has seen that the person may read the document, and these units of it. */
export async function linkTitles(pool: Pool, { fields, units, ...ref }: Asked): Promise<LinkTitles> {
  const known = await readUnits(pool, ref)
  const links = units.flatMap((unit) => linksIn(fields, known.get(unit)?.revision.values ?? {}, ''))
  const titles = await titlesOf(pool, links)
  return { titles: Object.fromEntries(links.map((link) => [link.id, titles.get(keyOf(link)) ?? ''])) }
}

function linksIn(fields: readonly FlattenedField[], values: Values, under: string): DocumentRef[] {
  return fields.filter(isOfUnits).flatMap((field): DocumentRef[] => {
    const path = `${under}${field.name}`
    if (field.type === 'group') return linksIn(field.flattenedFields, values, `${path}.`)
    const value = values[path]
    if (field.type === 'array') return rowsOf(value).flatMap((row) => linksIn(field.flattenedFields, row, ''))
    if (field.type !== 'relationship' && field.type !== 'upload') return []
    const to = field.relationTo
    const ids: unknown[] = Array.isArray(value) ? value : [value]
    return typeof to === 'string'
      ? ids.filter((id) => typeof id === 'string').map((id) => ({ collection: to, id }))
      : []
  })
}

const rowsOf = (value: unknown): Values[] =>
  Array.isArray(value) ? value.filter((row): row is Values => typeof row === 'object' && row !== null) : []

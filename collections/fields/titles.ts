import type { CollectionBeforeChangeHook, FieldHook, PayloadRequest } from 'payload'
import { sourceLocale } from '@/lib/locales'

type Row = Record<string, unknown>
const filled = (value: unknown): value is string => typeof value === 'string' && value.trim() !== ''

/** afterRead of the title: words for people where a document has no title yet. They are never stored. */
export const titleForPeople: FieldHook = ({ value, req }): string =>
  filled(value) ? value : req.t('general:untitled')

/** What `titleForPeople` read, without its words. */
const stored = (title: unknown, req: PayloadRequest): string | null =>
  filled(title) && title !== req.t('general:untitled') ? title : null

/**
 * The title on screens from a localized field: the source language's words; until there are any, the words
 * of the language that is being written.
 */
export const titleFromText =
  (name: string): CollectionBeforeChangeHook =>
  ({ data, req, originalDoc }) => {
    const row: Row = data
    const written = row[name]
    const before = stored(originalDoc?.['adminTitle'], req)
    if (filled(written) && (req.locale === sourceLocale || before === null))
      return { ...row, adminTitle: written }
    return { ...row, adminTitle: before }
  }

/** The title of a picture on screens: what it shows; until somebody says so, the name of the file that was sent. */
export const titleOfPicture: CollectionBeforeChangeHook = async (change) => {
  const row = (await titleFromText('alt')(change)) as Row
  return { ...row, adminTitle: row['adminTitle'] ?? change.req.context['sentName'] ?? null }
}

/** The title on screens from a field that all languages share. */
export const titleFromShared =
  (name: string): CollectionBeforeChangeHook =>
  ({ data, originalDoc }) => ({ ...data, adminTitle: data[name] ?? originalDoc?.[name] })

/** The title on screens from a related document: the title of what `field` points to, then `suffix(data)`. */
export const titleFromRelation =
  (
    field: string,
    to: 'prizes' | 'editions' | 'citations',
    suffix: (row: Row) => string,
  ): CollectionBeforeChangeHook =>
  async ({ data, originalDoc, req }) => {
    const row: Row = { ...originalDoc, ...data }
    const id = row[field]
    if (typeof id !== 'string') return data
    // The system reads a title for a screen label; the person's own rights were checked for the write itself.
    const related = await req.payload.findByID({
      collection: to,
      id,
      depth: 0,
      draft: true,
      overrideAccess: true,
      req,
      disableErrors: true,
    })
    const title = [stored(related?.adminTitle, req), suffix(row)].filter(filled).join(' ')
    return { ...data, adminTitle: title }
  }

/** The title of an award entry on screens: the year's title, then the laureates by name. */
export const titleOfCitation: CollectionBeforeChangeHook = async ({ data, originalDoc, req }) => {
  const row: Row = { ...originalDoc, ...data }
  const ids = (Array.isArray(row['laureates']) ? row['laureates'] : []).filter((id) => typeof id === 'string')
  // System reads of titles for a screen label; the person's own rights were checked for the write itself.
  const system = { depth: 0, draft: true, overrideAccess: true, req } as const
  const { docs } = await req.payload.find({
    ...system,
    collection: 'laureates',
    where: { id: { in: ids } },
    pagination: false,
  })
  const names = ids
    .map((id) => stored(docs.find((laureate) => laureate.id === id)?.adminTitle, req))
    .filter(filled)
  const edition = row['edition']
  const year =
    typeof edition === 'string'
      ? await req.payload.findByID({ ...system, collection: 'editions', id: edition, disableErrors: true })
      : null
  return {
    ...data,
    adminTitle: [stored(year?.adminTitle, req), names.join(' / ')].filter(filled).join(' · '),
  }
}

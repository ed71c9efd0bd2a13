import { sql } from '@payloadcms/db-postgres/drizzle'
import type { FlattenedField, PayloadRequest, SanitizedCollectionConfig, Where } from 'payload'
import { refuse } from '@/lib/errors'
import { joined, type Sentence } from '@/lib/sentence'
import { isRow } from './known-fields'
import { requestTransaction } from './request-transaction'
import { say } from './say'

// Postgres empties the links to a document that is deleted, without a word to whoever made them. So a document goes
// only when no draft links to it any more. Which fields link is read off the configuration.

type Target = { collection: string; id: string }
type Linking = { total: number; titles: ReadonlyMap<string, string | null> }

type Row = { id: string; title: string; total: string }

const most = 3

/** Refuses (409, naming three of them) to delete a document to which the latest draft of another one links. */
export async function refuseDeletingLinked(
  req: PayloadRequest,
  collection: string,
  id: string,
): Promise<void> {
  const found: Linking[] = []
  for (const { config } of Object.values(req.payload.collections)) {
    if (!config.versions?.drafts) continue
    const paths = linksTo(config.flattenedFields, collection)
    if (paths.length > 0) found.push(await byFields(req, config, { id, paths }))
    if (linksInText(config.flattenedFields)) found.push(await byTexts(req, config, { collection, id }))
  }
  const titles = new Map(found.flatMap((each) => [...each.titles]))
  if (titles.size === 0) return
  // A document that links by a field and by a text is one.
  const repeated = found.reduce((sum, each) => sum + each.titles.size, 0) - titles.size
  const total = found.reduce((sum, each) => sum + each.total, 0) - repeated
  throw refuse('still_linked', { documents: inWords([...titles.values()], total) })
}

function inWords(titles: (string | null)[], total: number): Sentence {
  const named = titles
    .slice(0, most)
    .map((title) => (title ? say('“{title}”', { title }) : say('a document without a title')))
  const list = joined(named, ', ')
  return total > named.length
    ? say('{titles} and {number} more', { titles: list, number: total - named.length })
    : list
}

/** The paths of the fields that may hold an id of `collection`; groups, arrays and tabs are walked. */
function linksTo(fields: readonly FlattenedField[], collection: string): string[] {
  return fields.flatMap((field) => {
    if (field.type === 'relationship' || field.type === 'upload') return aims(field, collection)
    if (field.type === 'blocks' || !('flattenedFields' in field)) return []
    return linksTo(field.flattenedFields, collection).map((path) => `${field.name}.${path}`)
  })
}

function aims(
  { name, relationTo }: { name: string; relationTo: string | string[] },
  collection: string,
): string[] {
  if (Array.isArray(relationTo)) return relationTo.includes(collection) ? [`${name}.value`] : []
  return relationTo === collection ? [name] : []
}

const linksInText = (fields: readonly FlattenedField[]): boolean =>
  fields.some((field) => field.type === 'richText')

async function byFields(
  req: PayloadRequest,
  config: SanitizedCollectionConfig,
  { id, paths }: { id: string; paths: string[] },
): Promise<Linking> {
  const links: Where[] = paths.map((path) => ({ [path]: { equals: id } }))
  const { docs, totalDocs } = await req.payload.find({
    collection: config.slug,
    where: { and: [{ id: { not_equals: id } }, { or: links }] },
    draft: true,
    depth: 0,
    limit: most,
    // What a person may not see still must not lose its link.
    overrideAccess: true,
    req,
    ...(req.locale ? { locale: req.locale } : {}),
  })
  return { total: totalDocs, titles: new Map(docs.map((doc) => [doc.id, titleOf(doc)])) }
}

const titleOf = (doc: unknown): string | null => {
  const title = isRow(doc) ? doc['adminTitle'] : undefined
  return typeof title === 'string' ? title : null
}

// Blocks in a rich text link from inside its JSON. Texts are per language: the versions' table of languages.
async function byTexts(
  req: PayloadRequest,
  { slug }: SanitizedCollectionConfig,
  { id }: Target,
): Promise<Linking> {
  const tx = await requestTransaction(req)
  const versions = `_${slug.replaceAll('-', '_')}_v`
  const { rows } = await tx.execute<Row>(sql`
    select v.parent_id::text as id, coalesce(min(v.version_admin_title), '') as title, count(*) over () as total
    from ${sql.identifier(versions)} v join ${sql.identifier(`${versions}_locales`)} l on l._parent_id = v.id
    where v.latest and v.parent_id::text <> ${id} and position(${id} in l::text) > 0
    group by v.parent_id limit ${most}`)
  return {
    total: Number(rows[0]?.total ?? 0),
    titles: new Map(rows.map(({ id: from, title }) => [from, title])),
  }
}

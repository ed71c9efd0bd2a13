import type { FlattenedField } from 'payload'
import type { ClientBase } from 'pg'
import { canonicalJson } from '@/lib/hash'
import type { Sentence } from '@/lib/sentence'
import type { Draft } from '@/publishing'
import { pathName } from './field-name'
import type { DocumentRef, UnitRow } from './revisions'
import type { Values } from './unit-values'

// What the words of a language of a picture were about before its file was replaced, until they are approved for the new
// one.

/** `file`: its name, null where the words did not say it. `fields`: what is as it was for it. */
export type FormerPicture = { file: string | null; fields: readonly Sentence[] }

type Known = DocumentRef & {
  fields: readonly FlattenedField[]
  draft: Draft
  rows: ReadonlyMap<string, UnitRow>
}

/** By language. Those whose words were approved for the present file, or never were about another, are absent. */
export async function formerPictures(
  client: ClientBase,
  { collection, id, fields, draft, rows }: Known,
): Promise<ReadonlyMap<string, FormerPicture>> {
  if (typeof draft['filename'] !== 'string') return new Map()
  const found = await client.query<{ unit: string; values: Values }>(statement, [collection, id])
  return new Map(
    found.rows.map(({ unit, values: { filename, ...words } }) => {
      const now = rows.get(unit)?.revision.values ?? {}
      const same = Object.keys(words).filter(
        (path) => canonicalJson(words[path]) === canonicalJson(now[path] ?? null),
      )
      return [
        unit,
        {
          file: typeof filename === 'string' ? filename : null,
          fields: same.map((path) => pathName(fields, path.split('.'))),
        },
      ]
    }),
  )
}

const statement = `
  select distinct on (u.unit) u.unit, was."values"
    from editorial.units u
    join editorial.revisions now on now.id = u.revision
    join editorial.revisions was
      on was.collection = u.collection and was.document_id = u.document_id and was.unit = u.unit
   where u.collection = $1 and u.document_id = $2 and u.unit <> 'shared'
     and now."values" ->> 'filename' is not null and was."values" <> '{}'
     and was."values" ->> 'filename' is distinct from now."values" ->> 'filename'
     and not exists (
       select from editorial.approvals a join editorial.revisions r on r.id = a.revision
        where r.collection = u.collection and r.document_id = u.document_id and r.unit = u.unit
          and r."values" ->> 'filename' = now."values" ->> 'filename')
   order by u.unit, was.number desc`

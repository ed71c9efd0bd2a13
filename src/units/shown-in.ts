import type { ClientBase } from 'pg'
import { joined, type Sentence } from '@/lib/sentence'
import type { Publishable } from '@/publishing'
import { inTitle } from './needs'
import type { DocumentRef } from './revisions'
import { say } from './say'
import { keyOf, titlesOf } from './titles'

type Shown = { collection: Publishable; id: string }

const mostNamed = 5

/**
 * Of a picture: what becomes of the public documents that name it when it is taken down, in words. Undefined where
 * there are none, and for documents that are no pictures. A read of the system: the caller looks at rights.
 */
export async function sayShownIn(
  client: ClientBase,
  { collection, id }: DocumentRef,
): Promise<Sentence | undefined> {
  if (collection !== 'media') return undefined
  const { rows } = await client.query<Shown>(
    `select r.from_collection as collection, r.from_id as id
       from published.refs r
       join published.resources p on p.resource = r.from_collection and p.document_id = r.from_id
       join published.resources own on own.resource = r.to_collection and own.document_id = r.to_id
      where r.to_collection = $1 and r.to_id = $2 order by 1, 2`,
    [collection, id],
  )
  if (rows.length === 0) return undefined
  const named = rows.slice(0, mostNamed)
  const titles = await titlesOf(client, named)
  const one = (ref: Shown): Sentence => {
    const { Kind, name } = inTitle({ ...ref, title: titles.get(keyOf(ref)) ?? '' })
    return say('{Kind} {name} stays public, without this picture.', { Kind, name })
  }
  const more = rows.length - named.length
  return joined([...named.map(one), ...(more > 0 ? [say('So do {count} more.', { count: more })] : [])])
}

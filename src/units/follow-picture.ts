import type { ClientBase } from 'pg'
import { sourceLocale } from '@/lib/locales'
import type { DocumentRef } from './revisions'

/**
 * Words that are renewed after the file of a picture was replaced are about the new one: these languages follow the source
 * as it stands for it, unless they do already. The caller holds the document's lock.
 */
export async function followNewPicture(
  client: ClientBase,
  { collection, id }: DocumentRef,
  renewed: readonly string[],
): Promise<void> {
  await client.query(
    `update editorial.units u set source_revision = now.id
       from editorial.units source
       join editorial.revisions now on now.id = source.revision,
            editorial.revisions followed
      where source.collection = $1 and source.document_id = $2 and source.unit = $3
        and u.collection = $1 and u.document_id = $2 and u.unit = any ($4) and u.unit <> $3
        and followed.id = u.source_revision
        and followed."values" ->> 'filename' is distinct from now."values" ->> 'filename'`,
    [collection, id, sourceLocale, renewed],
  )
}

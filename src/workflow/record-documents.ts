import { sql } from '@payloadcms/db-postgres/drizzle'
import type { CollectionBeforeDeleteHook, Payload, PayloadRequest, UploadConfig } from 'payload'
import { appendAudit, tally, type AuditEntry } from '@/audit'
import { poolOf } from '@/lib/postgres'
import { requestClient, requestTransaction } from './request-transaction'

/** beforeDelete of content: the title is kept, so that the log stays readable. */
export const recordDeletion: CollectionBeforeDeleteHook = async ({ collection, id, req }) => {
  const document = String(id)
  await appendAudit(await requestClient(req), {
    action: 'deleted',
    person: req.user?.id ?? null,
    collection: collection.slug,
    document,
    details: { title: await titleOf(req, collection.slug, document) },
  })
}

// The newest draft's: the main row keeps the title of the first save. Names of tables come from the configuration.
async function titleOf(req: PayloadRequest, slug: string, id: string): Promise<string> {
  const tx = await requestTransaction(req)
  const table = sql.identifier(`_${slug.replaceAll('-', '_')}_v`)
  const { rows } = await tx.execute(
    sql`select version_admin_title as title from ${table} where parent_id = ${id} and latest`,
  )
  const title = rows[0]?.['title']
  return typeof title === 'string' ? title : ''
}

type FileHandler = NonNullable<UploadConfig['handlers']>[number]

// Screens ask for the same picture again and again.
const everyMs = 60 * 60 * 1000
let count: ((happening: { group: string; key: string; entry: AuditEntry }) => Promise<void>) | undefined

/** Of uploads: a person fetches a file, or a screen shows it to them. No file leaves before the log says so. */
export const recordDownload: FileHandler = async (req, { params }) => {
  const { payload, user } = req
  if (!user) return
  count ??= tally({
    everyMs,
    atMost: Infinity,
    write: (entry) => appendAudit(poolOf(payload), entry),
    onLost: (error) => payload.logger.error({ err: error, msg: 'The log lost a count.' }),
  })
  const action = isForShowing(req.headers) ? 'picture-seen' : 'downloaded'
  await count({
    group: user.id,
    key: `${action} ${params.filename}`,
    entry: {
      action,
      person: user.id,
      collection: params.collection,
      ...(await mediumOf(payload, params.filename)),
      details: { file: params.filename },
    },
  })
}

// What browsers say of a picture in a page: by name where the connection is trusted, by what they accept elsewhere.
const isForShowing = (headers: Headers): boolean =>
  (headers.get('sec-fetch-dest') ?? headers.get('accept') ?? '').startsWith('image')

// Where a rule lets somebody see all files, the framework reads no document. A newer draft may hold another file.
async function mediumOf(payload: Payload, file: string): Promise<{ document?: string }> {
  const { rows } = await poolOf(payload).query<{ document: string }>(
    `select id as document from public.media where filename = $1
     union select parent_id from public._media_v where version_filename = $1 and parent_id is not null limit 1`,
    [file],
  )
  return rows[0] ?? {}
}

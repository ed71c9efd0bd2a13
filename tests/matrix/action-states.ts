import type { Client } from 'pg'
import type { TestDesk } from '../payload'
import type { Staff } from '../staff'
import { next, sharedOf, textOf, unknownId } from './bodies'
import type { Ids } from './operations'
import { unitAndAction, type Cell } from './table'

// What must be so before an action can happen, by SQL behind the desk's back.

export type Acting = {
  desk: TestDesk
  staff: Staff
  owner: Client
  ids: Ids
  /** A reviewer who asked for exceptions and wrote comments; a person to whom others do things. */
  asker: string
}

/** The stage of the document when the action is tried. */
export const stageFor = (action: string): string =>
  action === 'submit' || action === 'restore' || action === 'follow-source' ? 'writing' : 'in-review'

/** The document, the person or the desk as the action needs it. */
export async function prepare(acting: Acting, { collection, operation }: Cell): Promise<void> {
  const { owner, ids } = acting
  const [action, unit] = unitAndAction(operation)
  await preparePeople(acting, operation)
  if (operation === 'manage-webhooks') await addWebhook(acting)
  const id = ids[collection]
  if (id === undefined) return
  await owner.query(
    `update editorial.units set stage = $2, approval = null, assignee = null, source_revision = null where document_id = $1`,
    [id, stageFor(action)],
  )
  if (action === 'agree-exception') await askException(acting, id, unit)
  if (action === 'resolve-comment') await comment(acting, collection, id)
  if (action.endsWith('-translation'))
    await setSent(acting, { collection, id, isSent: action === 'take-from-translation' })
}

const askException = ({ owner, asker }: Acting, id: string, unit: string) =>
  owner.query(
    `insert into editorial.steps (collection, document_id, unit, verb, revision, person, reason)
     select collection, document_id, unit, 'ask-exception', revision, $3, 'Nobody else today.'
       from editorial.units where document_id = $1 and unit = $2`,
    [id, unit, asker],
  )

const comment = ({ owner, asker }: Acting, collection: string, id: string) =>
  owner.query(
    `insert into editorial.comments (id, collection, document_id, unit, text, author)
     values ('${unknownId}', $2, $1, 'sv', 'Is this right?', $3)
     on conflict (id) do update set document_id = $1, collection = $2, resolved_by = null, resolved_at = null`,
    [id, collection, asker],
  )

type Sending = { collection: string; id: string; isSent: boolean }

async function setSent({ owner, asker }: Acting, { collection, id, isSent }: Sending): Promise<void> {
  await owner.query(`delete from editorial.translation_requests where document_id = $1 and locale = 'es'`, [
    id,
  ])
  if (isSent)
    await owner.query(
      `insert into editorial.translation_requests (collection, document_id, locale, sent_by) values ($2, $1, 'es', $3)`,
      [id, collection, asker],
    )
}

const addWebhook = ({ owner }: Acting) =>
  owner.query(
    `insert into webhooks.endpoints (id, url, events) values ('${unknownId}', 'https://93.184.215.14/', '{release.published}')
     on conflict (id) do nothing`,
  )

async function preparePeople({ owner, asker }: Acting, operation: string): Promise<void> {
  if (operation === 'disable' || operation === 'let-in-again')
    await owner.query('update users set disabled = $2 where id = $1', [asker, operation === 'let-in-again'])
  if (operation.endsWith('second-step'))
    await owner.query(
      `insert into sign_in.second_steps (person, secret, set_up_at) values ($1, '\\x00', now())
       on conflict (person) do update set secret = excluded.secret, set_up_at = now()`,
      [asker],
    )
}

/** An exception is asked for by whoever wrote the words. */
export async function writeAs(acting: Acting, { collection, operation, actor }: Cell): Promise<void> {
  const { desk, staff, ids } = acting
  const [, unit] = unitAndAction(operation)
  const data = unit === 'shared' ? sharedOf(collection) : textOf(collection, `By a reviewer ${next()}`)
  const locale = unit === 'shared' ? 'en' : unit
  // Whoever reviews and translates may have written it as an editor, once.
  const by = { user: { ...(await staff.person(actor)), roles: ['editor'] }, overrideAccess: true }
  await desk.payload.update({ collection, id: ids[collection], locale, data, ...by } as never)
}

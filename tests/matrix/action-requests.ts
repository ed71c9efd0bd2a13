import { verbs } from '../../src/units'
import { englishPage } from '../../src/intake/page.fixtures'
import { password } from '../staff'
import type { Acting } from './action-states'
import { unknownId } from './bodies'
import { unitAndAction, type Cell } from './table'

// The requests of REST that an action is.

export type Sent = [method: string, path: string, body?: unknown]
export const newPassword = 'lighthouses along a cold coast'

const answers = { 'award.year': 2019, 'award.prize': 'river-prize', 'award.slug': 'talvik-open-rivers' }

// A public address that is asked nothing: it needs no name server, and is not sent to while it is saved.
const webhook = {
  url: 'https://93.184.215.14/hook',
  description: 'The website',
  events: ['release.published'],
}
const webhookAt = `/api/webhooks/${unknownId}`
const ofWebhooks: Sent[] = [
  ['POST', '/api/webhooks', webhook],
  ['POST', webhookAt, webhook],
  ['POST', `${webhookAt}/off`, {}],
  ['POST', `${webhookAt}/on`, {}],
  ['POST', `${webhookAt}/renew`, {}],
  ['POST', `${webhookAt}/test`, {}],
  ['POST', `${webhookAt}/replay`, { since: '2026-01-01T00:00:00Z' }],
  ['POST', `${webhookAt}/delete`, {}],
]

const ofPeople = (acting: Acting, actor: Cell['actor']): Record<string, Sent[]> => {
  const { asker, staff } = acting
  const other = `/api/users/${asker}`
  const own = `/api/users/${actor === 'anonymous' ? staff.ids.editor : staff.ids[actor]}`
  return {
    'users list': [['GET', '/api/users?limit=100']],
    'users update-rights': [['PATCH', other, { roles: ['reviewer', 'editor'] }]],
    'users disable': [['PATCH', other, { disabled: true }]],
    'users let-in-again': [['PATCH', other, { disabled: false }]],
    'users unlock': [['POST', '/api/users/unlock', { email: 'editor@example.org' }]],
    'users see-second-step': [['GET', `${other}/second-step`]],
    'users reset-second-step': [['POST', `${other}/second-step/reset`, { proof: password }]],
    'users change-own-name': [['PATCH', own, { name: 'Another name' }]],
    'users change-own-password': [['PATCH', own, { password: newPassword, 'present-password': password }]],
    'users change-own-rights': [
      ['PATCH', own, { roles: ['editor', 'admin'] }],
      ['PATCH', own, { name: 'Another name', locales: ['de'], reviewLocales: ['de'] }],
    ],
    'users change-password-of-others': [['PATCH', other, { password: newPassword }]],
    'desk import': [
      ['POST', '/api/intake/page', { text: englishPage() }],
      ['POST', '/api/intake/page/confirm', { text: englishPage(), answers }],
    ],
    'desk read-log': [['GET', '/api/log']],
    'desk export-log': [['GET', '/api/log.csv']],
    'desk end-hold': [['POST', '/api/hold/end', {}]],
    'desk manage-webhooks': ofWebhooks,
  }
}

/** All that belong to the action of this cell, in their order. */
export async function requestsOf(acting: Acting, cell: Cell): Promise<Sent[]> {
  const { collection, operation, actor } = cell
  const [action, unit] = unitAndAction(operation)
  const id = acting.ids[collection]
  if (id === undefined) return found(ofPeople(acting, actor)[`${collection} ${operation}`], operation)
  const at = `/api/${collection}/${id}`
  const post = (path: string, body: unknown): Sent => ['POST', `${at}/${path}`, body]
  if (action === 'restore') return [post('restore', { unit, revision: await olderOf(acting, id, unit) })]
  if ((verbs as readonly string[]).includes(action))
    return [
      post(action, { units: [{ unit, revision: await currentOf(acting, id, unit) }], reason: 'Because.' }),
    ]
  return found(ofDocuments({ collection, at, unit, post })[action], action)
}

type Place = { collection: string; at: string; unit: string; post: (path: string, body: unknown) => Sent }

const ofDocuments = ({ collection, at, unit, post }: Place): Record<string, Sent[]> => ({
  list: [['GET', `/api/${collection}?limit=3`]],
  count: [['GET', `/api/${collection}/count`]],
  access: [
    ['POST', `/api/${collection}/access`, {}],
    ['POST', `/api/${collection}/access/${at.split('/').at(-1)}`, {}],
  ],
  status: [['GET', `${at}/status`]],
  compare: [post('compare', { locale: 'sv', base: {}, data: { atRisk: true, atRiskNote: 'x' } })],
  preview: [post('preview', { locale: unit === 'shared' ? 'en' : unit })],
  comments: [['GET', `${at}/comments`]],
  people: [['GET', `${at}/people`]],
  belonging: [['GET', `${at}/belonging`]],
  links: [['GET', `${at}/links`]],
  presence: [post('presence', { language: 'sv' }), ['DELETE', `${at}/presence`]],
  comment: [post('comments', { unit, text: 'Is this right?' })],
  'resolve-comment': [post(`comments/${unknownId}/resolve`, {}), post(`comments/${unknownId}/reopen`, {})],
  assign: [post('assign', { units: [unit], due: '2099-01-01' })],
  'send-to-translation': [post('send-to-translation', { languages: ['es'] })],
  'take-from-translation': [post('take-from-translation', { languages: ['es'] })],
})

function found(requests: Sent[] | undefined, action: string): Sent[] {
  if (!requests) throw new Error(`No request for “${action}”.`)
  return requests
}

/** The words of a unit as they stand, if there are any. */
async function currentOf({ owner }: Acting, id: string, unit: string): Promise<string | undefined> {
  const { rows } = await owner.query<{ revision: string }>(
    'select revision from editorial.units where document_id = $1 and unit = $2',
    [id, unit],
  )
  return rows[0]?.revision
}

/** A revision of the unit with other words than the newest has. */
async function olderOf({ owner }: Acting, id: string, unit: string): Promise<string> {
  const { rows } = await owner.query<{ id: string }>(
    `select r.id from editorial.revisions r join editorial.units u using (collection, document_id, unit)
      join editorial.revisions now on now.id = u.revision
     where u.document_id = $1 and u.unit = $2
     order by (r.values_hash <> now.values_hash) desc, r.number desc limit 1`,
    [id, unit],
  )
  return rows[0]?.id ?? unknownId
}

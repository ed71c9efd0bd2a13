import { readFileSync } from 'node:fs'
import { contentCollections } from '../../src/access/roles'
import type { Actor, Pair } from '../staff'

// docs/access-matrix.csv is written by people and is the oracle: who may do what, cell by cell.

export type Cell = {
  collection: string
  operation: string
  actor: Actor | Pair
  verdict: 'allow' | 'deny'
  /** Where the table says `own`: oneself and what one made is allowed, all others are denied. */
  of?: 'self' | 'others'
}

const [header = '', ...lines] = readFileSync(new URL('../../docs/access-matrix.csv', import.meta.url), 'utf8')
  .trim()
  .split('\n')
export const actors = header.split(',').slice(2) as Actor[]
export const rows = lines.map((line) => line.split(',').slice(0, 2).join(' '))
/** As the table has them; pairs are made of these. */
export type TableCell = Cell & { actor: Actor }
export const cells: TableCell[] = lines.flatMap((line) => {
  const [collection = '', operation = '', ...verdicts] = line.split(',')
  return actors.flatMap((actor, index): TableCell[] => {
    const cell = { collection, operation, actor }
    const verdict = verdicts[index]
    if (verdict === 'allow' || verdict === 'deny') return [{ ...cell, verdict }]
    if (verdict !== 'own') throw new Error(`${collection} ${operation}: “${verdict}” is no verdict.`)
    return [
      { ...cell, verdict: 'allow', of: 'self' },
      { ...cell, verdict: 'deny', of: 'others' },
    ]
  })
})

// What staff do with content beyond storing it. `-shared`: the facts of all languages; `-assigned`: a language that
// is assigned to this translator or reviewer, and sent to translation; `-other`: any other language.
const ofUnits = [
  'preview',
  'comment',
  'assign',
  'submit',
  'take-back',
  'approve',
  'request-changes',
  'ask-exception',
  'agree-exception',
  'restore',
] as const
const relations = ['shared', 'assigned', 'other'] as const
const unitOf: Record<string, string> = { shared: 'shared', assigned: 'sv', other: 'de' }

/** 'take-back-shared' → ['take-back', 'shared']; an action without units has none of its own. */
export function unitAndAction(operation: string): [action: string, unit: string] {
  const [, action = operation, relation = ''] = /^(.*)-(shared|assigned|other)$/.exec(operation) ?? []
  return [action, unitOf[relation] ?? 'sv']
}

/** Ways of the framework that are closed to everybody: many documents at once, copies, whole versions. */
export const closedWays = ['update-many', 'delete-many', 'duplicate'] as const
/** The rows of storing that a content collection has beside those of every collection. */
export const contentOperations: readonly string[] = [
  'update-shared',
  'update-language-assigned',
  'update-language-other',
  'publish',
  'take-down',
  'read-unsent',
  // In one language; `-shared` is the source.
  ...['read', 'list'].flatMap((read) => relations.map((relation) => `${read}-${relation}`)),
  ...closedWays,
  'restore-version',
]

/** What screens show: the words under review, who did what, and the words of a revision. */
const screens: readonly string[] = ['review', 'history', 'words'].flatMap((screen) =>
  relations.map((relation) => `${screen}-${relation}`),
)

/** The rows that each content collection has beside those of its operations. */
export const contentActions: readonly string[] = [
  'list',
  'count',
  'access',
  'status',
  'compare',
  'comments',
  'people',
  'presence',
  'belonging',
  'links',
  'send-to-translation',
  'take-from-translation',
  'resolve-comment',
  ...ofUnits.flatMap((action) => relations.map((relation) => `${action}-${relation}`)),
  'follow-source-assigned',
  'follow-source-other',
]

/** The rows of people and of the desk as a whole. */
export const otherActions: readonly string[] = [
  ...[
    'list',
    'update-rights',
    'disable',
    'let-in-again',
    'unlock',
    'see-second-step',
    'reset-second-step',
    'change-own-name',
    'change-own-password',
    'change-own-rights',
    'change-password-of-others',
  ].map((row) => `users ${row}`),
  ...['import', 'read-log', 'export-log', 'end-hold', 'manage-webhooks'].map((row) => `desk ${row}`),
]

export const actionRows: readonly string[] = [
  ...contentCollections.flatMap((collection) => contentActions.map((action) => `${collection} ${action}`)),
  ...otherActions,
]

const ofActions = new Set(actionRows)
const ofScreens = new Set(
  contentCollections.flatMap((collection) => screens.map((row) => `${collection} ${row}`)),
)
/** Cells by row, as `collection operation`. */
export function rowsOf<Some extends Cell>(some: readonly Some[]): Map<string, Some[]> {
  const found = new Map<string, Some[]>()
  for (const cell of some) found.set(rowOf(cell), [...(found.get(rowOf(cell)) ?? []), cell])
  return found
}
const rowOf = ({ collection, operation }: Cell): string => `${collection} ${operation}`
export const screenRows: readonly string[] = [...ofScreens]
export const screenCells = cells.filter((cell) => ofScreens.has(rowOf(cell)))
export const actionCells = cells.filter((cell) => ofActions.has(rowOf(cell)))
export const operationCells = cells.filter(
  (cell) => !ofActions.has(rowOf(cell)) && !ofScreens.has(rowOf(cell)),
)

// Which rows try which address. What a person does with the own session and the own second step is no matter of roles;
// tests of signing in try it.
const own = 'own session'
/** By method and path as src/workflow/rest-doors.ts has them: the rows that try the address. */
export const rowsOfDoor: Record<string, string> = {
  'POST /users/login': own,
  'GET /users/me': own,
  'POST /users/logout': own,
  'POST /users/refresh-token': own,
  'POST /users/second-step': own,
  'POST /users/second-step/begin': own,
  'POST /users/second-step/confirm': own,
  'POST /users/second-step/later': own,
  'GET /users/second-step': own,
  'POST /users/second-step/recovery-codes': own,
  'POST /users/second-step/off': own,
  'GET /users/:id/second-step': 'see-second-step',
  'POST /users/:id/second-step/reset': 'reset-second-step',
  'GET /access': own,
  'GET /payload-preferences/:key': 'read',
  'POST /payload-preferences/:key': 'create',
  'DELETE /payload-preferences/:key': 'delete',
  'GET /media/file/:file': 'read',
  'POST /media': 'create',
  'PATCH /media/:id': 'update',
  'POST /intake/page': 'import',
  'POST /intake/page/confirm': 'import',
  'GET /log': 'read-log',
  'GET /log.csv': 'export-log',
  'POST /hold/end': 'end-hold',
  'POST /webhooks': 'manage-webhooks',
  'POST /webhooks/:id': 'manage-webhooks',
  'POST /webhooks/:id/on': 'manage-webhooks',
  'POST /webhooks/:id/off': 'manage-webhooks',
  'POST /webhooks/:id/renew': 'manage-webhooks',
  'POST /webhooks/:id/test': 'manage-webhooks',
  'POST /webhooks/:id/replay': 'manage-webhooks',
  'POST /webhooks/:id/delete': 'manage-webhooks',
  'GET /:collection': 'list',
  'GET /:collection/count': 'count',
  'POST /:collection/access': 'access',
  'POST /:collection/access/:id': 'access',
  'GET /:content/:id/status': 'status',
  'POST /:content/:id/compare': 'compare',
  'POST /:content/:id/preview': 'preview',
  'POST /:content/:id/presence': 'presence',
  'DELETE /:content/:id/presence': 'presence',
  'GET /:content/:id/belonging': 'belonging',
  'GET /:content/:id/links': 'links',
  'GET /:content/:id/people': 'people',
  'POST /:content/:id/assign': 'assign',
  'GET /:content/:id/comments': 'comments',
  'POST /:content/:id/comments': 'comment',
  'POST /:content/:id/comments/:id/resolve': 'resolve-comment',
  'POST /:content/:id/comments/:id/reopen': 'resolve-comment',
  'POST /:content/:id/send-to-translation': 'send-to-translation',
  'POST /:content/:id/take-from-translation': 'take-from-translation',
  'POST /:content/:id/submit': 'submit',
  'POST /:content/:id/take-back': 'take-back',
  'POST /:content/:id/approve': 'approve',
  'POST /:content/:id/request-changes': 'request-changes',
  'POST /:content/:id/ask-exception': 'ask-exception',
  'POST /:content/:id/agree-exception': 'agree-exception',
  'POST /:content/:id/publish': 'publish',
  'POST /:content/:id/take-down': 'take-down',
  'POST /:content/:id/restore': 'restore',
  'POST /:content/:id/follow-source': 'follow-source',
  'GET /:collection/:id': 'read',
  'POST /:collection': 'create',
  'PATCH /:collection/:id': 'update',
  'DELETE /:collection/:id': 'delete',
}

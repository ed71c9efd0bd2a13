import { contentCollections } from '@/access'
import { verbs } from '@/units'

// Every door of REST that is open, by name. What is not in this table does not exist: Payload brings some forty
// endpoints per collection, and a new version may bring more.

export type Door = {
  method: 'GET' | 'POST' | 'PATCH' | 'DELETE'
  /** `:collection` any content collection or `users`; `:content` any content collection; `:id` a document's id. */
  path: string
  /** Open to people who are not signed in. */
  isPublic?: true
  /** Waits for no turn of the edge: what it does takes its own. */
  takesOwnTurn?: true
  /** May carry a body of type multipart/form-data, or of pasted pages; the largest body in bytes. */
  largest?: number
  /** Takes these parameters, each once, instead of the framework's. */
  parameters?: readonly string[]
}

const MiB = 1024 * 1024
const small = { takesOwnTurn: true, largest: MiB / 16 } as const

const ofLog = ['person', 'happened', 'kind', 'from', 'to', 'zone', 'words'] as const

export const doors: readonly Door[] = [
  { method: 'POST', path: '/users/login', isPublic: true, ...small },
  { method: 'GET', path: '/users/me', isPublic: true },
  { method: 'POST', path: '/users/logout', isPublic: true, ...small },
  { method: 'POST', path: '/users/refresh-token', ...small },
  // Between the password and the desk: these look at the half session themselves.
  { method: 'POST', path: '/users/second-step', isPublic: true, ...small },
  { method: 'POST', path: '/users/second-step/begin', isPublic: true, ...small },
  { method: 'POST', path: '/users/second-step/confirm', isPublic: true, ...small },
  { method: 'POST', path: '/users/second-step/later', isPublic: true, ...small },
  { method: 'GET', path: '/users/second-step' },
  { method: 'POST', path: '/users/second-step/recovery-codes', ...small },
  { method: 'POST', path: '/users/second-step/off', ...small },
  { method: 'GET', path: '/users/:id/second-step' },
  { method: 'POST', path: '/users/:id/second-step/reset', ...small },
  { method: 'GET', path: '/access' },
  { method: 'GET', path: '/payload-preferences/:key' },
  { method: 'POST', path: '/payload-preferences/:key', largest: MiB / 32 },
  { method: 'DELETE', path: '/payload-preferences/:key' },
  { method: 'GET', path: '/media/file/:file' },
  { method: 'POST', path: '/media', largest: 60 * MiB },
  { method: 'PATCH', path: '/media/:id', largest: 60 * MiB },
  { method: 'POST', path: '/intake/page', largest: 6 * MiB },
  { method: 'POST', path: '/intake/page/confirm', largest: 6 * MiB },
  { method: 'GET', path: '/log', parameters: [...ofLog, 'after', 'limit'] },
  { method: 'GET', path: '/log.csv', parameters: ofLog },
  { method: 'POST', path: '/hold/end', ...small },
  ...['', '/:id', '/:id/on', '/:id/off', '/:id/renew', '/:id/test', '/:id/replay', '/:id/delete'].map(
    (path) => ({
      method: 'POST' as const,
      path: `/webhooks${path}`,
      ...small,
    }),
  ),
  { method: 'GET', path: '/:collection' },
  { method: 'GET', path: '/:collection/count' },
  { method: 'POST', path: '/:collection/access' },
  { method: 'POST', path: '/:collection/access/:id' },
  { method: 'GET', path: '/:content/:id/status' },
  { method: 'POST', path: '/:content/:id/compare' },
  { method: 'POST', path: '/:content/:id/preview', largest: MiB / 64 },
  { method: 'POST', path: '/:content/:id/presence', ...small },
  { method: 'DELETE', path: '/:content/:id/presence', ...small },
  ...verbs.map((verb) => ({
    method: 'POST' as const,
    path: `/:content/:id/${verb}`,
    largest: MiB / 16,
  })),
  { method: 'GET', path: '/:content/:id/belonging' },
  { method: 'GET', path: '/:content/:id/links' },
  { method: 'GET', path: '/:content/:id/people' },
  { method: 'POST', path: '/:content/:id/assign', largest: MiB / 64 },
  { method: 'GET', path: '/:content/:id/comments' },
  { method: 'POST', path: '/:content/:id/comments', largest: MiB / 8 },
  { method: 'POST', path: '/:content/:id/comments/:id/resolve', largest: MiB / 64 },
  { method: 'POST', path: '/:content/:id/comments/:id/reopen', largest: MiB / 64 },
  { method: 'POST', path: '/:content/:id/send-to-translation', largest: MiB / 16 },
  { method: 'POST', path: '/:content/:id/take-from-translation', largest: MiB / 16 },
  { method: 'GET', path: '/:collection/:id' },
  { method: 'POST', path: '/:collection' },
  { method: 'PATCH', path: '/:collection/:id' },
  { method: 'DELETE', path: '/:collection/:id' },
]

const content = new Set<string>(contentCollections)
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/
const kinds: Record<string, (segment: string) => boolean> = {
  ':collection': (segment) => segment === 'users' || content.has(segment),
  ':content': (segment) => content.has(segment),
  ':id': (segment) => uuid.test(segment),
  ':key': (segment) => /^[\w%.-]{1,200}$/.test(segment),
  ':file': (segment) => /^[^/\\]{1,300}$/.test(segment) && !/%2f|%5c|%00|\.\.|%2e%2e/i.test(segment),
}

/** The open door for this method and path under `/api`; undefined when there is none. */
export function findDoor(method: string, path: string): Door | undefined {
  const segments = path.split('/').slice(1)
  return doors.find((door) => door.method === method && fits(door.path.split('/').slice(1), segments))
}

const fits = (pattern: string[], segments: string[]): boolean =>
  pattern.length === segments.length &&
  pattern.every((part, index) => {
    const segment = segments[index] ?? ''
    const kind = kinds[part]
    return kind ? kind(segment) : part === segment
  })

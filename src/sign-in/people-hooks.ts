import type {
  CollectionAfterChangeHook,
  CollectionAfterLogoutHook,
  CollectionBeforeOperationHook,
  PayloadRequest,
} from 'payload'
import { refuse } from '@/lib/errors'
import type { User } from '@/payload-types'
import { poolOf } from '@/lib/postgres'
import { requestClient } from '@/workflow'
import { isPasswordOf } from './asked'
import { passwordProblem } from './password-rules'
import { say } from './say'
import { endSessions } from './sessions'
import { sessionOf } from './strategy'

// What happens to people's passwords and sessions when people are written, by whichever door.

const payloadsOwn = new Set(['login', 'refresh', 'resetPassword', 'forgotPassword', 'unlock'])

/** beforeOperation: Payload's own ways to sign in are closed, also to the Local API. */
export const closePayloadSignIn: CollectionBeforeOperationHook = ({ args, operation }) => {
  if (payloadsOwn.has(operation)) throw closed()
  return args
}

/** afterLogout, which runs before Payload writes a person back that it read before. */
export const closePayloadSignOut: CollectionAfterLogoutHook = () => {
  throw closed()
}

const closed = () => refuse('door_closed', { what: say('Signing in by this door') })

type Written = { id?: string; overrideAccess?: boolean; data?: Record<string, unknown> }
type Names = { name?: unknown; email?: unknown }

/**
 * beforeOperation, before the gate drops what is not stored: whoever changes their own password gives the present one, so
 * that a screen left open does not give an account away. Refuses its absence (400) and another (403), and too many
 * tries (429). An administrator who sets somebody else's is not asked, nor is the system.
 */
export const askPresentPassword: CollectionBeforeOperationHook = async ({ args, operation, req }) => {
  const { id, data = {} } = args as Written
  if (operation !== 'update' || id === undefined || !isOwn(args, req) || !data['password']) return args
  const present = data[presentPassword]
  if (typeof present !== 'string' || present === '') throw presentIsMissing()
  if (!(await isPasswordOf(req, id, present)))
    throw refuse('wrong_present_password', { path: presentPassword })
  return args
}

const isOwn = ({ id, overrideAccess }: Written, { user }: PayloadRequest): boolean =>
  overrideAccess !== true && id === user?.id

const presentIsMissing = () =>
  refuse('unfit', {
    place: say('Your present password'),
    reason: say('is missing. It is asked for when you set a new one.'),
    path: presentPassword,
  })

const presentPassword = 'present-password'

/** beforeOperation: a new password is refused (400) when it is short or easy to guess. */
export const guardPassword: CollectionBeforeOperationHook = async ({ args, operation, req }) => {
  if (operation !== 'create' && operation !== 'update') return args
  const { id, data = {} } = args as Written
  const { password } = data
  if (password === undefined || password === null || password === '') return args
  const problem =
    typeof password === 'string'
      ? passwordProblem(password.normalize('NFC'), await knownWords(req, id, data))
      : say('must be text.')
  if (problem) throw refuse('unfit', { place: say('The password'), reason: problem, path: 'password' })
  req.context['passwordOf'] = id
  return { ...args, data: { ...data, password: (password as string).normalize('NFC') } }
}

/** What is easy to know about a person and the house. */
async function knownWords(
  { payload }: PayloadRequest,
  id: string | undefined,
  data: Names,
): Promise<string[]> {
  const stored: Names | null =
    id === undefined
      ? null
      : await payload.db.findOne<Names & { id: string }>({
          collection: 'users',
          where: { id: { equals: id } },
        })
  const { rows } = await poolOf(payload).query<{ name: string }>(
    'select distinct version_name as name from public._prizes_v_locales where version_name is not null limit 200',
  )
  const words = [data.name, data.email, stored?.name, stored?.email, ...rows.map(({ name }) => name)]
  return [new URL(payload.config.serverURL).hostname, ...words].filter((word) => typeof word === 'string')
}

/** afterChange: a new password ends all other sessions of its person, being disabled ends every one. */
export const endSessionsAfterChange: CollectionAfterChangeHook<User> = async ({ doc, operation, req }) => {
  if (operation !== 'update') return doc
  const { id, disabled } = doc
  const hasNewPassword = req.context['passwordOf'] === id
  if (!hasNewPassword && disabled !== true) return doc
  const own = await sessionOf(req.payload, req.headers)
  await endSessions(
    await requestClient(req),
    id,
    disabled !== true && own?.person === id ? own.id : undefined,
  )
  return doc
}

import { pbkdf2, randomBytes } from 'node:crypto'
import { promisify } from 'node:util'
import { AuthenticationError, type AfterErrorHook, type CollectionBeforeOperationHook } from 'payload'

// Signing in tells nothing about who works here: an unknown address, a wrong password and a locked account
// get the same words after the same work. Payload itself answers an unknown address at once.

const derive = promisify(pbkdf2)
// What Payload spends on a known address (PBKDF2-HMAC-SHA-256, 600,000 rounds, 32 bytes).
const rounds = 600_000
const keyLength = 32

/** beforeOperation of people: spends the time of a password check where Payload would spend none. */
export const evenSignIn: CollectionBeforeOperationHook = async ({ args, operation, req }) => {
  if (operation !== 'login') return args
  const email: unknown = (args as { data?: { email?: unknown } }).data?.email
  if (typeof email !== 'string') return args
  const where = { email: { equals: email.toLowerCase().trim() } }
  const person = await req.payload.db.findOne<{ id: string; lockUntil?: string | null }>({
    collection: 'users',
    where,
    req,
  })
  const isLocked = Boolean(person?.lockUntil) && new Date(String(person?.lockUntil)) > new Date()
  if (!person || isLocked) await derive('no such person', randomBytes(32), rounds, keyLength, 'sha256')
  return args
}

/** afterError of people: a locked account is told in the words of a wrong password. */
export const sameWordsForLocked: AfterErrorHook = ({ error, req }) => {
  if (error.name !== 'LockedAuth') return undefined
  const { message, status } = new AuthenticationError(req.t)
  return { response: { errors: [{ message }] }, status }
}

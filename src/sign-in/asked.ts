import { addDataAndFileToRequest, type PayloadRequest } from 'payload'
import { refuse } from '@/lib/errors'
import { inTransactionOn, poolOf } from '@/lib/postgres'
import { networkOf } from '@/lib/network'
import { isPassword, type StoredPassword } from './password-hash'
import { useCode } from './second-steps'
import type { Session, State } from './sessions'
import { sessionOf } from './strategy'
import { codeTry, giveBack, passwordTry, payForTry, type Try } from './tries'

// What the doors of signing in ask of a request.

/** The session of this request, in one of these states. Refuses (401) everybody else. */
export async function sessionIn(req: PayloadRequest, ...states: State[]): Promise<Session> {
  const session = await sessionOf(req.payload, req.headers)
  if (!session || !states.includes(session.state)) throw refuse('not_signed_in')
  return session
}

/** One text of the body; empty when it is not there. */
export async function textIn(req: PayloadRequest, name: string): Promise<string> {
  await addDataAndFileToRequest(req)
  const value: unknown = req.data?.[name]
  return typeof value === 'string' ? value.slice(0, 1000) : ''
}

/** Apps show a code in two groups. */
export const digitsOf = (typed: string): string => typed.replaceAll(/\s/g, '')

/**
 * `proof` in the body shows who sits at this session: their password, or a current code of their app. Refuses what is
 * neither (403), and too many of them (429).
 */
export async function prove(req: PayloadRequest, { person }: Session): Promise<void> {
  const proof = await textIn(req, 'proof')
  const code = digitsOf(proof)
  const isRight = /^\d{6}$/.test(code)
    ? await isCodeOf(req, person, code)
    : await isPasswordOf(req, person, proof)
  if (!isRight) throw refuse('not_proved')
}

/** Is this the password of `person`? A try like any other: too many of them are refused (429). */
export function isPasswordOf(req: PayloadRequest, person: string, typed: string): Promise<boolean> {
  return tried(req, passwordTry(networkOf(req.headers), person), async () =>
    isPassword(typed, (await findPerson(req, { id: { equals: person } }))?.stored),
  )
}

function isCodeOf(req: PayloadRequest, person: string, code: string): Promise<boolean> {
  const { payload, headers } = req
  return tried(req, codeTry(networkOf(headers), person), () =>
    inTransactionOn(poolOf(payload), (client) => useCode(client, payload.secret, { person, code })),
  )
}

async function tried({ payload }: PayloadRequest, paid: Try, look: () => Promise<boolean>): Promise<boolean> {
  await payForTry(payload, paid)
  const isRight = await look()
  if (isRight) await giveBack(payload, paid)
  return isRight
}

type Known = { id: string; stored: StoredPassword }
type Which = { id: { equals: string } } | { email: { equals: string } }

/** A person with the stored password. Past the rules on purpose: it is compared and never leaves. */
export async function findPerson({ payload }: PayloadRequest, where: Which): Promise<Known | undefined> {
  const person = await payload.db.findOne<{ id: string; hash?: string; salt?: string }>({
    collection: 'users',
    where,
  })
  return person ? { id: person.id, stored: { hash: person.hash ?? '', salt: person.salt ?? '' } } : undefined
}

import { randomBytes } from 'node:crypto'
import { rmSync, writeFileSync } from 'node:fs'
import type { Payload, PayloadRequest } from 'payload'
import { contentCollections } from '@/access'
import { localeCodes } from '@/lib/locales'

export type FirstSignIn = { email: string; password: string }

/** A sign-in with a random password of 24 characters (144 bits). */
export const makeFirstSignIn = (email: string): FirstSignIn => ({
  email,
  password: randomBytes(18).toString('base64url'),
})

/**
 * Creates the first person, who may do everything that a role allows except approve what they wrote, and makes `req` act
 * for them.
 */
export async function createFirstAdmin(
  payload: Payload,
  req: PayloadRequest,
  { email, password }: FirstSignIn,
): Promise<void> {
  const user = await payload.create({
    collection: 'users',
    data: {
      name: 'First administrator',
      email,
      password,
      roles: ['admin', 'editor', 'press-officer', 'reviewer'],
      reviewCollections: [...contentCollections],
      reviewLocales: [...localeCodes],
    },
    depth: 0,
    // Nobody is there yet who could give the right to do this.
    overrideAccess: true,
    req,
  })
  req.user = { ...user, collection: 'users' }
}

/** Leaves the sign-in where only this account can read it. `npm start` shows it once and removes the file. */
export function keepForFirstPrint(file: string, signIn: FirstSignIn): void {
  // A mode is given to new files only, so an older one goes first.
  rmSync(file, { force: true })
  writeFileSync(file, JSON.stringify(signIn), { mode: 0o600, flag: 'wx' })
}

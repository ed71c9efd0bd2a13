import { pbkdf2, randomBytes, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'
import { takeTurns } from '@/lib/turns'

// Payload stores passwords as PBKDF2-HMAC-SHA-256 with 600,000 rounds (32 bytes, hex, behind a mark). Its own sign-in
// writes the whole person back that it read before the password was checked, and so undoes what an administrator
// changed meanwhile; the check is made here, and nothing of the person is written.

const derive = promisify(pbkdf2)
const mark = 'pbkdf2-sha256-v1:'
const rounds = 600_000
const keyLength = 32

// One check keeps a processor core busy for a sixth of a second.
const inTurn = takeTurns({ atOnce: 2, waiting: 20 })

export type StoredPassword = { hash: string; salt: string }

/**
 * Whether this is the stored password. Nobody's password (`undefined`) takes the same time as a wrong one. Refuses
 * (503) when too many wait for their turn.
 */
export function isPassword(typed: string, stored: StoredPassword | undefined): Promise<boolean> {
  const salt = stored?.salt ?? randomBytes(32).toString('hex')
  return inTurn(async () => {
    const key = await derive(typed.normalize('NFC'), salt, rounds, keyLength, 'sha256')
    const wanted = Buffer.from(stored?.hash.slice(mark.length) ?? '', 'hex')
    return (
      stored?.hash.startsWith(mark) === true && wanted.length === key.length && timingSafeEqual(key, wanted)
    )
  })
}

import { createHmac } from 'node:crypto'
import { keyFor, seal as sealFor, unseal as unsealFor, type Lock } from '@/lib/seal'

// What signing in keeps secret in the database.

const lock = (secret: string): Lock => ({ secret, purpose: 'second step' })

/** `text` sealed for `owner`. It opens for the same owner only. */
export const seal = (secret: string, owner: string, text: string): Buffer =>
  sealFor(lock(secret), owner, text)

/** What was sealed; undefined when it was sealed with another secret, for another owner, or was changed. */
export const unseal = (secret: string, owner: string, sealed: Buffer): string | undefined =>
  unsealFor(lock(secret), owner, sealed)

/** HMAC-SHA-256 of a recovery code; enough, because the codes are random. */
export const recoveryMark = (secret: string, code: string): Buffer =>
  createHmac('sha256', keyFor({ secret, purpose: 'recovery codes' }))
    .update(code)
    .digest()

import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'

// Keys for one purpose each, derived from PAYLOAD_SECRET (HKDF-SHA-256, RFC 5869). A copy of the database alone
// opens nothing.

type Purpose = 'second step' | 'recovery codes' | 'webhooks'
export type Lock = { secret: string; purpose: Purpose }

export const keyFor = ({ secret, purpose }: Lock): Buffer =>
  Buffer.from(hkdfSync('sha256', secret, '', `laureate-desk ${purpose}`, 32))

const nonceLength = 12
const tagLength = 16

/** `text` sealed with AES-256-GCM for `owner`: nonce, tag, ciphertext. It opens for the same purpose and owner only. */
export function seal(lock: Lock, owner: string, text: string): Buffer {
  const nonce = randomBytes(nonceLength)
  const cipher = createCipheriv('aes-256-gcm', keyFor(lock), nonce)
  cipher.setAAD(Buffer.from(owner))
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed])
}

/** What was sealed; undefined when it was sealed with another secret, for another purpose or owner, or was changed. */
export function unseal(lock: Lock, owner: string, sealed: Buffer): string | undefined {
  const nonce = sealed.subarray(0, nonceLength)
  const decipher = createDecipheriv('aes-256-gcm', keyFor(lock), nonce, { authTagLength: tagLength })
  decipher.setAAD(Buffer.from(owner))
  decipher.setAuthTag(sealed.subarray(nonceLength, nonceLength + tagLength))
  const opened = decipher.update(sealed.subarray(nonceLength + tagLength))
  try {
    return Buffer.concat([opened, decipher.final()]).toString('utf8')
  } catch {
    return undefined
  }
}

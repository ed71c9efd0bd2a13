import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto'

// Keys for one purpose each, derived from PAYLOAD_SECRET (HKDF-SHA-256, RFC 5869). A copy of the database alone
// opens nothing.

const keyFor = (secret: string, purpose: string): Buffer =>
  Buffer.from(hkdfSync('sha256', secret, '', `laureate-desk ${purpose}`, 32))

const nonceLength = 12
const tagLength = 16

/** `text` sealed with AES-256-GCM for `owner`: nonce, tag, ciphertext. It opens for the same owner only. */
export function seal(secret: string, owner: string, text: string): Buffer {
  const nonce = randomBytes(nonceLength)
  const cipher = createCipheriv('aes-256-gcm', keyFor(secret, 'second step'), nonce)
  cipher.setAAD(Buffer.from(owner))
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed])
}

/** What was sealed; undefined when it was sealed with another secret, for another owner, or was changed. */
export function unseal(secret: string, owner: string, sealed: Buffer): string | undefined {
  const nonce = sealed.subarray(0, nonceLength)
  const key = keyFor(secret, 'second step')
  const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: tagLength })
  decipher.setAAD(Buffer.from(owner))
  decipher.setAuthTag(sealed.subarray(nonceLength, nonceLength + tagLength))
  const opened = decipher.update(sealed.subarray(nonceLength + tagLength))
  try {
    return Buffer.concat([opened, decipher.final()]).toString('utf8')
  } catch {
    return undefined
  }
}

/** HMAC-SHA-256 of a recovery code; enough, because the codes are random. */
export const recoveryMark = (secret: string, code: string): Buffer =>
  createHmac('sha256', keyFor(secret, 'recovery codes')).update(code).digest()

import type { WebhookEvent } from './api'

// Standard Webhooks (standardwebhooks.com): whether a message is from whom it says, with the Web Crypto of every runtime.

export class WebhookError extends Error {
  override readonly name = 'WebhookError'
}

type Received = {
  /** The body as it came, byte for byte. */
  body: string
  headers: { get: (name: string) => string | null } | Record<string, string | string[] | undefined>
  /** `whsec_…`; during a rotation several. */
  secret: string | readonly string[]
}

const toleranceSeconds = 300

/** The message, or a rejection with a WebhookError. Messages come more than once: `webhook-id` tells. */
export async function verifyWebhook({ body, headers, secret }: Received): Promise<WebhookEvent> {
  const [id, timestamp, signatures] = ['webhook-id', 'webhook-timestamp', 'webhook-signature'].map((name) =>
    readHeader(headers, name),
  )
  if (!id || !timestamp || !signatures) throw new WebhookError('The headers of a webhook are missing.')
  const isRecent = Math.abs(Date.now() / 1000 - Number(timestamp)) <= toleranceSeconds
  if (!/^\d+$/.test(timestamp) || !isRecent) throw new WebhookError('The webhook is of another time.')
  const signed = bytesOf(`${id}.${timestamp}.${body}`)
  for (const each of [secret].flat()) if (await isSigned(each, signed, signatures)) return JSON.parse(body)
  throw new WebhookError('The webhook is not signed with this secret.')
}

function readHeader(headers: Received['headers'], name: string): string | undefined {
  if (typeof headers['get'] === 'function') return headers['get'](name) ?? undefined
  const value = (headers as Record<string, string | string[] | undefined>)[name]
  return typeof value === 'string' ? value : undefined
}

async function isSigned(
  secret: string,
  signed: Uint8Array<ArrayBuffer>,
  signatures: string,
): Promise<boolean> {
  const raw = fromBase64(secret.replace(/^whsec_/, ''))
  if (!raw) throw new WebhookError('The secret is not base64.')
  const key = await crypto.subtle.importKey('raw', raw, { name: 'HMAC', hash: 'SHA-256' }, false, ['verify'])
  for (const each of signatures.split(' ')) {
    const [version, value = ''] = each.split(',')
    const signature = version === 'v1' ? fromBase64(value) : undefined
    // Compares in constant time.
    if (signature && (await crypto.subtle.verify('HMAC', key, signature, signed))) return true
  }
  return false
}

const bytesOf = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text)

function fromBase64(text: string): Uint8Array<ArrayBuffer> | undefined {
  try {
    return Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0))
  } catch {
    return undefined
  }
}

import { createHmac, timingSafeEqual } from 'node:crypto'
import { z } from 'zod'
import { resourceNames } from '@/contract'
import { localeCodes } from '@/lib/locales'

// What a preview is asked with: claims and their HMAC-SHA-256 under a secret that is for nothing else.

/** A preview ends after this long at the latest (ms). */
export const longestPreview = 60 * 60 * 1000

const claimsSchema = z.strictObject({
  /** Names the token in the log. */
  jti: z.uuid(),
  /** `page`: in an address, for the browser of its person. `website`: in a header, for a server of the foundation. */
  use: z.enum(['page', 'website']),
  collection: z.enum(resourceNames),
  id: z.uuid(),
  locale: z.enum(localeCodes),
  /** The revisions that are shown as if they were public; null: a language without words of its own. */
  units: z.partialRecord(z.enum(['shared', ...localeCodes]), z.uuid().nullable()),
  person: z.uuid(),
  /** The session it was made in. */
  session: z.uuid(),
  /** When it was made and when it ends (ms since 1970). */
  at: z.int(),
  until: z.int(),
})
export type Claims = z.infer<typeof claimsSchema>

const version = 'v1'
const longest = 2000

const markOf = (secret: string, body: string): string =>
  createHmac('sha256', secret).update(`laureate-desk preview ${version}.${body}`).digest('base64url')

export function makeToken(secret: string, claims: Claims): string {
  const body = Buffer.from(JSON.stringify(claims)).toString('base64url')
  return `${version}.${body}.${markOf(secret, body)}`
}

/** What a token says, if one of these secrets signed it exactly as it is. Whether it has ended is asked elsewhere. */
export function readToken(secrets: readonly string[], token: string): Claims | undefined {
  const [name, body = '', mark = '', ...more] = token.length > longest ? [] : token.split('.')
  if (name !== version || more.length > 0) return undefined
  if (!secrets.some((secret) => isEqual(mark, markOf(secret, body)))) return undefined
  const parsed = claimsSchema.safeParse(JSON.parse(Buffer.from(body, 'base64url').toString('utf8')))
  return parsed.data
}

/** Texts are compared, not bytes: of one mark there is one text. */
function isEqual(given: string, right: string): boolean {
  const [one, other] = [Buffer.from(given), Buffer.from(right)]
  return one.length === other.length && timingSafeEqual(one, other)
}

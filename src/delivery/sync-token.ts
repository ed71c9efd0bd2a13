import type { FallbackMode } from '@/contract'
import { refused } from './refused'

// How far a copy has come, and for whom it is. Opaque to clients (base64url); it is no secret and grants nothing.

/**
 * A change by its place in the order of all public changes, its instant in ms since 1970, and the end of the id of its
 * document, which is random. In another public world the same place is another change.
 */
export type Place = { seq: number; at: number; of: string }
export type Reader = { locale: string; fallback: FallbackMode }

/** Before the first change. */
export const beginning: Place = { seq: 0, at: 0, of: '' }

export const placeOf = (seq: number, at: Date, document: string): Place => ({
  seq,
  at: at.getTime(),
  of: document.slice(-4),
})

const pattern = /^([A-Za-z-]{2,12})\.(none|declared)\.([0-9a-z]{1,10})\.([0-9a-z]{1,9})\.([0-9a-f]{4}|)$/

export const writeSyncToken = ({ locale, fallback }: Reader, { seq, at, of }: Place): string =>
  Buffer.from(`${locale}.${fallback}.${seq.toString(36)}.${at.toString(36)}.${of}`).toString('base64url')

/** The place of a copy that is for this reader. Throws Refused (400). */
export function readSyncToken(token: string, reader: Reader): Place {
  const bytes = Buffer.from(token, 'base64url')
  const found = pattern.exec(bytes.toString('latin1'))
  // Of one token there is one text.
  if (!found || bytes.toString('base64url') !== token) throw broken
  const [, locale = '', fallback = '', seq = '', at = '', of = ''] = found
  if ((of === '') !== (seq === '0')) throw broken
  refuseOther('locale', locale, reader.locale)
  refuseOther('fallback', fallback, reader.fallback)
  return { seq: Number.parseInt(seq, 36), at: Number.parseInt(at, 36), of }
}

const broken = refused('bad-value', {
  detail:
    'This is no whole token of “since”. Send the one of the answer before as it was, or begin a new copy without “since”.',
  parameter: 'since',
  allowed: ['the token of the answer before', 'nothing, to begin anew'],
})

function refuseOther(parameter: keyof Reader, ofToken: string, asked: string): void {
  if (ofToken === asked) return
  throw refused('bad-value', {
    detail: `The token in “since” belongs to a copy with ${parameter}=${ofToken}. Go on with that, or begin a new copy without “since”.`,
    parameter,
    allowed: [ofToken],
  })
}

/** Of what was public in another database. */
export const ofAnotherWorld = refused('begin-anew', {
  detail:
    'The token in “since” is not of what is public here: the database was restored or replaced after it was given. Empty the copy and ask without “since”.',
  parameter: 'since',
  allowed: ['nothing, to begin anew'],
})

// Longer than any release takes from its instant to its commit.
const longestReleaseMs = 600_000

type Here = { same: Place | null; last: Place; heardAt: Date | null }

/**
 * Whether a token is of this world: the change at its place is the one that it names. A place that is not here yet is that of a world
 * further on, whose replica this is, unless something later came here: a change, or long after it a sign of life.
 */
export function isOfThisWorld(token: Place, { same, last, heardAt }: Here): boolean {
  if (token.seq === 0) return true
  if (same !== null) return same.at === token.at && same.of === token.of
  return last.at <= token.at && (heardAt?.getTime() ?? 0) <= token.at + longestReleaseMs
}

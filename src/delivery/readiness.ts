import { plainEntry, problemEntry, type Entry } from './entry'
import { unavailable } from './refused'

// Whether this process may be asked, and whether what it answers can be behind.

export type Readiness = {
  /** The public world was looked at. */
  saw: () => void
  /** It could not be looked at. */
  lost: () => void
  /** There are answers, from the disk, though nobody looked yet. */
  hasAnswers: () => void
  /** Since when the database does not answer; null while it does. */
  cutOffSince: () => Date | null
  /** The answer of `/readyz`. */
  entry: () => Entry
}

export function createReadiness(now: () => Date = () => new Date()): Readiness {
  let since: Date | null = null
  let canAnswer = false
  return {
    saw: () => {
      canAnswer = true
      since = null
    },
    lost: () => {
      since ??= now()
    },
    hasAnswers: () => {
      canAnswer = true
    },
    cutOffSince: () => since,
    entry: () => {
      if (!canAnswer) return problemEntry(unavailable)
      const state = since ? { status: 'cut-off', since: since.toISOString() } : { status: 'ready' }
      return plainEntry(JSON.stringify(state), 'never')
    },
  }
}

/** What every answer says while the database does not answer (RFC 9211). */
export const cutOffHead = ['Cache-Status', 'laureate-desk; hit; detail="database unreachable"'] as const

import { plainEntry, problemEntry, type Entry } from './entry'
import type { Beat } from './heartbeat'
import { unavailable } from './refused'

// Whether this process may be asked, and whether what it answers can be behind.

/** `cut-off`: the database does not answer. `behind`: it does, but nothing was heard from the publishing side. */
type Trouble = 'cut-off' | 'behind'

export type Readiness = {
  /** The public world was looked at; `beat` is null where the publishing side never gave a sign of life. */
  saw: (beat: Beat | null) => void
  /** It could not be looked at. */
  lost: () => void
  /** There are answers, from the disk, though nobody looked yet: until then nobody knows what they are worth. */
  hasAnswers: () => void
  /** Since when the database does not answer; null while it does. */
  cutOffSince: () => Date | null
  /** When the publishing side gave its last sign of life; null unless that is too long ago. */
  behindSince: () => Date | null
  /** The last sign of life of the publishing side, by its clock, where this copy is up to date with it; else null. */
  heardAt: () => Date | null
  /** The header that every answer has while it can be behind; null while all is well. */
  notice: () => Notice | null
  /** The answer of `/readyz`. */
  entry: () => Entry
}

export type Notice = readonly [name: string, value: string]

/** How long the publishing side may be silent: six of its beats. */
const quietMs = 30_000

type Settings = { quietMs?: number | undefined; now?: () => Date }

export function createReadiness({
  quietMs: longest = quietMs,
  now = () => new Date(),
}: Settings = {}): Readiness {
  let cutOff: Date | null = null
  let behind: Date | null = null
  let heard: Date | null = null
  let canAnswer = false
  const trouble = (): Trouble | null => (cutOff ? 'cut-off' : behind && 'behind')
  return {
    saw: (beat) => {
      canAnswer = true
      cutOff = null
      behind = beat && beat.ageMs > longest ? beat.at : null
      heard = beat && beat.at
    },
    lost: () => {
      cutOff ??= now()
    },
    hasAnswers: () => {
      canAnswer = true
      cutOff ??= now()
    },
    cutOffSince: () => cutOff,
    behindSince: () => behind,
    heardAt: () => (trouble() ? null : heard),
    notice: () => {
      const status = trouble()
      return status && notices[status]
    },
    entry: () => {
      if (!canAnswer) return problemEntry(unavailable)
      const status = trouble()
      const since = (cutOff ?? behind)?.toISOString()
      return plainEntry(JSON.stringify(status ? { status, since } : { status: 'ready' }), 'never')
    },
  }
}

// RFC 9211. What is answered is held here, in memory or in this copy, either way.
const notices: Readonly<Record<Trouble, Notice>> = {
  'cut-off': ['Cache-Status', 'laureate-desk; hit; detail="database unreachable"'],
  behind: ['Cache-Status', 'laureate-desk; hit; detail="publisher silent"'],
}

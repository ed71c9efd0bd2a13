import type { Limit } from './limits'

// The arithmetic of limits (GCRA): a bucket is one instant, until which tries are paid for in advance. It fills by
// itself, needs no sweep, and two processes that lock its row agree.

/** `spentUntil`: epoch ms, anything in the past is an untouched bucket. */
export type Bucket = { key: string; limit: Limit; spentUntil: number }
export type Admission = { isAdmitted: true; spentUntil: number } | { isAdmitted: false; retryAt: number }

/** One try at `now` (epoch ms): what the bucket holds afterwards, or when the next try is let in. */
export function admit({ limit, spentUntil }: Omit<Bucket, 'key'>, now: number): Admission {
  const from = Math.max(spentUntil, now)
  const retryAt = from - (limit.burst - 1) * limit.every
  return retryAt > now ? { isAdmitted: false, retryAt } : { isAdmitted: true, spentUntil: from + limit.every }
}

/** One try at `now` in all buckets or in none; refused until the last of them lets in. */
export function admitAll(
  buckets: readonly Bucket[],
  now: number,
): { spent: Map<string, number> } | { retryAt: number } {
  const spent = new Map<string, number>()
  let retryAt = 0
  for (const bucket of buckets) {
    const admission = admit(bucket, now)
    if (admission.isAdmitted) spent.set(bucket.key, admission.spentUntil)
    else retryAt = Math.max(retryAt, admission.retryAt)
  }
  return retryAt > 0 ? { retryAt } : { spent }
}

import type { ClientBase } from 'pg'
import type { Sentence } from '@/lib/sentence'
import type { DocumentRef } from './revisions'
import { say } from './say'

type Share = { num: number; den: number }

/**
 * Of an award entry: that the shares of its year come to more than the whole prize, as the newest drafts have them.
 * Undefined where they do not, and for other documents. It hinders nobody: shares are corrected one entry after another.
 */
export async function sayTooManyShares(
  client: ClientBase,
  { collection, id }: DocumentRef,
): Promise<Sentence | undefined> {
  if (collection !== 'citations') return undefined
  const { rows } = await client.query<Share>(
    `select other.version_portion_num::int as num, other.version_portion_den::int as den
       from public._citations_v own
       join public._citations_v other on other.latest and other.version_edition_id = own.version_edition_id
      where own.latest and own.parent_id = $1
        and own.version_award_type = 'prize' and other.version_award_type = 'prize'
        and own.version_portion_num is not null
        and other.version_portion_num is not null and other.version_portion_den > 0`,
    [id],
  )
  const [num, den] = sumOf(rows)
  if (num <= den) return undefined
  return say(
    'The shares of all entries of this year come to {sum}: more than the whole prize. Correct this one or another.',
    { sum: `${num}/${den}` },
  )
}

/** Exactly, in lowest terms. */
function sumOf(shares: readonly Share[]): readonly [num: bigint, den: bigint] {
  const [num, den] = shares.reduce<readonly [bigint, bigint]>(
    ([sum, over], share) => [sum * BigInt(share.den) + BigInt(share.num) * over, over * BigInt(share.den)],
    [0n, 1n],
  )
  const divisor = commonDivisor(num, den)
  return [num / divisor, den / divisor]
}

const commonDivisor = (one: bigint, other: bigint): bigint =>
  other === 0n ? one : commonDivisor(other, one % other)

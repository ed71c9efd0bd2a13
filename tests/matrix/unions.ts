import { roles } from '../../src/access/roles'
import type { Pair } from '../staff'
import { isFull } from './attacks'
import { rowsOf, type Cell } from './table'

// Whoever holds several roles may what any of them may; four eyes are the one exception, and no matter of rights.

const pairs: readonly Pair[] = roles.flatMap((one, index) =>
  roles.slice(index + 1).map((other): Pair => `${one}+${other}`),
)

/** The pairs that a collection is tried with: another one for each, or all. */
export const pairsFor = (index: number): readonly Pair[] =>
  isFull ? pairs : pairs.filter((_, place) => place === index % pairs.length)

/** The cells of somebody who holds both roles, one or two of each row. */
export function cellsOfPair(cells: readonly Cell[], pair: Pair): Cell[] {
  const held: readonly string[] = pair.split('+')
  const byRow = rowsOf(cells.filter(({ actor }) => held.includes(actor)))
  return [...byRow.values()].flatMap((row) => unionOf(row).map((cell) => ({ ...cell, actor: pair })))
}

/** What any of them allows is allowed. What is allowed for oneself only is denied for others. */
function unionOf(row: readonly Cell[]): Cell[] {
  const whole = row.find(({ verdict, of }) => verdict === 'allow' && of === undefined)
  const own = row.filter(({ of }) => of !== undefined).slice(0, 2)
  return whole ? [whole] : own.length > 0 ? own : row.slice(0, 1)
}

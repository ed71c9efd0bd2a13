import { isSurelyAfter } from '@/formats'
import { awardKey } from './nobel-award'
import { laureateKey } from './nobel-laureate'
import type { Reading } from './nobel-reading'
import { toEdtf, type Award, type Laureate } from './nobel-schema'

// What a file says and what cannot be. The desk refuses it, so it is left out, with a warning; the rest is imported.

/** The laureate without a death before the birth, and without shares that are more than the whole. */
export function withoutImpossible(reading: Reading, laureate: Laureate): Laureate {
  const { date: _impossible, ...death } = laureate.death ?? {}
  return {
    ...laureate,
    ...(diedBeforeBirth(reading, laureate) ? { death } : {}),
    nobelPrizes: laureate.nobelPrizes.map((award) => withoutGreatShare(reading, laureate, award)),
  }
}

function diedBeforeBirth({ warn }: Reading, { id, birth, death }: Laureate): boolean {
  const [born, died] = [birth, death].map((event) => event?.date && toEdtf(event.date))
  if (!born || !died || !isSurelyAfter(born, died)) return false
  const message = `Died ${died}, before the birth on ${born}; the date of death is left out. Please check.`
  warn({ record: laureateKey(id), field: 'death.date', message })
  return true
}

function withoutGreatShare({ warn }: Reading, { id }: Laureate, award: Award): Award {
  const [part = 1, whole = 1] = award.portion?.split('/').map(Number) ?? []
  if (part <= whole) return award
  const message = `The share ${award.portion} is more than the whole; it is left out. Please check.`
  warn({ record: awardKey(id, award), field: 'portion.num', message })
  const { portion: _more, ...rest } = award
  return rest
}

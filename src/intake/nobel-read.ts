import { editionKey, planCitation, planEdition, planPrize, prizeKey } from './nobel-award'
import { giveAddresses } from './nobel-addresses'
import { openCleaner } from './nobel-clean'
import { withoutImpossible } from './nobel-impossible'
import { decodeNobel } from './nobel-decode'
import { countDropped } from './nobel-dropped'
import { planLaureate } from './nobel-laureate'
import type { Reading } from './nobel-reading'
import { readDump, type Award, type Laureate } from './nobel-schema'
import {
  nobelCollections,
  type Cleaned,
  type NobelRefused,
  type NobelWarning,
  type Planned,
} from './nobel-types'

/** Everything the file tells, as documents in the order of writing. */
export type NobelPlan = {
  ok: true
  planned: Planned[]
  read: { laureates: number; awards: number }
  cleaned: Cleaned[]
  dropped: Record<string, number>
  warnings: NobelWarning[]
}

/**
 * Reads a laureates file of the Nobel Prize API v2.1: a text or UTF-8 bytes. Pure: the same file gives the same
 * plan. A file that is not whole and right is refused, naming record and field.
 */
export function readNobel(source: unknown): NobelPlan | NobelRefused {
  const decoded = decodeNobel(source)
  if (!decoded.ok) return decoded
  const dump = readDump(decoded.json)
  if (!dump.ok) return dump
  const cleaned: Cleaned[] = []
  const warnings: NobelWarning[] = []
  const reading: Reading = { clean: openCleaner(cleaned), warn: (warning) => warnings.push(warning) }
  const planned = plan(
    reading,
    dump.laureates.map((laureate) => withoutImpossible(reading, laureate)),
  )
  const awards = planned.filter(({ collection }) => collection === 'citations').length
  return {
    ok: true,
    planned,
    read: { laureates: dump.laureates.length, awards },
    cleaned,
    dropped: countDropped(dump.raw),
    warnings,
  }
}

function plan(reading: Reading, laureates: Laureate[]): Planned[] {
  const awards = laureates.flatMap((laureate) => laureate.nobelPrizes.map((award) => ({ laureate, award })))
  const planned = [
    ...firstOfEach(awards, prizeKey).map(({ award }) => planPrize(reading, award)),
    ...firstOfEach(awards, editionKey).map(({ award }) => planEdition(award)),
    ...laureates.map((laureate) => planLaureate(reading, laureate)),
    ...awards.map(({ laureate, award }) => planCitation(reading, laureate, award)),
  ]
  warnOfDifferences(reading, awards)
  warnOfTimes(reading, planned)
  giveAddresses(planned)
  return planned.toSorted((a, b) => order(a) - order(b) || (a.key < b.key ? -1 : 1))
}

const order = (document: Planned): number => nobelCollections.indexOf(document.collection)

type OneAward = { laureate: Laureate; award: Award }

// Laureates of one year tell the same of it. A date that only some of them tell is taken.
function firstOfEach(awards: OneAward[], keyOf: (award: Award) => string): OneAward[] {
  const groups = new Map<string, OneAward>()
  for (const one of awards) {
    const known = groups.get(keyOf(one.award))
    if (!known || (known.award.dateAwarded === undefined && one.award.dateAwarded !== undefined))
      groups.set(keyOf(one.award), one)
  }
  return [...groups.values()]
}

function warnOfDifferences({ warn }: Reading, awards: OneAward[]): void {
  const chosen = new Map(firstOfEach(awards, editionKey).map(({ award }) => [editionKey(award), award]))
  for (const { laureate, award } of awards) {
    const taken = chosen.get(editionKey(award))
    for (const field of ['dateAwarded', 'prizeAmount'] as const) {
      if (award[field] === undefined || award[field] === taken?.[field]) continue
      warn({
        record: editionKey(award),
        field,
        message: `Laureate ${laureate.id} says ${award[field]}, another ${taken?.[field]}; the latter is taken.`,
      })
    }
  }
}

function warnOfTimes({ warn }: Reading, planned: Planned[]): void {
  const count = planned.filter(({ fields }) => fields['announceAt'] !== undefined).length
  if (count === 0) return
  const message = `The file tells the day of ${count} announcements, not the hour: each stands at the beginning of its day.`
  warn({ record: 'editions', field: 'announceAt', message })
}

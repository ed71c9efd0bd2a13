import { toSlug } from '@/formats'
import { startOfDay } from './nobel-day'
import { laureateKey } from './nobel-laureate'
import { present, readWords, type Fields, type Reading } from './nobel-reading'
import { asText, type Award, type Laureate } from './nobel-schema'
import type { Planned } from './nobel-types'

// The Peace Prize is announced and given in Oslo, the others in Stockholm.
const zoneOf = (category: string): string => (category === 'peace' ? 'Europe/Oslo' : 'Europe/Stockholm')

/** "Economic Sciences" → "economic-sciences": the prize's name in keys and addresses. */
const categoryOf = (award: Award): string => toSlug(asText(award.category['en'])).slice(0, 60) || 'prize'
export const prizeKey = (award: Award): string => `nobel:prize/${categoryOf(award)}`
export const editionKey = (award: Award): string => `nobel:${categoryOf(award)}/${award.awardYear}`
export const awardKey = (id: string, award: Award): string =>
  `nobel:${id}/${categoryOf(award)}/${award.awardYear}`

export function planPrize(reading: Reading, award: Award): Planned {
  const key = prizeKey(award)
  const names = readWords(reading, { record: key, field: 'name' }, award.categoryFullName ?? award.category)
  const shortNames = readWords(reading, { record: key, field: 'shortName' }, award.category)
  return {
    key,
    collection: 'prizes',
    title: asText(names['name@en']) || categoryOf(award),
    fields: { ...names, ...shortNames, timeZone: zoneOf(categoryOf(award)) },
    refs: {},
    addresses: [categoryOf(award), `${categoryOf(award)}-nobel`],
  }
}

/** The award's year of its prize. The amount is that of the whole prize, in Swedish kronor. */
export function planEdition(award: Award): Planned {
  const zone = zoneOf(categoryOf(award))
  const fields = present({
    year: Number(award.awardYear),
    status: 'announced',
    announceAt: award.dateAwarded === undefined ? undefined : startOfDay(award.dateAwarded, zone),
    announceZone: zone,
    'amount.value': award.prizeAmount,
    'amount.currency': award.prizeAmount === undefined ? undefined : 'SEK',
    amountDisclosed: award.prizeAmount !== undefined,
  })
  const title = `${asText(award.category['en'])} ${award.awardYear}`
  return {
    key: editionKey(award),
    collection: 'editions',
    title,
    fields,
    refs: { prize: prizeKey(award) },
    addresses: [],
  }
}

export function planCitation(reading: Reading, laureate: Laureate, award: Award): Planned {
  const key = awardKey(laureate.id, award)
  const motivation = readWords(reading, { record: key, field: 'motivation' }, award.motivation)
  if (motivation['motivation@en'] === undefined)
    reading.warn({ record: key, field: 'motivation@en', message: 'There is no English motivation.' })
  const [num = '1', den = '1'] = award.portion?.split('/') ?? []
  const fields: Fields = {
    ...motivation,
    ...(award.portion === undefined ? {} : { 'portion.num': Number(num), 'portion.den': Number(den) }),
    awardType: 'prize',
    status: statusOf(reading, laureate, award),
    importKey: key,
  }
  const name = laureate.orgName?.['en'] ?? laureate.knownName?.['en']
  const title = `${asText(award.category['en'])} ${award.awardYear} · ${asText(name).trim()}`
  return {
    key,
    collection: 'citations',
    title,
    fields,
    refs: { edition: editionKey(award), laureates: [laureateKey(laureate.id)] },
    addresses: [],
  }
}

function statusOf(reading: Reading, laureate: Laureate, award: Award): string {
  if (award.prizeStatus === 'declined') return 'declined'
  if (award.prizeStatus === 'restricted') return 'prevented'
  const death = laureate.death?.date
  if (death === undefined) return 'received'
  if (award.dateAwarded !== undefined)
    return death.endsWith('-00')
      ? statusByYear(reading, laureate, award)
      : death < award.dateAwarded
        ? 'posthumous'
        : 'received'
  return statusByYear(reading, laureate, award)
}

// No day of the announcement (or of the death) is told. The prizes are announced in October and later, so whoever
// died before October of that year was dead then; staff are asked to look.
function statusByYear(reading: Reading, laureate: Laureate, award: Award): string {
  const death = laureate.death?.date ?? ''
  const isBefore =
    death.slice(0, 4) < award.awardYear ||
    (death.startsWith(award.awardYear) && !death.includes('-00') && death < `${award.awardYear}-10-01`)
  if (!isBefore) return 'received'
  const message = `Taken for posthumous: died ${death}, and the day of the announcement is not told. Please check.`
  reading.warn({ record: awardKey(laureate.id, award), field: 'status', message })
  return 'posthumous'
}

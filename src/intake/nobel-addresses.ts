import { toSlug } from '@/formats'
import type { Planned } from './nobel-types'

// Web addresses are given once, when a document is made, and never change with a later file. Who shares a name
// with another in the file is told apart by the year of birth; a bare "-2" would tell that a twin exists.

const longest = 90
const slugOf = (text: string): string => toSlug(text).slice(0, longest).replace(/-+$/, '')
const year = (value: unknown): string | undefined =>
  typeof value === 'string' ? value.slice(0, 4) : undefined
const numberOf = (key: string): string => key.replace('nobel:', '').split('/')[0] ?? ''

/** Adds to laureates the addresses they may have, the best first. Award entries get theirs from their laureate. */
export function giveAddresses(planned: Planned[]): void {
  const laureates = planned.filter(({ collection }) => collection === 'laureates')
  const counts = new Map<string, number>()
  for (const { title } of laureates) counts.set(slugOf(title), (counts.get(slugOf(title)) ?? 0) + 1)
  for (const laureate of laureates)
    laureate.addresses = addressesOf(laureate, (counts.get(slugOf(laureate.title)) ?? 0) > 1)
}

function addressesOf({ title, fields, key }: Planned, hasTwin: boolean): string[] {
  const name = slugOf(title) || 'laureate'
  const qualifiers = [
    year(fields['birth.date'] ?? fields['founded']),
    `nobel-${slugOf(numberOf(key))}`,
  ].filter((part) => part !== undefined)
  return [
    ...(hasTwin || name === 'laureate' ? [] : [name]),
    ...qualifiers.map((qualifier) => `${name}-${qualifier}`),
  ]
}

/** The addresses of an award entry, from its laureate's: unique within a year. Key: "nobel:745/physics/2001". */
export function addressesOfCitation(key: string, laureateSlug: string): string[] {
  const [number = '', category = ''] = key.replace('nobel:', '').split('/')
  const name = laureateSlug.slice(0, longest).replace(/-+$/, '')
  return [
    laureateSlug,
    `${name}-${category}`.slice(0, 118).replace(/-+$/, ''),
    `${name}-nobel-${slugOf(number)}`,
  ]
}

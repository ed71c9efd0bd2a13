import { readQuery } from './read-query'
import { notFound } from './refused'

export type PressKitWanted = { kind: 'press-kit'; slug: string; search: string }

/** `/v1/press-kits/{prize}/{year}`. Throws Refused: 404, or 400 for any parameter. */
export function readPressKitTarget(rest: readonly string[], search: string): PressKitWanted {
  const [prize = '', year = ''] = rest
  if (rest.length !== 2 || prize === '' || prize.length > 120 || !/^\d{1,4}$/.test(year)) throw notFound
  readQuery(search, [])
  return { kind: 'press-kit', slug: `${prize}/${year}`, search }
}

const archive = /^(?:https?:\/\/[^/?#]*)?\/v1\/press-kits\/([^/?]{1,120})\/(\d{1,4})\.zip(?:\?(.*))?$/

export type ArchiveWanted = { slug: string; search: string }

/** `/v1/press-kits/{prize}/{year}.zip`, if that is what a target asks for. */
export function readArchiveTarget(target: string): ArchiveWanted | undefined {
  const [, prize = '', year = '', search = ''] = archive.exec(target) ?? []
  return prize === '' ? undefined : { slug: `${prize}/${year}`, search }
}

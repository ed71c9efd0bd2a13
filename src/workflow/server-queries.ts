import type { SanitizedConfig } from 'payload'
import { refuseHops } from './rest-links'
import { operators, queriedPaths } from './rest-query'
import { Refusal } from '@/lib/errors'

// Lists are asked for by functions of the server and by the address of their screen, too. What REST refuses to filter
// and sort by, they do not find out either.

type Asked = { collectionSlug?: unknown; query?: unknown }

/** Refuses (400) a list, of one kind or several, whose filter or order follows a link to another document. */
export function refuseLinkedQuery(config: SanitizedConfig, { collectionSlug, query }: Asked): void {
  const { where, sort } = isObject(query) ? query : {}
  const paths = [...filteredBy(where), ...sortedBy(sort)]
  for (const slug of [collectionSlug].flat()) refuseHops(config, String(slug), paths)
}

type Tree = Record<string, unknown>
const isObject = (value: unknown): value is Tree => typeof value === 'object' && value !== null

/** The paths that a filter asks about: what stands before an operator. */
function filteredBy(where: unknown, path: readonly string[] = []): string[] {
  if (!isObject(where)) return path.length > 0 ? [path.join('.')] : []
  return Object.entries(where).flatMap(([name, value]) => {
    if (name === 'and' || name === 'or')
      return Object.values(isObject(value) ? value : {}).flatMap((part) => filteredBy(part, path))
    return operators.has(name) ? [path.join('.')] : filteredBy(value, [...path, name])
  })
}

const sortedBy = (sort: unknown): string[] =>
  [sort]
    .flat()
    .filter((one) => typeof one === 'string')
    .flatMap((one) => one.split(','))
    .map((one) => one.trim().replace(/^-/, ''))

type Screen = { segments: readonly string[]; searchParams: Record<string, string | string[]> }

/** What the address of a list's screen asks, without a filter and an order that follow a link. */
export function withoutLinkedQuery(config: SanitizedConfig, screen: Screen): Screen['searchParams'] {
  const { segments, searchParams } = screen
  const [root, slug = ''] = segments
  if (root !== 'collections') return searchParams
  return Object.fromEntries(
    Object.entries(searchParams).filter(([name, value]) => {
      const asked = new URLSearchParams([value].flat().map((one) => [name, one]))
      return !isRefused(() => refuseHops(config, slug, queriedPaths(asked)))
    }),
  )
}

function isRefused(ask: () => void): boolean {
  try {
    ask()
    return false
  } catch (error) {
    if (error instanceof Refusal) return true
    throw error
  }
}

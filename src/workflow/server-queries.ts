import type { SanitizedConfig } from 'payload'
import { refuseHops } from './rest-links'
import { refuseUnsafe } from './clean-input'
import { refuseFilters, type Question } from './filter-rules'
import { operators, queriedPaths, questionsIn } from './rest-query'
import { Refusal } from '@/lib/errors'

// Lists are asked for by functions of the server and by the address of their screen, too. What REST refuses to filter
// and sort by, they do not find out either.

type Asked = { collectionSlug?: unknown; query?: unknown }

/**
 * Refuses (400) a list, of one kind or several, whose filter or order follows a link to another document, and a filter
 * that its field does not take.
 */
export function refuseLinkedQuery(config: SanitizedConfig, { collectionSlug, query }: Asked): void {
  const { where, sort } = isObject(query) ? query : {}
  refuseUnsafe(isObject(query) ? query : {})
  const questions = filteredBy(where)
  const paths = [...questions.map(pathOf), ...sortedBy(sort)]
  for (const slug of [collectionSlug].flat().map(String)) {
    refuseHops(config, slug, paths)
    refuseFilters(config, slug, questions)
  }
}

const pathOf = ({ path, operator }: Question): string =>
  operators.has(operator) ? path : [path, operator].filter((name) => name !== '').join('.')

type Tree = Record<string, unknown>
const isObject = (value: unknown): value is Tree => typeof value === 'object' && value !== null

/** What a filter asks: by each path, what stands before an operator. */
function filteredBy(where: unknown, path: readonly string[] = []): Question[] {
  if (!isObject(where))
    return path.length > 0
      ? [{ path: path.slice(0, -1).join('.'), operator: path.at(-1) ?? '', value: where }]
      : []
  return Object.entries(where).flatMap(([name, value]) => {
    if (name === 'and' || name === 'or')
      return Object.values(isObject(value) ? value : {}).flatMap((part) => filteredBy(part, path))
    return operators.has(name)
      ? [{ path: path.join('.'), operator: name, value }]
      : filteredBy(value, [...path, name])
  })
}

const sortedBy = (sort: unknown): string[] =>
  [sort]
    .flat()
    .filter((one) => typeof one === 'string')
    .flatMap((one) => one.split(','))
    .map((one) => one.trim().replace(/^-/, ''))

type Screen = { segments: readonly string[]; searchParams: Record<string, string | string[]> }

/** What the address of a list's screen asks, without what REST would refuse: links, operators, text that is not safe. */
export function withoutLinkedQuery(config: SanitizedConfig, screen: Screen): Screen['searchParams'] {
  const { segments, searchParams } = screen
  const [root, slug = ''] = segments
  if (root !== 'collections') return searchParams
  return Object.fromEntries(
    Object.entries(searchParams).filter(([name, value]) => {
      const asked = new URLSearchParams([value].flat().map((one) => [name, one]))
      return !isRefused(() => {
        refuseUnsafe({ [name]: value })
        refuseHops(config, slug, queriedPaths(asked))
        refuseFilters(config, slug, questionsIn(asked))
      })
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

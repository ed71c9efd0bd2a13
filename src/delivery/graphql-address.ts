import { GraphQLError, type FieldNode } from 'graphql'
import { graphqlRefusal, type Root } from '@/graphql'
import { addressOf } from './address'
import type { PressKitWanted } from './press-kit-target'
import { readTarget, type Current, type List, type Single } from './read-target'
import type { Search } from './read-search-target'
import { Refused } from './refused'

// A field of the query asks for an address of the REST API: its arguments are read as that address reads its
// parameters, so that both take and refuse the same.

export type RootWanted = Single | List | Current | Search | PressKitWanted

/** What the field reads; null where nothing can be. Throws Refused. */
export function wantedBy(root: Root, values: Record<string, unknown>): RootWanted | null {
  const wanted = read(root, values)
  return wanted?.kind === root.kind ? wanted : null
}

function read(root: Root, { slug = '', ...values }: Record<string, unknown>) {
  try {
    const search = Object.entries(values)
      .filter(([, value]) => value !== null && value !== undefined)
      .map(([name, value]) => `${name}=${encodeURIComponent(String(value))}`)
      .join('&')
    return readTarget(`${pathOf(root, String(slug))}?${search}`.replace(/\?$/, ''))
  } catch (error) {
    // Half a character cannot stand in an address.
    if (error instanceof URIError) throw graphqlRefusal('bad-value', 'A text holds half of a character.')
    if (error instanceof Refused && error.details.status === 404) return null
    throw error
  }
}

function pathOf(root: Root, slug: string): string {
  switch (root.kind) {
    case 'list':
      return `/v1/${root.resource}`
    case 'single':
      return addressOf(root.resource, slug)
    case 'current':
      return '/v1/editions/current'
    case 'press-kit':
      return addressOf('press-kits', slug)
    case 'search':
      break
  }
  return '/v1/search'
}

/** The refusal of an address as an error of GraphQL, at the field that asked. */
export function asGraphqlError({ details }: Refused, node?: FieldNode): GraphQLError {
  const { type, detail, parameter, allowed } = details
  return new GraphQLError(detail, {
    nodes: node ?? null,
    extensions: {
      code: type.slice(type.lastIndexOf(':') + 1),
      ...(parameter === undefined ? {} : { argument: parameter }),
      ...(allowed === undefined ? {} : { allowed }),
    },
  })
}

import { randomUUID } from 'node:crypto'
import { type GraphQLOutputType } from 'graphql'
import { beforeAll } from 'vitest'
import { type ResourceName } from '@/contract'
import { graphqlApi } from '@/graphql'
import { useWorld } from './delivery-world'

// A small public world with everything that GraphQL can ask for, asked by GraphQL and by REST.

const api = graphqlApi()
export const { schema } = api

export const anna = randomUUID()
const bo = randomUUID()
const first = randomUUID()
const second = randomUUID()
const biography = randomUUID()
const contact = randomUUID()
const release = randomUUID()
const edition = randomUUID()
const picture = randomUUID()

export function useGraphqlWorld() {
  const world = useWorld()
  beforeAll(async () => {
    const about = {
      facets: { laureates: [anna, bo], biography, contacts: [contact], media: [picture], prizes: ['peace'] },
    }
    await world.publish([
      {
        resource: 'laureates',
        id: anna,
        slug: 'anna',
        locales: ['en', 'sv'],
        years: [2000],
        facets: { citations: [first, second], media: [picture] },
      },
      {
        resource: 'laureates',
        id: bo,
        slug: 'bo',
        years: [2000],
        facets: { citations: [first], kind: 'person' },
      },
      { resource: 'laureates', slug: 'only-swedish', locales: ['sv'], years: [1990] },
      { resource: 'citations', id: first, slug: '2000-first', years: [2000], ...about },
      {
        resource: 'citations',
        id: second,
        slug: '2001-second',
        years: [2001],
        facets: { laureates: [anna] },
      },
      {
        resource: 'biographies',
        id: biography,
        slug: '2000-first',
        years: [2000],
        facets: { citations: [first], laureates: [anna, bo] },
      },
      {
        resource: 'press-contacts',
        id: contact,
        slug: contact,
        facets: { languages: ['pt'], desk: 'media' },
      },
      {
        resource: 'press-contacts',
        slug: randomUUID(),
        facets: { languages: ['sv'], international: true, desk: 'media' },
      },
      { resource: 'media', id: picture, slug: picture },
      {
        resource: 'press-releases',
        id: release,
        slug: '2000-news',
        years: [2000],
        facets: { citations: [first], edition, media: [picture], type: 'announcement' },
      },
      {
        resource: 'editions',
        id: edition,
        slug: 'peace/2000',
        years: [2000],
        facets: {
          prizes: ['peace'],
          status: 'announced',
          citations: [first],
          laureates: [anna, bo],
          contacts: [contact],
        },
      },
    ])
  })
  const ask = async (query: string, variables?: object): Promise<Answer> =>
    (await world.get(address(query, variables))).json() as Promise<Answer>
  const rest = async (path: string) => (await world.get(path)).json()
  return { world, ask, rest }
}

export const address = (query: string, variables?: object) =>
  `/graphql?${new URLSearchParams({ query, ...(variables ? { variables: JSON.stringify(variables) } : {}) })}`
export type Answer = {
  data?: Record<string, never>
  errors?: { message: string; extensions: Record<string, unknown> }[]
}

export const rootOf = (resource: ResourceName, kind: 'list' | 'single') =>
  [...api.roots].find(
    ([, root]) => 'resource' in root && root.resource === resource && root.kind === kind,
  )?.[0] ?? ''
export const typeOf = (name: string) => schema.getType(name) as GraphQLOutputType
export const literal = (value: unknown) => JSON.stringify(value)

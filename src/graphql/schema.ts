import {
  GraphQLInt,
  GraphQLList,
  GraphQLNonNull,
  GraphQLObjectType,
  GraphQLSchema,
  GraphQLString,
  type GraphQLFieldConfig,
  type GraphQLFieldConfigArgumentMap,
  type GraphQLFieldConfigMap,
  type GraphQLInputType,
} from 'graphql'
import {
  currentEditionParameters,
  includedResource,
  includes,
  listParameters,
  readerParameters,
  resourceNames,
  schemaName,
  searchParameters,
  type Include,
  type Parameter,
  type ResourceName,
} from '@/contract'
import { createTypes, type Types } from './types'

// The schema, made of the contract: a resource that the contract has is here, with the same members and parameters.

/** What a field of the query reads: an address of the REST API. */
export type Root =
  | { kind: 'list' | 'single'; resource: ResourceName }
  | { kind: 'current' }
  | { kind: 'press-kit' }
  | { kind: 'search' }
/** What a field of `included` reads: other resources that belong to one. */
export type Relation = { resource: ResourceName; name: Include }

export type Api = {
  schema: GraphQLSchema
  /** By the name of the field of the query. */
  roots: ReadonlyMap<string, Root>
  /** By type and field: “CitationIncluded.laureates”. */
  relations: ReadonlyMap<string, Relation>
}

type Fields = GraphQLFieldConfigMap<unknown, unknown>

const includesOf = (resource: ResourceName): readonly Include[] => includes[resource]
const lower = (word: string): string => word.slice(0, 1).toLowerCase() + word.slice(1)
const camel = (name: string): string => name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())

/** The plural, or where there is none “mediaList”. */
const listName = (resource: ResourceName): string =>
  camel(resource) === lower(schemaName(resource)) ? `${camel(resource)}List` : camel(resource)

let made: Api | undefined

/** The API; made once, when it is first asked for. */
export const graphqlApi = (): Api => (made ??= makeApi())

function makeApi(): Api {
  const roots = new Map<string, Root>()
  const relations = new Map<string, Relation>()
  const byName = new Map(resourceNames.map((resource) => [schemaName(resource), resource]))
  const types: Types = createTypes((type) => {
    const resource = byName.get(type)
    if (resource !== undefined && includesOf(resource).length > 0)
      return { included: { type: new GraphQLNonNull(includedType(resource, types)), description: included } }
    return pages.has(type) ? { nextCursor } : {}
  })
  const pages = new Set([...resourceNames.map((resource) => `${schemaName(resource)}List`), 'SearchResult'])
  for (const resource of resourceNames) {
    for (const name of includesOf(resource))
      relations.set(`${schemaName(resource)}Included.${name}`, { resource, name })
  }
  const fields: Fields = {}
  const add = (name: string, root: Root, field: GraphQLFieldConfig<unknown, unknown>) => {
    if (roots.has(name)) throw new Error(`Two fields of the query would be called ${name}.`)
    roots.set(name, root)
    fields[name] = field
  }
  for (const resource of resourceNames) {
    add(lower(schemaName(resource)), { kind: 'single', resource }, singleField(resource, types))
    add(listName(resource), { kind: 'list', resource }, listField(resource, types))
  }
  add('currentEdition', { kind: 'current' }, currentField(types))
  add('pressKit', { kind: 'press-kit' }, pressKitField(types))
  add('search', { kind: 'search' }, searchField(types))
  const query = new GraphQLObjectType({ name: 'Query', description: about, fields })
  return { schema: new GraphQLSchema({ query }), roots, relations }
}

const about =
  'What is public, as the addresses under /v1 send it. Fields that find nothing public are null. All values of an answer are of one moment.'
const included = 'Resources that belong to this one, each as its own address sends it to this reader.'
const nextCursor = {
  type: GraphQLString,
  description: 'The `cursor` of the next page; null on the last.',
  resolve: ({ links }: { links: { next: string | null } }) =>
    links.next === null ? null : new URLSearchParams(links.next.split('?')[1]).get('cursor'),
} as GraphQLFieldConfig<unknown, unknown>

function includedType(resource: ResourceName, types: Types): GraphQLObjectType {
  const fields = Object.fromEntries(
    includesOf(resource).map((name) => {
      const type = types.named(schemaName(includedResource[name]))
      return [
        name,
        { type: name === 'biography' ? type : new GraphQLNonNull(new GraphQLList(new GraphQLNonNull(type))) },
      ]
    }),
  )
  return new GraphQLObjectType({ name: `${schemaName(resource)}Included`, fields })
}

type Field = GraphQLFieldConfig<unknown, unknown>

const slug = { type: new GraphQLNonNull(GraphQLString), description: 'As answers give it.' }

const singleField = (resource: ResourceName, types: Types): Field => ({
  type: types.named(schemaName(resource)),
  description: 'By its `slug`, the present or a former one.',
  args: {
    slug,
    ...argumentsOf(readerParameters, schemaName(resource), types),
  },
})

const listField = (resource: ResourceName, types: Types): Field => ({
  type: new GraphQLNonNull(types.named(`${schemaName(resource)}List`)),
  args: argumentsOf(listParameters(resource), schemaName(resource), types),
})

const currentField = (types: Types): Field => ({
  type: types.named(schemaName('editions')),
  description: 'The latest year that was announced.',
  args: argumentsOf(currentEditionParameters, schemaName('editions'), types),
})

const pressKitField = (types: Types): Field => ({
  type: types.named('PressKit'),
  description: 'Of one prize in one year, by the `slug` of the edition.',
  args: { slug },
})

const searchField = (types: Types): Field => ({
  type: new GraphQLNonNull(types.named('SearchResult')),
  args: argumentsOf(searchParameters, 'Search', types),
})

// What GraphQL says by its selections.
const bySelection = new Set(['fields', 'include'])
const common = new Set(['locale', 'fallback'])
const capital = (word: string): string => word.slice(0, 1).toUpperCase() + word.slice(1)

function argumentsOf(
  parameters: readonly Parameter[],
  owner: string,
  types: Types,
): GraphQLFieldConfigArgumentMap {
  return Object.fromEntries(
    parameters
      .filter(({ name }) => !bySelection.has(name))
      .map(({ name, kind, description, isRequired }) => {
        const type = argumentType({ name: (common.has(name) ? '' : owner) + capital(name), kind }, types)
        return [
          name,
          {
            type: isRequired ? new GraphQLNonNull(type) : type,
            description,
            ...('default' in kind && kind.default !== undefined ? { defaultValue: kind.default } : {}),
          },
        ]
      }),
  )
}

type Nullable = Exclude<GraphQLInputType, GraphQLNonNull<never>>

function argumentType({ name, kind }: { name: string; kind: Parameter['kind'] }, types: Types): Nullable {
  const own = name.endsWith('Sort') ? 'own' : undefined
  switch (kind.type) {
    case 'enum':
      return types.choice({ name, values: kind.values }, own)
    case 'list':
      return new GraphQLList(new GraphQLNonNull(types.choice({ name, values: kind.values })))
    case 'integer':
      return GraphQLInt
    case 'text':
      break
  }
  return GraphQLString
}

import { openapi } from './openapi'
import type { Json, JsonObject } from './openapi-path'

// The types of the TypeScript client, written from the OpenAPI document: what that says is what they say.

type Schema = {
  $ref?: string
  type?: string | string[]
  const?: Json
  enum?: Json[]
  items?: Schema
  anyOf?: Schema[]
  oneOf?: Schema[]
  properties?: Record<string, Schema>
  required?: string[]
  additionalProperties?: Schema | boolean
  description?: string
}
type Parameter = { name: string; in: string; required?: boolean; description?: string; schema: Schema }
type Operation = {
  operationId: string
  parameters?: Parameter[]
  responses: { '200': { content: Record<string, { schema: Schema }> } }
}
type Document = {
  paths: Record<string, { get: Operation }>
  components: { schemas: Record<string, Schema> }
}

const head = `// Written by \`npm run generate\` from the contract. Do not edit.
`

/** The text of a TypeScript module. Deterministic. */
export function clientTypes(document: JsonObject = openapi()): string {
  const { paths, components } = document as unknown as Document
  const operations = Object.entries(paths).map(([path, { get }]) => ({ path, get }))
  const { schemas } = components
  return [
    head,
    `export const locales = ${quoteAll(schemas['Locale']?.enum ?? [], ', ', '[')} as const`,
    ...Object.entries(schemas)
      .filter(([name]) => !isDerived(name, schemas))
      .map(([name, schema]) => declare(name, schema)),
    listTypes(operations, schemas),
    singleTypes(operations, schemas),
    formTypes(operations),
    otherQueries(operations),
  ].join('\n\n')
}

// What `fields=` and `include=` make of a resource, the client says by its own generics.
const isDerived = (name: string, schemas: Schemas): boolean =>
  /Part(?:Answer|List)?$/.test(name) || (name.endsWith('Answer') && name.slice(0, -6) in schemas)

const declare = (name: string, schema: Schema): string =>
  `${comment(schema, '')}export type ${name} = ${typeOf(schema, '')}`

const nameOf = (ref: string): string => ref.split('/').at(-1) ?? ref
const literal = (value: Json): string =>
  typeof value === 'string'
    ? `'${value.replaceAll('\\', '\\\\').replaceAll("'", String.raw`\'`)}'`
    : JSON.stringify(value)
const quoteAll = (values: readonly Json[], between: string, open = ''): string =>
  `${open}${values.map(literal).join(between)}${open === '[' ? ']' : ''}`

const comment = ({ description }: { description?: string | undefined }, indent: string): string =>
  description === undefined ? '' : `${indent}/** ${description.replaceAll('*/', '* /')} */\n`

const plain: Record<string, string> = {
  string: 'string',
  integer: 'number',
  number: 'number',
  boolean: 'boolean',
  null: 'null',
}

function typeOf(schema: Schema, indent: string): string {
  const choices = schema.anyOf ?? schema.oneOf
  if (schema.$ref !== undefined) return nameOf(schema.$ref)
  if (choices) return union(choices.map((each) => typeOf(each, indent)))
  if (schema.const !== undefined) return literal(schema.const)
  if (schema.enum) return quoteAll(schema.enum, ' | ')
  const types = [schema.type ?? 'unknown'].flat()
  return union(types.map((type) => typed(type, schema, indent)))
}

function typed(type: string, schema: Schema, indent: string): string {
  if (type === 'array') return `${bracketed(typeOf(schema.items ?? {}, indent))}[]`
  if (type === 'object') return objectOf(schema, indent)
  return plain[type] ?? 'unknown'
}

const union = (types: readonly string[]): string => [...new Set(types)].join(' | ')
const bracketed = (type: string): string => (/^\w+$/.test(type) ? type : `(${type})`)

function objectOf({ properties, required = [], additionalProperties }: Schema, indent: string): string {
  const inner = `${indent}  `
  const members = Object.entries(properties ?? {}).map(
    ([name, schema]) =>
      `${comment(schema, inner)}${inner}${key(name)}${required.includes(name) ? '' : '?'}: ${typeOf(schema, inner)}`,
  )
  if (typeof additionalProperties === 'object') {
    const rest = typeOf(additionalProperties, inner)
    members.push(`${inner}[name: string]: ${rest}`)
  }
  if (members.length === 0) return `Record<string, ${additionalProperties === false ? 'never' : 'unknown'}>`
  return `{\n${members.join('\n')}\n${indent}}`
}

const key = (name: string): string => (/^[A-Za-z_]\w*$/.test(name) ? name : literal(name))

type Named = { path: string; get: Operation }

const answerOf = ({ get }: Named): Schema => Object.values(get.responses['200'].content)[0]?.schema ?? {}
// The whole answer stands before the trimmed one.
const wholeOf = (named: Named): string => nameOf((answerOf(named).anyOf?.[0] ?? answerOf(named)).$ref ?? '')

/** The query of an operation, but for what the client says by its own generics. */
function queryOf({ get }: Named, indent: string): string {
  const given = (get.parameters ?? []).filter(({ in: place, name }) => place === 'query' && !isOwn(name))
  const inner = `${indent}  `
  const members = given.map(
    ({ name, required, schema, description }) =>
      `${comment({ description }, inner)}${inner}${name}${required ? '' : '?'}: ${name === 'locale' ? 'Locale' : parameterType(schema)}${required ? '' : ' | undefined'}`,
  )
  return `{\n${members.join('\n')}\n${indent}}`
}

const isOwn = (name: string): boolean => ['fields', 'include', 'cursor'].includes(name)
const parameterType = (schema: Schema): string =>
  schema.type === 'array' ? `readonly (${typeOf(schema.items ?? {}, '')})[]` : typeOf(schema, '')

type Schemas = Document['components']['schemas']

function listTypes(operations: readonly Named[], schemas: Schemas): string {
  const lists = operations.flatMap((named) => {
    const resource = /^\/v1\/([a-z-]+)$/.exec(named.path)?.[1]
    const page = wholeOf(named)
    const item = itemOf(schemas[page])
    if (resource === undefined || item === undefined) return []
    return `  ${key(resource)}: {\n    item: ${nameOf(item)}\n    page: ${page}\n    query: ${queryOf(named, '    ')}\n  }`
  })
  return `/** What \`list\` and \`page\` read. */\nexport type Lists = {\n${lists.join('\n')}\n}`
}

// A list ends: the address of its next page may be null.
function itemOf({ properties = {} }: Schema = {}): string | undefined {
  const { data, links } = properties
  return links?.properties?.['next']?.type?.includes('null') ? data?.items?.$ref : undefined
}

function singleTypes(operations: readonly Named[], schemas: Schemas): string {
  const singles = operations.flatMap((named) => {
    const resource = /^\/v1\/([a-z-]+)\/\{(?!locale)[^.]*$/.exec(named.path)?.[1]
    const whole = wholeOf(named)
    // A press kit is in every language and no resource of a copy: the client has a method of its own.
    if (resource === undefined || whole === '' || !isInLanguage(named)) return []
    const included = schemas[whole]?.properties?.['included']
    const plainName = isDerived(whole, schemas) ? whole.slice(0, -6) : whole
    return `  ${key(resource)}: {\n    resource: ${plainName}\n    included: ${included ? typeOf(included, '    ') : 'Record<never, never>'}\n    query: ${queryOf(named, '    ')}\n  }`
  })
  return `/** What \`get\` reads. */\nexport type Singles = {\n${singles.join('\n')}\n}`
}

const isInLanguage = ({ get }: Named): boolean => (get.parameters ?? []).some(({ name }) => name === 'locale')

/** Other forms of a resource that are JSON, by the ending of their addresses. */
function formTypes(operations: readonly Named[]): string {
  const byResource = new Map<string, string[]>()
  for (const named of operations) {
    const [, resource, ending] = /^\/v1\/([a-z-]+)\/\{\w+\}(\.[a-z.]+)$/.exec(named.path) ?? []
    const answer = wholeOf(named)
    if (resource === undefined || ending === undefined || answer === '') continue
    byResource.set(resource, [...(byResource.get(resource) ?? []), `'${ending}': ${answer}`])
  }
  const forms = [...byResource].map(([resource, members]) => `  ${key(resource)}: { ${members.join('; ')} }`)
  return `/** What \`form\` reads. */\nexport type Forms = {\n${forms.join('\n')}\n}`
}

function otherQueries(operations: readonly Named[]): string {
  const wanted = { getCurrentEdition: 'CurrentEditionQuery', sync: 'SyncQuery' }
  return `${Object.entries(wanted)
    .map(([id, name]) => {
      const named = operations.find(({ get }) => get.operationId === id)
      if (!named) throw new Error(`No operation ${id}`)
      return `export type ${name} = ${queryOf(named, '')}`
    })
    .join('\n\n')}\n`
}

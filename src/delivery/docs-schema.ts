import { xmlText } from '@/formats'

// Schemas of the OpenAPI document as HTML.

export type Schema = {
  $ref?: string
  type?: string | string[]
  const?: unknown
  enum?: unknown[]
  default?: unknown
  format?: string
  pattern?: string
  minimum?: number
  maximum?: number
  maxLength?: number
  items?: Schema
  anyOf?: Schema[]
  oneOf?: Schema[]
  properties?: Record<string, Schema>
  required?: string[]
  additionalProperties?: Schema | boolean
  description?: string
  examples?: unknown[]
}

export const escaped = xmlText
/** A sentence, with what stands between backticks as code. */
export const inline = (text: string): string => escaped(text).replaceAll(/`([^`]+)`/g, '<code>$1</code>')
export const anchorOf = (name: string): string => `schema-${name}`

/** What a value may be, in one line. */
export function typeOf(schema: Schema): string {
  const choices = schema.anyOf ?? schema.oneOf
  if (schema.$ref !== undefined) return refLink(schema.$ref)
  if (choices) return choices.map(typeOf).join(' or ')
  if (schema.const !== undefined) return code(schema.const)
  if (schema.enum) return `${schema.enum.map(code).join(' ')}${defaultOf(schema)}`
  return `${[schema.type ?? 'anything']
    .flat()
    .map((type) => plainType(type, schema))
    .join(' or ')}${defaultOf(schema)}`
}

const refLink = (ref: string): string => {
  const name = ref.split('/').at(-1) ?? ref
  return `<a href="#${anchorOf(name)}">${escaped(name)}</a>`
}
const code = (value: unknown): string =>
  `<code>${escaped(typeof value === 'string' ? value : JSON.stringify(value))}</code>`
const defaultOf = (schema: Schema): string =>
  schema.default === undefined ? '' : ` <small>default ${code(schema.default)}</small>`

function plainType(type: string, schema: Schema): string {
  if (type === 'array') return `list of ${typeOf(schema.items ?? {})}`
  if (type === 'object') return schema.properties ? nested(schema) : 'object'
  return [type, ...boundsOf(schema)].join(', ')
}

function boundsOf({ format, pattern, minimum, maximum, maxLength }: Schema): string[] {
  return [
    ...(format === undefined ? [] : [format]),
    ...(minimum === undefined
      ? []
      : [maximum === undefined ? `from ${minimum}` : `${minimum} to ${maximum}`]),
    ...(maxLength === undefined ? [] : [`at most ${maxLength} characters`]),
    ...(pattern === undefined ? [] : [code(pattern)]),
  ]
}

/** The members of an object, or what else a schema says. */
export function schemaBlock(schema: Schema): string {
  const choices = schema.anyOf ?? schema.oneOf
  if (choices) return `<ul>${choices.map((each) => `<li>${typeOf(each)}</li>`).join('')}</ul>`
  if (schema.properties) return nested(schema)
  const examples = (schema.examples ?? []).map(code).join(' ')
  return `<p>${typeOf(schema)}${examples === '' ? '' : ` <small>such as ${examples}</small>`}</p>`
}

function nested({ properties = {}, required = [], additionalProperties }: Schema): string {
  const rows = Object.entries(properties).map(
    ([name, schema]) =>
      `<dt><code>${escaped(name)}</code>${required.includes(name) ? '' : ' <small>may be absent</small>'}</dt><dd>${typeOf(schema)}${schema.description === undefined ? '' : `<p>${inline(schema.description)}</p>`}</dd>`,
  )
  const rest =
    typeof additionalProperties === 'object' && Object.keys(additionalProperties).length > 0
      ? `<dt>others</dt><dd>${typeOf(additionalProperties)}</dd>`
      : ''
  return `<dl>${rows.join('')}${rest}</dl>`
}

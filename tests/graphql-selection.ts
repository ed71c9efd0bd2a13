import {
  getNamedType,
  getNullableType,
  isLeafType,
  isListType,
  isObjectType,
  isUnionType,
  type GraphQLNamedType,
  type GraphQLOutputType,
} from 'graphql'
import { graphqlApi } from '@/graphql'

// Questions for everything, written from the schema, and answers made comparable with those of REST.

/** Every field of a type, but for `included` and `nextCursor`, which REST has elsewhere. */
function selectAll(type: GraphQLNamedType): string {
  if (isUnionType(type))
    return `{ __typename ${type
      .getTypes()
      .map((each) => `... on ${each.name} ${selectAll(each)}`)
      .join(' ')} }`
  if (!isObjectType(type)) return ''
  const fields = Object.values(type.getFields()).filter(
    ({ name }) => !['included', 'nextCursor'].includes(name),
  )
  return `{ ${fields.map((field) => `${field.name} ${selectAll(getNamedType(field.type))}`).join(' ')} }`
}

export const selectNamed = (name: string): string => {
  const type = graphqlApi().schema.getType(name)
  if (!type) throw new Error(`no type ${name}`)
  return selectAll(type)
}

/** A value of REST as GraphQL says it: what is absent is null, a map is a list. */
export function asGraphql(value: unknown, type: GraphQLOutputType): unknown {
  if (value === undefined || value === null) return null
  const inner = getNullableType(type)
  if (isListType(inner)) {
    const items = Array.isArray(value)
      ? value
      : Object.entries(value).map(([key, item]) => ({ key, value: item }))
    return items.map((item) => asGraphql(item, inner.ofType))
  }
  if (isLeafType(inner)) return value
  const source = value as Record<string, unknown>
  if (isUnionType(inner)) {
    const name = inner.resolveType?.(source, undefined, undefined as never, inner)
    const kind = inner.getTypes().find((each) => each.name === name)
    if (!kind) throw new Error(`no kind of ${inner.name}`)
    return { __typename: kind.name, ...(asGraphql(value, kind) as object) }
  }
  if (!isObjectType(inner)) throw new Error(`no object: ${inner.name}`)
  return Object.fromEntries(
    Object.values(inner.getFields())
      .filter(({ name }) => !['included', 'nextCursor'].includes(name))
      .map((field) => [field.name, asGraphql(source[field.name], field.type)]),
  )
}

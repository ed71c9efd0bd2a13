import {
  getArgumentValues,
  getNamedType,
  getNullableType,
  isListType,
  isObjectType,
  isUnionType,
  Kind,
  SchemaMetaFieldDef,
  TypeMetaFieldDef,
  TypeNameMetaFieldDef,
  type FieldNode,
  type FragmentDefinitionNode,
  type FragmentSpreadNode,
  type GraphQLField,
  type GraphQLNamedType,
  type InlineFragmentNode,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql'
import { documentCost, expectedItems, expectedRelated, limits, type LimitName } from './limits'
import { overLimit } from './refusal'
import type { Api, Root } from './schema'

export type Measured = {
  operation: OperationDefinitionNode
  fragments: ReadonlyMap<string, FragmentDefinitionNode>
  variables: Record<string, unknown>
}
type Arguments = Record<string, unknown>
/** Told of each field of the query that reads something, with its arguments. */
export type MeetRoot = (root: Root, values: Arguments, node: FieldNode) => void

type Counted = Extract<LimitName, 'fields' | 'aliases' | 'statements' | 'cost'>
type Walk = Measured & { api: Api; meetRoot: MeetRoot; counts: Record<Counted, number> }
/** `times`: how often it can be expected in the answer. `pageSize`: the limit of the list that it belongs to. */
type Place = { type: GraphQLNamedType; depth: number; times: number; pageSize: number }
type Field = GraphQLField<unknown, unknown>

/**
 * Counts what a valid operation asks for, every branch of `@include` and `@skip` with it, and stops at the first limit
 * that is passed (GraphQLError). Returns how many statements it can cost.
 */
export function measure(api: Api, measured: Measured, meetRoot: MeetRoot): number {
  const counts: Walk['counts'] = { fields: 0, aliases: 0, statements: 0, cost: 0 }
  const type = api.schema.getQueryType()
  const start = { depth: 1, times: 1, pageSize: 1 }
  if (type) walk({ ...measured, api, meetRoot, counts }, measured.operation.selectionSet, { type, ...start })
  return counts.statements
}

function count({ counts }: Walk, name: Counted, more: number): void {
  counts[name] += more
  if (counts[name] > limits[name]) throw overLimit(name)
}

function walk(all: Walk, { selections }: SelectionSetNode, place: Place): void {
  for (const selection of selections) {
    if (selection.kind === Kind.FIELD) visitField(all, selection, place)
    else visitFragment(all, selection, place)
  }
}

function visitFragment(all: Walk, node: FragmentSpreadNode | InlineFragmentNode, place: Place): void {
  const fragment = node.kind === Kind.INLINE_FRAGMENT ? node : all.fragments.get(node.name.value)
  const on = fragment?.typeCondition?.name.value
  const type = on === undefined ? place.type : all.api.schema.getType(on)
  if (!fragment || !type) return
  // Of the kinds of a union each is expected equally often.
  const kinds = isUnionType(place.type) && isObjectType(type) ? place.type.getTypes().length : 1
  walk(all, fragment.selectionSet, { ...place, type, times: place.times / kinds })
}

function visitField(all: Walk, node: FieldNode, place: Place): void {
  const field = fieldOf(place.type, node.name.value)
  if (!field) return
  if (place.depth > limits.depth && !isMeta(place.type)) throw overLimit('depth')
  count(all, 'fields', 1)
  count(all, 'cost', place.times)
  if (node.alias && node.alias.value !== node.name.value) count(all, 'aliases', 1)
  const { pageSize, isRead } = meetReading(all, { node, field, place })
  if (!node.selectionSet) return
  const times = place.times * sizeOf(all, field, place)
  if (isRead || isPage(field, place)) count(all, 'cost', times * documentCost)
  walk(all, node.selectionSet, { type: getNamedType(field.type), depth: place.depth + 1, times, pageSize })
}

/** What the field reads, if it is one that reads. */
function meetReading(all: Walk, { node, field, place }: { node: FieldNode; field: Field; place: Place }) {
  const { schema, roots, relations } = all.api
  const root = place.type === schema.getQueryType() ? roots.get(field.name) : undefined
  const relation = relations.get(`${place.type.name}.${field.name}`)
  if (root ?? relation) count(all, 'statements', 1)
  if (!root) return { pageSize: place.pageSize, isRead: relation !== undefined }
  const values = getArgumentValues(field, node, all.variables)
  all.meetRoot(root, values, node)
  const { limit } = values
  const isList = root.kind === 'list' || root.kind === 'search'
  return { pageSize: typeof limit === 'number' ? limit : place.pageSize, isRead: !isList }
}

/** How many values a field is expected to have. */
function sizeOf({ api }: Walk, field: Field, place: Place): number {
  if (!isListType(getNullableType(field.type))) return 1
  if (isMeta(place.type)) return field.name === 'types' ? Object.keys(api.schema.getTypeMap()).length : 1
  if (isPage(field, place)) return place.pageSize
  return api.relations.has(`${place.type.name}.${field.name}`) ? expectedRelated : expectedItems
}

const isMeta = ({ name }: GraphQLNamedType): boolean => name.startsWith('__')
// The items of a page are the “data” of what has the page.
const isPage = ({ name }: Field, { type }: Place): boolean =>
  name === 'data' && /(?:List|Result)$/.test(type.name)

const meta = [SchemaMetaFieldDef, TypeMetaFieldDef, TypeNameMetaFieldDef]

function fieldOf(type: GraphQLNamedType, name: string): Field | undefined {
  const own = isObjectType(type) ? type.getFields()[name] : undefined
  if (own ?? !(isObjectType(type) || isUnionType(type))) return own
  return meta.find((each) => each.name === name)
}

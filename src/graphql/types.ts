import {
  GraphQLBoolean,
  GraphQLFloat,
  GraphQLID,
  GraphQLInt,
  GraphQLList,
  GraphQLNonNull,
  GraphQLObjectType,
  GraphQLScalarType,
  GraphQLString,
  GraphQLUnionType,
  isNullableType,
  type GraphQLFieldConfigMap,
  type GraphQLLeafType,
  type GraphQLNamedType,
  type GraphQLOutputType,
} from 'graphql'
import { choiceType, type Choice } from './choices'
import { readShapes, refName, splitNull, valuesOf, type Shape } from './shape'

// GraphQL types of the contract's schemas, under the same names.

type Fields = GraphQLFieldConfigMap<unknown, unknown>
/** Fields of an object that the contract does not have. */
export type MoreFields = (type: string) => Fields

export type Types = {
  /** The type of a schema that the contract names. */
  named: (name: string) => GraphQLOutputType & GraphQLNamedType
  /** A type of a few texts; the same values are the same type, unless `isOwn`. */
  choice: (choice: Choice, isOwn?: 'own') => GraphQLLeafType
}

const capital = (word: string): string => word.slice(0, 1).toUpperCase() + word.slice(1)
const required = (type: GraphQLOutputType): GraphQLOutputType =>
  isNullableType(type) ? new GraphQLNonNull(type) : type

const plain: Readonly<Record<string, GraphQLScalarType>> = {
  string: GraphQLString,
  integer: GraphQLInt,
  number: GraphQLFloat,
  boolean: GraphQLBoolean,
}
const instant = new GraphQLScalarType({
  name: 'DateTime',
  description: 'An instant, RFC 3339 in UTC.',
})
const formats: Readonly<Record<string, GraphQLScalarType>> = { uuid: GraphQLID, 'date-time': instant }

type NamedOutput = GraphQLOutputType & GraphQLNamedType
type Maker = {
  shapes: ReadonlyMap<string, Shape>
  made: Map<string, NamedOutput>
  choices: Map<string, GraphQLLeafType>
  moreFields: MoreFields
}

export function createTypes(moreFields: MoreFields): Types {
  const maker: Maker = { shapes: readShapes(), made: new Map(), choices: new Map(), moreFields }
  // The same values in a parameter are then this type.
  named(maker, 'Locale')
  return {
    named: (name) => named(maker, name),
    choice: (wanted, isOwn) => choice(maker, wanted, isOwn),
  }
}

// Names of types follow from where they stand: two things under one name are a mistake of the contract.
function keep<Type extends NamedOutput>({ made }: Maker, type: Type): Type {
  if (made.has(type.name)) throw new Error(`Two GraphQL types would be called ${type.name}.`)
  made.set(type.name, type)
  return type
}

function choice(maker: Maker, wanted: Choice, isOwn?: 'own'): GraphQLLeafType {
  const key = JSON.stringify(isOwn ? [wanted.name, wanted.values] : wanted.values)
  const type = maker.choices.get(key) ?? keep(maker, choiceType(wanted))
  maker.choices.set(key, type)
  return type
}

function named(maker: Maker, name: string): NamedOutput {
  const known = maker.made.get(name)
  const shape = maker.shapes.get(name)
  if (known) return known
  if (!shape) throw new Error(`The contract has no schema ${name}.`)
  const type = inner(maker, shape, name) as NamedOutput
  // A text with a meaning of its own, such as a date, becomes a scalar.
  return type.name === name
    ? type
    : keep(maker, new GraphQLScalarType({ name, description: shape.description }))
}

/** The type of a value as it stands in an object or a list: required, unless it may be null. */
function output(maker: Maker, shape: Shape, at: string): GraphQLOutputType {
  const type = inner(maker, shape, at)
  return splitNull(shape).isNullable ? type : required(type)
}

function inner(maker: Maker, shape: Shape, at: string): GraphQLOutputType {
  const ref = refName(shape)
  if (ref !== undefined) return named(maker, ref)
  const { choices } = splitNull(shape)
  const [only = shape, ...others] = choices
  if (others.length > 0) return several(maker, choices, { at, description: shape.description })
  if (only !== shape) return inner(maker, { description: shape.description, ...only }, at)
  const values = valuesOf(shape)
  if (values) return choice(maker, { name: at, values, description: shape.description })
  return structured(maker, shape, at)
}

function structured(maker: Maker, shape: Shape, at: string): GraphQLOutputType {
  const { type, items, properties, additionalProperties } = shape
  if (type === 'array') return new GraphQLList(output(maker, items ?? {}, at))
  if (properties) return object(maker, shape, { name: at })
  if (isMap(shape))
    return new GraphQLList(new GraphQLNonNull(entry(maker, additionalProperties as Shape, at)))
  const scalar = formats[shape.format ?? ''] ?? plain[String(type)]
  if (!scalar) throw new Error(`GraphQL has no type for ${at}.`)
  return scalar
}

type ObjectPlace = { name: string; common?: Fields }

function object(maker: Maker, shape: Shape, { name, common = {} }: ObjectPlace): GraphQLObjectType {
  const fields = (): Fields => ({
    ...Object.fromEntries(
      Object.entries(shape.properties ?? {}).map(([key, value]) => [
        key,
        {
          type: memberType(maker, shape, { key, name }),
          description: value.description,
          ...(isMap(value) ? listed(key) : {}),
        },
      ]),
    ),
    ...common,
    ...maker.moreFields(name),
  })
  return keep(maker, new GraphQLObjectType({ name, description: shape.description, fields }))
}

function memberType(
  maker: Maker,
  shape: Shape,
  { key, name }: { key: string; name: string },
): GraphQLOutputType {
  const value = shape.properties?.[key] ?? {}
  const at = name + capital(key)
  return shape.required?.includes(key) ? output(maker, value, at) : inner(maker, value, at)
}

// GraphQL has no maps: a list of what is in it.
const entry = (maker: Maker, value: Shape, at: string): GraphQLObjectType =>
  keep(
    maker,
    new GraphQLObjectType({
      name: `${at}Entry`,
      fields: {
        key: { type: new GraphQLNonNull(GraphQLString) },
        value: { type: output(maker, value, `${at}Value`) },
      },
    }),
  )

type Place = { at: string; description: string | undefined }

function several(maker: Maker, shapes: readonly Shape[], { at, description }: Place): GraphQLOutputType {
  if (shapes.every((each) => Number.isInteger(each.const))) return GraphQLInt
  const mark = markOf(shapes)
  if (mark === undefined) throw new Error(`GraphQL cannot tell the kinds of ${at} apart.`)
  const valuesIn = (shape: Shape) => valuesOf(shape.properties?.[mark]) ?? []
  const kind = choice(maker, { name: at + capital(mark), values: shapes.flatMap(valuesIn) })
  const common = { [mark]: { type: new GraphQLNonNull(kind) } }
  const types = shapes.map((shape) => ({
    values: valuesIn(shape),
    type: object(maker, shape, { name: valuesIn(shape).map(capital).join('Or') + at, common }),
  }))
  const resolveType = (value: Record<string, string>) =>
    types.find(({ values }) => values.includes(value[mark] ?? ''))?.type.name
  return keep(
    maker,
    new GraphQLUnionType({ name: at, description, types: types.map(({ type }) => type), resolveType }),
  )
}

const isMap = ({ type, properties, additionalProperties }: Shape): boolean =>
  type === 'object' && !properties && typeof additionalProperties === 'object'
const listed = (member: string) => ({
  resolve: (source: unknown) =>
    Object.entries((source as Record<string, Record<string, unknown> | undefined>)[member] ?? {}).map(
      ([key, value]) => ({ key, value }),
    ),
})

/** The member by whose value the kinds of a union are told apart. */
const markOf = ([first, ...rest]: readonly Shape[]): string | undefined =>
  Object.keys(first?.properties ?? {}).find((name) =>
    [first, ...rest].every((shape) => valuesOf(shape?.properties?.[name]) !== undefined),
  )

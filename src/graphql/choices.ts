import { GraphQLEnumType, GraphQLScalarType, type GraphQLLeafType } from 'graphql'

// Texts that are one of a few. Where GraphQL can name all of them they are an enum; “pt-BR” and “-year” it cannot
// name: they stay the texts that they are everywhere else, as a scalar that takes nothing else.

const isName = (value: string): boolean => /^[A-Za-z]\w*$/.test(value) && !/^(?:true|false|null)$/.test(value)

export type Choice = { name: string; values: readonly string[]; description?: string | undefined }

export function choiceType({ name, values, description }: Choice): GraphQLLeafType {
  if (values.every(isName)) {
    return new GraphQLEnumType({
      name,
      description,
      values: Object.fromEntries(values.map((value) => [value, {}])),
    })
  }
  const allowed = `ne of ${values.map((value) => `"${value}"`).join(', ')}.`
  const read = (value: unknown): string => {
    if (typeof value === 'string' && values.includes(value)) return value
    throw new TypeError(`${name} is o${allowed}`)
  }
  return new GraphQLScalarType<string>({
    name,
    description: [description, `O${allowed}`].filter((part) => part !== undefined).join(' '),
    serialize: read,
    parseValue: read,
  })
}

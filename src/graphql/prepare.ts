import {
  getVariableValues,
  GraphQLError,
  Kind,
  OperationTypeNode,
  parse,
  print,
  specifiedRules,
  validate,
  type DocumentNode,
  type FragmentDefinitionNode,
  type OperationDefinitionNode,
} from 'graphql'
import { limits } from './limits'
import { measure, type MeetRoot } from './measure'
import { graphqlRefusal, overLimit } from './refusal'
import { graphqlApi, type Api } from './schema'

// From text to something that may be executed. Nothing is read from anywhere.

export type Question = {
  query: string
  operationName: string | null
  variables: Record<string, unknown>
}

export type Prepared = {
  api: Api
  document: DocumentNode
  operationName: string | undefined
  variables: Record<string, unknown>
  /** Equal for equal questions, however they are written. */
  canonical: string
  /** How many statements it can cost. */
  statements: number
}

/** Why a question is not answered: GraphQL errors for the one who asks. */
export class Unanswerable extends Error {
  constructor(readonly errors: readonly GraphQLError[]) {
    super(errors[0]?.message)
    this.name = 'Unanswerable'
  }
}

const mostErrors = 5

/** Throws Unanswerable; and whatever `meetRoot` throws. */
export function prepareQuestion(question: Question, meetRoot: MeetRoot): Prepared {
  try {
    return prepare(question, meetRoot)
  } catch (error) {
    if (error instanceof GraphQLError) throw new Unanswerable([error])
    throw error
  }
}

function prepare({ query, operationName, variables: given }: Question, meetRoot: MeetRoot): Prepared {
  const api = graphqlApi()
  const document = read(query)
  const errors = validate(api.schema, document, specifiedRules, { maxErrors: mostErrors })
  if (errors.length > 0)
    throw new Unanswerable(errors.slice(0, mostErrors).map((error) => withCode(error, 'invalid')))
  const operation = chooseOperation(document, operationName)
  const { coerced, errors: wrong } = getVariableValues(
    api.schema,
    operation.variableDefinitions ?? [],
    given,
    {
      maxErrors: mostErrors,
    },
  )
  if (wrong) throw new Unanswerable(wrong.slice(0, mostErrors).map((error) => withCode(error, 'bad-value')))
  const fragments = new Map(
    document.definitions.flatMap((definition): [string, FragmentDefinitionNode][] =>
      definition.kind === Kind.FRAGMENT_DEFINITION ? [[definition.name.value, definition]] : [],
    ),
  )
  const statements = measure(api, { operation, fragments, variables: coerced }, meetRoot)
  const canonical = JSON.stringify([print(document), operation.name?.value ?? null, coerced])
  return { api, document, operationName: operation.name?.value, variables: coerced, canonical, statements }
}

// Messages quote the question, which may be long.
const shorten = (text: string): string => (text.length > 400 ? `${text.slice(0, 400).toWellFormed()}…` : text)

/** The same error with a word for programs. */
const withCode = (error: GraphQLError, code: string): GraphQLError =>
  new GraphQLError(shorten(error.message), {
    nodes: error.nodes ?? null,
    source: error.source ?? null,
    positions: error.positions ?? null,
    extensions: { code },
  })

function read(query: string): DocumentNode {
  try {
    return parse(query, { maxTokens: limits.tokens })
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error
    throw /more tha[nt] \d+ tokens/.test(error.message) ? overLimit('tokens') : withCode(error, 'syntax')
  }
}

function chooseOperation(document: DocumentNode, name: string | null): OperationDefinitionNode {
  const operations = document.definitions.filter(
    (definition): definition is OperationDefinitionNode => definition.kind === Kind.OPERATION_DEFINITION,
  )
  const [operation, ...others] = operations.filter((each) => name === null || each.name?.value === name)
  if (operation && others.length === 0) {
    if (operation.operation === OperationTypeNode.QUERY) return operation
    throw graphqlRefusal('invalid', 'This is for reading: only queries are answered.')
  }
  throw graphqlRefusal(
    'invalid',
    name === null
      ? '“operationName” has to say which operation of the query is meant.'
      : 'The query has no operation of that name.',
  )
}

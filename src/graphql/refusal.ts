import { GraphQLError } from 'graphql'
import { limits, type LimitName } from './limits'

// What GraphQL is answered instead of data; `extensions.code` is for programs.

const sentences: Record<LimitName, string> = {
  tokens: 'words and signs in the query',
  depth: 'levels',
  fields: 'fields',
  aliases: 'aliases',
  statements: 'fields that read resources (those of the query, and those of “included”)',
  cost: 'values, as far as can be told from “limit” and the lists inside',
  documents: 'resources',
  bodyBytes: 'bytes of resources',
  items: 'entries of lists inside resources',
}

/** More than `limits` allow. */
export const overLimit = (limit: LimitName): GraphQLError =>
  new GraphQLError(
    `This asks for more than ${limits[limit]} ${sentences[limit]}. Ask for less, or in parts.`,
    {
      extensions: { code: 'over-limit', limit, allowed: limits[limit] },
    },
  )

export const graphqlRefusal = (code: string, message: string): GraphQLError =>
  new GraphQLError(message, { extensions: { code } })

import { graphqlAnswerSchema, graphqlMediaType, graphqlParameters, graphqlRequestSchema } from './graphql'
import { openapiPath, ref, type JsonObject } from './openapi-path'
import { problemSchema } from './problem'

// `/graphql` in the OpenAPI document.

const answer: JsonObject = { schema: ref(graphqlAnswerSchema) }
const problem: JsonObject = { 'application/problem+json': { schema: ref(problemSchema) } }
const refusal = (description: string, content: JsonObject): JsonObject => ({ description, content })

const refusals: JsonObject = {
  '400': refusal('The request or the query is not allowed; the problem or the error says why.', {
    ...problem,
    [graphqlMediaType]: answer,
  }),
  '404': refusal('The document that a hash names is not known here: send it with its hash.', {
    [graphqlMediaType]: answer,
  }),
}
const postRefusals: JsonObject = {
  '413': refusal('The request is too large.', problem),
  '415': refusal('The request is not JSON.', problem),
}

/** The path item; both methods answer the same. */
export function graphqlPath(): JsonObject {
  const { get } = openapiPath({
    id: 'askGraphql',
    summary: 'Ask by GraphQL',
    tag: 'graphql',
    parameters: graphqlParameters,
    schemas: [graphqlAnswerSchema],
  }) as { get: { responses: Record<string, JsonObject> } }
  const { '304': notModified = {}, '200': success, ...others } = get.responses
  const content = { 'application/json': answer, [graphqlMediaType]: answer }
  const responses = { '200': { ...success, content }, ...others, ...refusals }
  const post: JsonObject = {
    operationId: 'postGraphql',
    summary: 'Ask by GraphQL in more words',
    tags: ['graphql'],
    requestBody: {
      required: true,
      content: { 'application/json': { schema: ref(graphqlRequestSchema) } },
    },
    responses: { ...responses, ...postRefusals },
  }
  return { '/graphql': { get: { ...get, responses: { ...responses, '304': notModified } }, post } }
}

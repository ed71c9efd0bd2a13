export { foldForSearch, type Facets } from './facets'
export {
  fallbackModes,
  pageResources,
  resourceNames,
  resources,
  type FallbackMode,
  type Resource,
  type ResourceName,
} from './resources'
export type { Rich, Text } from './values'
export { openapi } from './openapi'
export { clientTypes } from './typescript'
export {
  currentEditionParameters,
  includedResource,
  includes,
  listParameters,
  readerParameters,
  singleParameters,
  type Include,
  type Parameter,
  type ParameterKind,
  type Sort,
} from './parameters'
export {
  feedLength,
  feedNames,
  feeds,
  ninjsSchemaAddress,
  ninjsVersion,
  type FeedName,
  type JsonFeed,
  type NinjsItem,
} from './feeds'
export type { Head } from './head'
export { formEndings, forms, type FormEnding } from './forms'
export { schemaName } from './lists'
export {
  graphqlMediaType,
  graphqlParameters,
  graphqlRequestSchema,
  longestGraphqlBody,
  type GraphqlRequest,
} from './graphql'
export { mostHits, searchParameters, type SearchHit } from './search'
export { pressKitSchema, type PressKit, type PressKitPicture, type PressKitText } from './press-kits'
export { problem, type Problem, type ProblemCode } from './problem'
export { syncParameters } from './sync'
export { webhookTypes, type WebhookEvent, type WebhookType } from './webhook'

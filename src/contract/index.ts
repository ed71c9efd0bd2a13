export { foldForSearch, type Facets } from './facets'
export {
  biographySchema,
  citationSchema,
  editionSchema,
  fallbackModes,
  laureateSchema,
  pressContactSchema,
  resourceNames,
  resources,
  type FallbackMode,
  type Resource,
  type ResourceName,
} from './resources'
export { localeSchema, textSchema, type Rich, type Text } from './values'
export { answerSchemas } from './lists'
export { openapi } from './openapi'
export {
  currentEditionParameters,
  includedResource,
  includes,
  listParameters,
  singleParameters,
  type Include,
  type Parameter,
  type ParameterKind,
  type Sort,
} from './parameters'
export { problem, type Problem, type ProblemCode } from './problem'

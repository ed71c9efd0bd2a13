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

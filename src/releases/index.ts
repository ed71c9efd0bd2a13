export { publicationEndpoints } from './endpoints'
export { publicationOf, type Publication, type PublicationUnit } from './publication'
export { publishNow, takeDown, type Target } from './publish-now'
export { inTransaction, poolOf } from './transaction'

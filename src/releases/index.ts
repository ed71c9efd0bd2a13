export { publicationEndpoints } from './endpoints'
export type { Publication, PublicationUnit } from './publication'
export { publishNow, takeDown } from './publish-now'
export { inTransaction, poolOf } from './transaction'

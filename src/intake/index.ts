export { readPage } from './read-page'
export type { Proposal, ProposedLaureate } from './page-proposal'

export { appendAudit, type AuditEntry } from './append-audit'
export { tally } from './tally'
export { verifyChain, type Fault, type Verdict } from './verify-chain'

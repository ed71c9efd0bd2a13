export { appendAudit, type AuditEntry } from './append-audit'
export { tally } from './tally'

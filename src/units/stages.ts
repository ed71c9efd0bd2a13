import type { Action } from '@/access'
import type { AuditAction } from '@/audit'

// The life of a unit as a table. Saving is no verb: a changed save leads to `writing` from anywhere and ends the
// approval. What is public stays public meanwhile.

const stages = ['writing', 'in-review', 'changes-requested', 'approved', 'public', 'taken-down'] as const
export type Stage = (typeof stages)[number]

export const verbs = [
  'submit',
  'take-back',
  'approve',
  'request-changes',
  'ask-exception',
  'agree-exception',
  'publish',
  'take-down',
  'restore',
  'follow-source',
] as const
export type Verb = (typeof verbs)[number]

/** What the log says happened. */
export const actionOf: Record<Verb, AuditAction> = {
  submit: 'submitted',
  'take-back': 'taken-back',
  approve: 'approved',
  'request-changes': 'changes-requested',
  'ask-exception': 'exception-asked',
  'agree-exception': 'exception-agreed',
  publish: 'published',
  'take-down': 'taken-down',
  restore: 'restored',
  'follow-source': 'source-followed',
}

export type Transition = {
  /** The stages from which it leads. */
  from: readonly Stage[]
  /** Where it leads; the stage stays where it names none. */
  to?: Stage
  /** Any of these rights on the unit. */
  needs: readonly (Action | 'update')[]
  needsReason?: true
  /** It is said of words that were read, so it names their revision. */
  needsRevision?: true
}

export const transitions: Record<Verb, Transition> = {
  submit: { from: ['writing', 'changes-requested'], to: 'in-review', needs: ['submit'] },
  'take-back': { from: ['in-review', 'approved', 'taken-down'], to: 'writing', needs: ['submit', 'approve'] },
  approve: { from: ['in-review'], to: 'approved', needs: ['approve'], needsRevision: true },
  'request-changes': {
    from: ['in-review', 'approved'],
    to: 'changes-requested',
    needs: ['approve'],
    needsReason: true,
  },
  'ask-exception': { from: ['in-review'], needs: ['approve'], needsReason: true, needsRevision: true },
  'agree-exception': { from: ['in-review'], to: 'approved', needs: ['agree-exception'], needsRevision: true },
  publish: { from: ['approved', 'taken-down'], to: 'public', needs: ['publish'] },
  'take-down': { from: stages, needs: ['take-down'], needsReason: true },
  restore: { from: stages, needs: ['restore'] },
  'follow-source': { from: stages, needs: ['update'] },
}

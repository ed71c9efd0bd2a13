// What can happen, by kind: the log writes nothing else, and its screen has a sentence for each.

export const happenings = {
  writing: ['edited', 'restored', 'source-followed', 'deleted'],
  review: [
    'submitted',
    'taken-back',
    'approved',
    'changes-requested',
    'exception-asked',
    'exception-agreed',
    'must-fix-asked',
    'must-fix-resolved',
    'must-fix-reopened',
    'assigned',
    'sent-to-translation',
    'taken-from-translation',
  ],
  public: ['published', 'taken-down'],
  'sign-in': [
    'signed-in',
    'sign-in-failed',
    'signed-out',
    'second-step-set-up',
    'second-step-failed',
    'second-step-throttled',
    'second-step-turned-off',
    'recovery-codes-made',
    'recovery-code-used',
  ],
  people: ['person-created', 'person-changed', 'password-changed', 'second-step-reset', 'person-deleted'],
  webhooks: [
    'webhook-added',
    'webhook-changed',
    'webhook-turned-on',
    'webhook-turned-off',
    'webhook-gone',
    'webhook-secret-renewed',
    'webhook-tested',
    'webhook-replayed',
    'webhook-deleted',
  ],
  refused: ['refused'],
  downloads: ['downloaded'],
  pictures: ['picture-seen'],
  previews: ['preview-opened'],
  desk: ['hold-ended', 'webhooks-dropped'],
} as const

export type Happening = keyof typeof happenings
export type AuditAction = (typeof happenings)[Happening][number]

// One registry of refusals. A refusal has a stable code, an HTTP status (RFC 9110) and a sentence that
// helps the reader. Anything else thrown is a bug.

type Details = Record<string, string | number>
type Entry = { status: number; say: (d: Details) => string }

const registry = {
  not_signed_in: { status: 401, say: () => 'Please sign in.' },
  not_allowed: { status: 403, say: (d) => `Your role does not allow you to ${d['action'] ?? 'do this'}.` },
  language_not_assigned: {
    status: 403,
    say: (d) => `You may not write in ${d['language']}. Ask an administrator to assign this language to you.`,
  },
  shared_not_allowed: {
    status: 403,
    say: (d) =>
      `Translators write the texts of their languages only; “${d['field']}” is shared by all languages.`,
  },
  use_publish_button: {
    status: 403,
    say: () => 'Nothing becomes public by saving. Use “Publish this language” on the document.',
  },
  door_closed: { status: 403, say: (d) => `${d['what'] ?? 'This'} is not available.` },
  unknown_language: {
    status: 400,
    say: (d) => `“${d['language']}” is not a language of this foundation. Known: ${d['known']}.`,
  },
  bad_text: { status: 400, say: (d) => `${d['place']}: ${d['reason']}` },
  bad_input: { status: 400, say: (d) => `${d['place']}: ${d['reason']}` },
  too_large: { status: 413, say: (d) => `${d['place']} is larger than ${d['limit']}.` },
  not_found: { status: 404, say: (d) => `${d['what'] ?? 'This'} was not found.` },
  not_ready: { status: 409, say: (d) => `This cannot be published yet. ${d['reason']}` },
  slug_taken: {
    status: 409,
    say: (d) => `The web address “${d['slug']}” is already used. Choose another one that says more.`,
  },
  not_public: {
    status: 409,
    say: (d) => `${d['what'] ?? 'This'} is not public, so it cannot be taken down.`,
  },
  still_public: {
    status: 409,
    say: () => 'This document is public. Take it down in every language first, then it can be deleted.',
  },
  last_administrator: {
    status: 409,
    say: () => 'This is the last administrator. Make someone else an administrator first.',
  },
  wrong_type: { status: 415, say: (d) => `${d['place']}: ${d['reason']}` },
  too_busy: { status: 503, say: () => 'Too much is going on at this moment. Please try again.' },
  still_needed: { status: 409, say: (d) => `This cannot be taken down yet. ${d['reason']}` },
} satisfies Record<string, Entry>

export type RefusalCode = keyof typeof registry

/** A refusal: `code` for programs, `status` for HTTP, `message` for people, `details` names the place. */
export class Refusal extends Error {
  readonly isOperational = true
  readonly data: { code: RefusalCode; details: Details }
  readonly status: number
  constructor(
    readonly code: RefusalCode,
    readonly details: Details,
  ) {
    const entry: Entry = registry[code]
    super(entry.say(details))
    this.name = 'Refusal'
    this.status = entry.status
    this.data = { code, details }
  }
}

/** Builds the refusal `code`; the caller throws it: `throw refuse('slug_taken', { slug })`. */
export function refuse(code: RefusalCode, details: Details = {}): Refusal {
  return new Refusal(code, details)
}

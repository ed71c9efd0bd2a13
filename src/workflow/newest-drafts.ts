import type { Payload, Where } from 'payload'

// Payload looks for the newest draft of a language by its status, which is a column per language: a language in which
// nobody has written has no row and no status, so Payload finds no draft and answers with the document as it was first
// saved. Every version here is a draft (decision 002): the question about the status is left out.

const isStatus = (key: string): boolean => key === 'version._status' || key.startsWith('version._status.')

const asksForDraft = (where: Where): boolean =>
  Object.entries(where).some(
    ([key, condition]) =>
      isStatus(key) && (condition as { equals?: unknown } | undefined)?.equals === 'draft',
  )

/** The same condition without the parts that ask for drafts only. */
function withoutStatus(where: Where): Where {
  const entries = Object.entries(where).flatMap(([key, inner]): [string, Where[string]][] => {
    if (isStatus(key)) return []
    if ((key !== 'and' && key !== 'or') || !Array.isArray(inner)) return [[key, inner]]
    const isOnlyStatus = inner.length > 0 && inner.every((one) => asksForDraft(one))
    return isOnlyStatus ? [] : [[key, inner.map(withoutStatus).filter((one) => Object.keys(one).length > 0)]]
  })
  return Object.fromEntries(entries)
}

/** Makes `payload` find the newest draft in every language, also one without words. */
export function keepNewestDrafts(payload: Payload): void {
  const { db } = payload
  const find = db.findVersions.bind(db)
  db.findVersions = (args) => find({ ...args, ...(args.where ? { where: withoutStatus(args.where) } : {}) })
}

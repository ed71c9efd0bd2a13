import type { FindVersionsArgs, Payload, Where } from 'payload'

// Payload looks for the newest draft of a language by its status, which is a column per language: a language in which
// nobody has written has no row and no status, so Payload finds no draft and answers with the document as it was first
// saved. Every version here is a draft (decision 002): the question about the status is left out.

const isStatus = (key: string): boolean => key === 'version._status' || key.startsWith('version._status.')

const asksForDraft = (where: Where): boolean =>
  Object.entries(where).some(
    ([key, condition]) =>
      isStatus(key) && (condition as { equals?: unknown } | undefined)?.equals === 'draft',
  )

const isNewest = ({ latest }: Where): boolean => (latest as { equals?: unknown } | undefined)?.equals === true

/** "Later than the document, or the newest": every version is later than the document, which is as it was first saved. */
const asksForNewest = (either: readonly Where[]): boolean =>
  either.some(isNewest) && either.every((one) => isNewest(one) || Object.keys(one).join() === 'updatedAt')

/** The same condition without the parts that ask for drafts only. */
function withoutStatus(where: Where): Where {
  const entries = Object.entries(where).flatMap(([key, inner]): [string, Where[string]][] => {
    if (isStatus(key)) return []
    if (key === 'or' && Array.isArray(inner) && asksForNewest(inner)) return [['latest', { equals: true }]]
    if ((key !== 'and' && key !== 'or') || !Array.isArray(inner)) return [[key, inner]]
    const isOnlyStatus = inner.length > 0 && inner.every((one) => asksForDraft(one))
    return isOnlyStatus ? [] : [[key, inner.map(withoutStatus).filter((one) => Object.keys(one).length > 0)]]
  })
  return Object.fromEntries(entries)
}

/** Payload looks at the versions behind the last that it keeps to learn of when they are: their words stay unread. */
const withoutWords = (args: FindVersionsArgs): Pick<FindVersionsArgs, 'select'> =>
  isLookBehind(args) ? { select: { updatedAt: true } } : {}

// No reader asks without a language.
const isLookBehind = ({ limit, page = 1, pagination, select, locale }: FindVersionsArgs): boolean =>
  limit === 1 && page > 1 && pagination === false && !select && locale === undefined

/** Makes `payload` find the newest draft in every language, also one without words, and read no version beside it. */
export function keepNewestDrafts(payload: Payload): void {
  const { db } = payload
  const find = db.findVersions.bind(db)
  db.findVersions = (args) =>
    find({ ...args, ...withoutWords(args), ...(args.where ? { where: withoutStatus(args.where) } : {}) })
}

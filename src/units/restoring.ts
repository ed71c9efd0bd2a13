// A restore is a save like every other, through the same gate; only the desk's own code can say that it is one.

const token = Symbol('restored from')

/** The context of a write that brings the words of `revision` back. */
export const restoringContext = (revision: string): Record<PropertyKey, unknown> => ({ [token]: revision })

/** The revision whose words this write brings back; undefined for any other write. */
export function restoredFrom(context: unknown): string | undefined {
  const value: unknown = (context as Record<PropertyKey, unknown> | undefined)?.[token]
  return typeof value === 'string' ? value : undefined
}

import { randomUUID } from 'node:crypto'

// A restore is a save like every other, through the same gate; only the desk's own code can say that it is one: by a name
// that nobody outside this process knows. A bundler may hold this module twice, so the name is kept where both find it.

const names = globalThis as { laureateDeskRestoring?: string }
const name = (names.laureateDeskRestoring ??= `restored from ${randomUUID()}`)

/** The context of a write that brings the words of `revision` back. */
export const restoringContext = (revision: string): Record<string, unknown> => ({ [name]: revision })

/** The revision whose words this write brings back; undefined for any other write. */
export function restoredFrom(context: unknown): string | undefined {
  const value: unknown = (context as Record<string, unknown> | undefined)?.[name]
  return typeof value === 'string' ? value : undefined
}

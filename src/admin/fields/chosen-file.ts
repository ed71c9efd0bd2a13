// Which file is chosen in the form of a picture. The framework keeps a file in the form after its save and after its
// refusal, though it shows the stored picture again: it would be sent with each save that follows.

export type ChosenFile = {
  /** What the form held when it was looked at last: null where a file was taken away by hand. */
  readonly value: unknown
  /** When the picture was saved last. */
  readonly savedAt: unknown
  /** What was said of the file before, until the form has looked at this one. */
  readonly stale: string | undefined
  /** Saved or refused: chosen no longer, whatever the form holds. */
  readonly spent: unknown
  /** Why the last file was refused, empty where the framework alone says it; until another is chosen or a save worked. */
  readonly refusal: string | undefined
}

export type FormSeen = {
  value: unknown
  savedAt: unknown
  /** What the form says against the file. */
  said: string | undefined
  /** A save has just ended that changed nothing and that no field explains. */
  isTurnedDown: boolean
  /** There is a picture that the form can go back to. */
  isStored: boolean
}

export const noFile = (savedAt: unknown): ChosenFile => ({
  value: undefined,
  savedAt,
  stale: undefined,
  spent: undefined,
  refusal: undefined,
})

/** The same object as `before` where nothing is new. */
export function lookAt(before: ChosenFile, seen: FormSeen): ChosenFile {
  const { value, savedAt } = seen
  if (savedAt !== before.savedAt) {
    const spent = value instanceof File ? value : before.spent
    return { ...noFile(savedAt), value, spent }
  }
  if (value !== before.value) return chosen(before, value, seen.said)
  return value instanceof File && !isSpent(before) ? judged(before, seen) : before
}

function judged(before: ChosenFile, { said, isTurnedDown, isStored }: FormSeen): ChosenFile {
  if (isTurnedDown && isStored) return refused(before, '', isStored)
  if (said === before.stale) return before
  if (said === undefined) return { ...before, stale: undefined }
  return said === before.refusal ? before : refused(before, said, isStored)
}

export const isSpent = ({ value, spent }: ChosenFile): boolean => value instanceof File && value === spent

const refused = (before: ChosenFile, refusal: string, isStored: boolean): ChosenFile => ({
  ...before,
  stale: undefined,
  refusal,
  spent: isStored ? before.value : before.spent,
})

function chosen(before: ChosenFile, value: unknown, said: string | undefined): ChosenFile {
  if (value === undefined || (value instanceof File && value === before.spent)) return { ...before, value }
  return { ...before, value, stale: said, refusal: undefined }
}

// Answers that were read before, with their entity tags. Bounded: what was used longest ago goes first.

type Held = { etag: string; text: string }
export type Answers = { get: (path: string) => Held | undefined; keep: (path: string, held: Held) => void }

/** Holds at most so many characters. */
export function createAnswers(characters: number): Answers {
  const held = new Map<string, Held>()
  let size = 0
  const drop = (path: string) => {
    size -= held.get(path)?.text.length ?? 0
    held.delete(path)
  }
  return {
    get(path) {
      const found = held.get(path)
      if (!found) return undefined
      held.delete(path)
      held.set(path, found)
      return found
    },
    keep(path, answer) {
      drop(path)
      if (answer.text.length > characters) return
      held.set(path, answer)
      size += answer.text.length
      for (const oldest of held.keys()) {
        if (size <= characters) break
        drop(oldest)
      }
    },
  }
}

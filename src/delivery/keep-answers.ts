import { readAnswers, removeAnswers, writeAnswers } from './answers-file'
import type { Memory } from './memory'
import type { Readiness } from './readiness'

// Memory and its copy on disk: read once at the start, written now and then, removed when the public world moves.

type Keeping = {
  memory: Memory
  readiness: Readiness
  report: (error: unknown) => void
  file: string | undefined
  /** What answers depend on besides the public world and the program. */
  settings: string
}

export type Kept = {
  /** The head of the public world that the answers from disk are of. */
  head: string | undefined
  /** The head is another one now. */
  moved: (head: string) => void
  close: () => Promise<void>
}

const everyMs = 10_000

/** Fills memory from the file, and keeps the file from then on. Without a file it only lets memory follow the world. */
export function keepAnswers({ memory, readiness, report, file, settings }: Keeping): Kept {
  if (file === undefined) return { head: undefined, moved: memory.advance, close: async () => undefined }
  const found = readAnswers(file, settings)
  for (const [target, entry] of found?.entries ?? []) memory.keep(target, entry, memory.generation())
  if (found) readiness.hasAnswers()
  let head = found?.head
  let written = memory.changes()
  const write = async () => {
    const [changes, generation, of] = [memory.changes(), memory.generation(), head]
    if (changes === written || of === undefined) return
    await writeAnswers(
      file,
      { head: of, settings, entries: memory.entries() },
      () => memory.generation() === generation,
    ).then(() => (written = changes), report)
  }
  let writing = Promise.resolve()
  const timer = setInterval(() => (writing = writing.then(write)), everyMs).unref()
  return {
    head,
    moved: (now) => {
      head = now
      memory.advance()
      removeAnswers(file)
    },
    close: async () => {
      clearInterval(timer)
      await writing.then(write)
    },
  }
}

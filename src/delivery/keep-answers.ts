import { readAnswers, removeAnswers, writeAnswers } from './answers-file'
import type { Head } from './counts'
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
  head: Head | undefined
  /** The head is another one now, because these parts changed; null for everything. */
  moved: (head: Head, names: string[] | null) => void
  close: () => Promise<void>
}

const everyMs = 10_000
// Of the time that passes, at most this share goes into writing the file.
const writingShare = 1 / 20

/** Fills memory from the file, and keeps the file from then on. Without a file it only lets memory follow the world. */
export function keepAnswers({ memory, readiness, report, file, settings }: Keeping): Kept {
  const advance = (names: string[] | null) => memory.advance(names ?? undefined)
  if (file === undefined)
    return { head: undefined, moved: (_, names) => advance(names), close: async () => undefined }
  const found = readAnswers(file, settings)
  for (const [target, entry] of found?.entries ?? []) memory.keep(target, entry, memory.generation())
  if (found) readiness.hasAnswers()
  let head = found?.head
  let written = memory.changes()
  let nextAt = 0
  const write = async () => {
    const [changes, generation, of] = [memory.changes(), memory.generation(), head]
    if (changes === written || of === undefined) return
    const since = Date.now()
    await writeAnswers(
      file,
      { head: of, settings, entries: memory.entries() },
      () => memory.generation() === generation,
    ).then(() => memory.generation() === generation && (written = changes), report)
    nextAt = Date.now() + (Date.now() - since) / writingShare
  }
  let writing = Promise.resolve()
  const timer = setInterval(() => {
    if (Date.now() >= nextAt) writing = writing.then(write)
  }, everyMs).unref()
  return {
    head,
    moved: (now, names) => {
      head = now
      advance(names)
      written = -1
      removeAnswers(file)
    },
    close: async () => {
      clearInterval(timer)
      await writing.then(write)
    },
  }
}

import { createInterface } from 'node:readline/promises'
import { applyAnswers, type Applied, type Question, type Reading } from '@/intake'
import { asText } from './import-print'

const say = (text: string): void => void process.stdout.write(text)

/** What the person types, line by line; undefined once they end the input (Ctrl-D, Ctrl-C). */
export type Terminal = { next: () => Promise<string | undefined>; close: () => void }

/** Opens the terminal. Lines typed ahead wait until they are asked for. */
export function openTerminal(): Terminal {
  const terminal = createInterface({ input: process.stdin })
  const lines = terminal[Symbol.asyncIterator]()
  return {
    next: async () => {
      const { value, done } = await lines.next()
      return done ? undefined : value.trim()
    },
    close: () => terminal.close(),
  }
}

/** Asks what is open until the proposal is complete or the person ends it. Enter takes what is proposed, or skips. */
export async function askInTerminal(
  reading: Reading,
  given: Record<string, unknown>,
  terminal: Terminal,
): Promise<Applied> {
  const answers: Record<string, unknown> = { ...given }
  for (;;) {
    const applied = applyAnswers(reading, answers)
    const mistakes = applied.complete ? [] : applied.errors
    const isWrong = (id: string) => mistakes.some((mistake) => mistake.id === id)
    const next = applied.reading.questions.find(({ id }) => answers[id] === undefined || isWrong(id))
    if (!next) return applied
    for (const mistake of mistakes) say(`${mistake.message}\n`)
    const answer = await ask(next, terminal)
    if (answer === undefined) return applied
    answers[next.id] = answer
  }
}

async function ask(question: Question, terminal: Terminal): Promise<unknown> {
  for (;;) {
    say(`\n${asText(question)}\n> `)
    const said = await terminal.next()
    if (said === undefined) return undefined
    if (said !== '') return toAnswer(question, said)
    if (question.proposal !== undefined) return question.proposal
    if (!question.required) return null
  }
}

function toAnswer({ kind }: Question, said: string): unknown {
  if (kind === 'country') return said.toUpperCase()
  if (kind !== 'countries') return said
  return said
    .toUpperCase()
    .split(/[\s,]+/)
    .filter((code) => code !== 'NONE')
}

/** True where the person answers yes. */
export async function confirmInTerminal(terminal: Terminal): Promise<boolean> {
  say('\nSave this as drafts? [y/N] ')
  return /^(?:y|yes|j|ja)$/i.test((await terminal.next()) ?? '')
}

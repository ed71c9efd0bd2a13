import { createInterface } from 'node:readline/promises'
import { applyAnswers, type Applied, type Question, type Reading } from '@/intake'
import { asText } from './import-print'

const say = (text: string): void => void process.stdout.write(`${text}\n`)

/** Asks what is open, in the terminal, until the proposal is complete. Enter takes what is proposed, or skips. */
export async function askInTerminal(reading: Reading, given: Record<string, unknown>): Promise<Applied> {
  const answers: Record<string, unknown> = { ...given }
  const terminal = createInterface({ input: process.stdin, output: process.stdout })
  try {
    for (;;) {
      const applied = applyAnswers(reading, answers)
      const mistakes = applied.complete ? [] : applied.errors
      const next = applied.reading.questions.find(
        ({ id }) => answers[id] === undefined || mistakes.some((mistake) => mistake.id === id),
      )
      if (!next) return applied
      for (const mistake of mistakes) say(mistake.message)
      answers[next.id] = await ask(next, (text) => terminal.question(text))
    }
  } finally {
    terminal.close()
  }
}

async function ask(question: Question, read: (text: string) => Promise<string>): Promise<unknown> {
  for (;;) {
    const said = (await read(`\n${asText(question)}\n> `)).trim()
    if (said !== '') return toAnswer(question, said)
    if (question.proposal !== undefined) return question.proposal
    if (!question.required) return null
  }
}

const toAnswer = ({ kind }: Question, said: string): unknown =>
  kind === 'countries'
    ? said
        .toUpperCase()
        .split(/[\s,]+/)
        .filter((code) => code !== 'NONE')
    : kind === 'country'
      ? said.toUpperCase()
      : said

/** True where the person answers yes. */
export async function confirmInTerminal(): Promise<boolean> {
  const terminal = createInterface({ input: process.stdin, output: process.stdout })
  try {
    return /^(?:y|yes|j|ja)$/i.test((await terminal.question('\nSave this as drafts? [y/N] ')).trim())
  } finally {
    terminal.close()
  }
}

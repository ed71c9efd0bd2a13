import {
  applyAnswers,
  findKnown,
  readPage,
  saveProposal,
  type Applied,
  type Known,
  type Reading,
} from '@/intake'
import { Problem } from './steps.mjs'
import { askInTerminal, confirmInTerminal, openTerminal } from './import-ask'
import { openDesk, type Desk } from './import-desk'
import { readBytes } from './import-file'
import type { Options } from './import-options'
import { questionsOf, reportOf, tableOf } from './import-print'

const print = (text: string): void => void process.stdout.write(`${text}\n`)
const printJson = (data: unknown): void => print(JSON.stringify(data, null, 2))
type Given = Record<string, unknown>

/** The command `page`. Returns the exit code; refusals are thrown as Problems or Refusals. */
export async function importPage(options: Options): Promise<number> {
  const bytes = readBytes(options.file, 2 * 1024 * 1024)
  const given = options.answers === undefined ? {} : readAnswers(options.answers)
  const isInTerminal = process.stdin.isTTY && process.stdout.isTTY && !options.isJson
  const offline = read(bytes, options)
  if (options.isDry) return showOnly(applyAnswers(offline, given), options)
  if (!options.isConfirmed && !isInTerminal) {
    if (!options.isJson) print(tableOf(offline, process.stdout.columns))
    return stopAt(applyAnswers(offline, given), options)
  }
  const desk = await openDesk(options.as)
  try {
    const reading = read(bytes, options, await findKnown(desk))
    return await confirm(desk, { reading, given, options })
  } finally {
    await desk.payload.destroy()
  }
}

function read(bytes: Uint8Array, { format }: Options, known: Known = {}): Reading {
  const reading = readPage(bytes, { known, ...(format ? { format } : {}) })
  if (reading.ok) return reading
  throw new Problem(reading.message)
}

function readAnswers(file: string): Given {
  const text = new TextDecoder().decode(readBytes(file, 1024 * 1024))
  try {
    const answers: unknown = JSON.parse(text)
    if (typeof answers === 'object' && answers !== null && !Array.isArray(answers)) return answers as Given
  } catch (error) {
    throw new Problem(`${file} is not JSON: ${error instanceof Error ? error.message : String(error)}`)
  }
  throw new Problem(`${file} must hold an object: { "question id": answer }.`)
}

const mistakesOf = (applied: Applied): string[] =>
  applied.complete ? [] : applied.errors.map(({ message }) => message)

function showOnly(applied: Applied, { isJson }: Options): number {
  const { proposal, questions, warnings, rows } = applied.reading
  const mistakes = mistakesOf(applied)
  if (isJson) printJson({ proposal, questions, warnings, rows, ...(mistakes.length > 0 ? { mistakes } : {}) })
  else
    print(
      [
        tableOf(applied.reading, process.stdout.columns),
        'Questions',
        questionsOf(questions),
        'Nothing was saved (--dry-run).',
      ].join('\n'),
    )
  for (const mistake of mistakes) process.stderr.write(`${mistake}\n`)
  return mistakes.length > 0 ? 1 : 0
}

/** Not saved: what is wrong with the answers, or what is still open. */
function stopAt(applied: Applied, { isJson }: Options): number {
  const mistakes = mistakesOf(applied)
  const open = applied.reading.questions.filter((question) => question.required)
  if (isJson)
    printJson({ saved: false, mistakes, questions: applied.reading.questions, rows: applied.reading.rows })
  else {
    if (open.length > 0) print(`\nStill asked (answer with --answers <file>):\n${questionsOf(open)}`)
    else if (mistakes.length === 0) print('\nNothing is open. Add --yes to save.')
  }
  for (const mistake of mistakes) process.stderr.write(`${mistake}\n`)
  return mistakes.length > 0 ? 1 : 2
}

type Confirmation = { reading: Reading; given: Given; options: Options }

async function confirm(desk: Desk, { reading, given, options }: Confirmation): Promise<number> {
  if (!options.isJson) print(tableOf(reading, process.stdout.columns))
  if (options.isConfirmed) return finish(desk, takeProposals(reading, given), options)
  const terminal = openTerminal()
  try {
    const applied = await askInTerminal(reading, given, terminal)
    if (applied.complete && !(await confirmInTerminal(terminal))) return 2
    return await finish(desk, applied, options)
  } finally {
    terminal.close()
  }
}

async function finish(desk: Desk, applied: Applied, options: Options): Promise<number> {
  if (!applied.complete) return stopAt(applied, options)
  const { createLocalReq } = await import('payload')
  const req = await createLocalReq({ user: desk.user }, desk.payload)
  const report = await saveProposal({ req, proposal: applied.proposal })
  if (options.isJson) printJson({ saved: true, ...report })
  else print(`\n${reportOf(report)}`)
  return 0
}

/** Answers required questions with what they propose. An answer can raise new questions, so until none is left that proposes. */
function takeProposals(reading: Reading, given: Given): Applied {
  const answers = { ...given }
  for (;;) {
    const applied = applyAnswers(reading, answers)
    if (applied.complete || applied.errors.length > 0) return applied
    const proposed = applied.questions.filter(
      (question) => question.required && question.proposal !== undefined,
    )
    if (proposed.length === 0) return applied
    for (const { id, proposal } of proposed) answers[id] = proposal
  }
}

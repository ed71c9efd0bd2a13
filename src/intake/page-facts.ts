import { findFact, findLooseFact, type FactKey, type FactLabel } from './page-labels'
import { endsSentence } from './page-layout'
import { nameFit } from './match-names'
import { readDate } from './page-dates'
import type { Stray } from './page-strays'
import type { PageLine } from './page-types'
import { say } from './say'

// "Biographical Information": per laureate a name, then labelled facts.

export type Fact = { key: FactKey; value: string; lines: PageLine[]; isLoose: boolean }
export type FactBlock = { name?: PageLine; facts: Fact[] }
export type FactStray = Stray & { fact?: Fact }
export type Facts = { blocks: FactBlock[]; strays: FactStray[] }

/** `candidates` are the names that the title may hold. Lines that are neither name nor fact are returned as strays. */
export function readFactBlocks(lines: readonly PageLine[], candidates: readonly string[]): Facts {
  const blocks: FactBlock[] = []
  const strays: FactStray[] = []
  const reader = { blocks, strays, candidates }
  for (let index = 0; index < lines.length; index += 1) {
    index += readLine(lines, index, reader)
  }
  return { blocks, strays }
}

type Reader = Facts & { candidates: readonly string[] }

/** Reads the line at `index`; returns how many lines after it were used up as well. */
function readLine(lines: readonly PageLine[], index: number, reader: Reader): number {
  const line = lines[index]
  if (!line) return 0
  const next = lines[index + 1]
  const isName = isNameLine(line, next, reader.candidates)
  const label = findFact(line.text) ?? (isName ? undefined : usableLoose(line.text))
  if (label) return readFact(label, { line, next: isValue(next, reader) ? next : undefined, reader })
  if (isName) reader.blocks.push({ name: line, facts: [] })
  else addStray(line, reader)
  return 0
}

const isValue = (next: PageLine | undefined, { candidates }: Reader): boolean =>
  next !== undefined && !findFact(next.text) && !isExactName(next, candidates)

type Labelled = { line: PageLine; next: PageLine | undefined; reader: Reader }

/** A label with its value on the same line or, where there is none, on the next. */
function readFact({ key, value, hasColon }: FactLabel, { line, next, reader }: Labelled): number {
  if (value !== '') addFact({ key, value, lines: [line], isLoose: !hasColon }, reader.blocks)
  else if (next) addFact({ key, value: next.text, lines: [line, next], isLoose: false }, reader.blocks)
  else addStray(line, reader)
  return value === '' && next ? 1 : 0
}

// The same fact again, or facts of another kind, without a name in between: the next laureate's.
function addFact(fact: Fact, blocks: FactBlock[]): void {
  const block = blocks.at(-1)
  const same = block?.facts.find((each) => each.key === fact.key)
  const isOther = block !== undefined && !block.name && kindOfFacts(block) !== kindOf(fact)
  if (!block || isOther || (same && same.value !== fact.value)) blocks.push({ facts: [fact] })
  else if (same) same.lines.push(...fact.lines)
  else block.facts.push(fact)
}

function addStray(line: PageLine, { blocks, strays }: Reader): void {
  const last = strays.at(-1)
  if (last && isAdjacent(last, blocks)) {
    last.lines.push(line)
    return
  }
  const fact = blocks.at(-1)?.facts.at(-1)
  const continues = fact?.key === 'education' && endsSentence(line.text)
  strays.push({
    lines: [line],
    where: say('in “Biographical Information”, without a label'),
    ...(fact ? { fact, mayContinue: true } : {}),
    ...(continues ? { proposal: 'previous' as const } : {}),
  })
}

// Strays stay one block until a name or a fact comes between them.
function isAdjacent(stray: FactStray, blocks: readonly FactBlock[]): boolean {
  const block = blocks.at(-1)
  const lastUsed = block?.facts.at(-1)?.lines.at(-1) ?? block?.name
  return (lastUsed?.number ?? 0) < (stray.lines.at(-1)?.number ?? 0)
}

const isExactName = (line: PageLine, candidates: readonly string[]): boolean =>
  candidates.some((name) => nameFit(name, line.text) === 3)

function isNameLine(line: PageLine, next: PageLine | undefined, candidates: readonly string[]): boolean {
  const { text } = line
  if (text.length > 150 || endsSentence(text)) return false
  if (isExactName(line, candidates)) return true
  if (findFact(text) || /^[^:]{1,40}:\s/.test(text)) return false
  if (next && findFact(next.text)) return true
  return (
    text.length <= 100 && candidates.some((name) => nameFit(name, text) === 2 && text.length > name.length)
  )
}

const withoutDate = new Set<FactKey>(['education', 'basedIn', 'birthPlace', 'deathPlace'])

function usableLoose(text: string): FactLabel | undefined {
  const label = text.length <= 200 ? findLooseFact(text) : undefined
  if (!label) return undefined
  if (!withoutDate.has(label.key)) return readDate(label.value) ? label : undefined
  return label.key === 'education' || endsSentence(text) ? undefined : label
}

const ofPerson = new Set<FactKey>(['birthPlace', 'birthDate', 'deathPlace', 'deathDate', 'education'])

const kindOf = (fact: Fact) => (ofPerson.has(fact.key) ? 'person' : 'organisation')

/** What the facts say that the laureate is: undefined where they say nothing or both. */
export function kindOfFacts(block: FactBlock | undefined): 'person' | 'organisation' | undefined {
  const kinds = new Set((block?.facts ?? []).map(kindOf))
  return kinds.size === 1 ? [...kinds][0] : undefined
}

import { findFact, findLooseFact, type FactKey, type FactLabel } from './page-labels'
import { endsSentence } from './page-layout'
import { nameFit } from './match-names'
import { readDate } from './page-dates'
import type { Stray } from './page-strays'
import type { PageLine } from './page-types'

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
  const isName = isNameLine(line, lines[index + 1], reader.candidates)
  const label = findFact(line.text) ?? (isName ? undefined : usableLoose(line.text))
  if (!label) {
    if (isName) reader.blocks.push({ name: line, facts: [] })
    else addStray(line, reader)
    return 0
  }
  const next = lines[index + 1]
  const takesNext = label.value === '' && next !== undefined && !findFact(next.text) && !isExactName(next, reader.candidates)
  const value = takesNext ? next.text : label.value
  const used = takesNext ? [line, next] : [line]
  if (value === '') addStray(line, reader)
  else addFact({ key: label.key, value, lines: used, isLoose: !label.hasColon && !takesNext }, reader.blocks)
  return used.length - 1
}

function addFact(fact: Fact, blocks: FactBlock[]): void {
  const block = blocks.at(-1)
  const isRepeated = block?.facts.some((each) => each.key === fact.key && each.value !== fact.value)
  const isOther = block && !block.name && ofPerson.has(fact.key) !== block.facts.every((each) => ofPerson.has(each.key))
  // The same fact again, or facts of another kind, without a name in between: the next laureate's.
  if (!block || isRepeated || isOther) blocks.push({ facts: [fact] })
  else if (!block.facts.some((each) => each.key === fact.key)) block.facts.push(fact)
  else block.facts.find((each) => each.key === fact.key)?.lines.push(...fact.lines)
}

function addStray(line: PageLine, { blocks, strays }: Reader): void {
  const last = strays.at(-1)
  if (last?.lines.at(-1)?.number !== undefined && isAdjacent(last, line, blocks)) {
    last.lines.push(line)
    return
  }
  const fact = blocks.at(-1)?.facts.at(-1)
  const continues = fact?.key === 'education' && endsSentence(line.text)
  strays.push({
    lines: [line],
    where: 'in “Biographical Information”, without a label',
    ...(fact ? { fact, mayContinue: true } : {}),
    ...(continues ? { proposal: 'previous' as const } : {}),
  })
}

// Strays stay one block until a name or a fact comes between them.
function isAdjacent(stray: FactStray, line: PageLine, blocks: readonly FactBlock[]): boolean {
  const end = stray.lines.at(-1)?.number ?? 0
  const lastBlock = blocks.at(-1)
  const lastUsed = lastBlock?.facts.at(-1)?.lines.at(-1)?.number ?? lastBlock?.name?.number ?? 0
  return lastUsed < end && end < line.number
}

const isExactName = (line: PageLine, candidates: readonly string[]): boolean => candidates.some((name) => nameFit(name, line.text) === 3)

function isNameLine(line: PageLine, next: PageLine | undefined, candidates: readonly string[]): boolean {
  if (line.text.length > 150 || endsSentence(line.text)) return false
  if (isExactName(line, candidates)) return true
  if (findFact(line.text)?.hasColon || /^[^:]{1,40}:\s/.test(line.text)) return false
  const nextIsFact = next !== undefined && findFact(next.text) !== undefined && !findFact(line.text)
  return nextIsFact || (line.text.length <= 100 && candidates.some((name) => nameFit(name, line.text) === 2 && line.text.length > name.length))
}

function usableLoose(text: string): FactLabel | undefined {
  const label = text.length <= 200 ? findLooseFact(text) : undefined
  if (!label) return undefined
  const isDate = label.key !== 'education' && label.key !== 'basedIn' && label.key !== 'birthPlace' && label.key !== 'deathPlace'
  if (isDate) return readDate(label.value) ? label : undefined
  return label.key === 'education' || endsSentence(text) ? undefined : label
}

const ofPerson = new Set<FactKey>(['birthPlace', 'birthDate', 'deathPlace', 'deathDate', 'education'])

/** What the facts say that the laureate is: undefined where they say nothing or both. */
export function kindOfFacts(block: FactBlock | undefined): 'person' | 'organisation' | undefined {
  const kinds = new Set((block?.facts ?? []).map((fact) => (ofPerson.has(fact.key) ? 'person' : 'organisation')))
  return kinds.size === 1 ? [...kinds][0] : undefined
}

import { findContactRuns } from './page-contact-lines'
import { findFact, findSection, type SectionKey } from './page-labels'
import type { PageLine } from './page-types'

// Which lines stand under which label. Labels may be missing, repeated or in another order; what cannot be
// told apart stays together and is asked about later.

export type Region = { key: SectionKey | 'head'; label?: PageLine; lines: PageLine[] }
export type Layout = {
  /** Title, motivation and short text: what stands under no label. */
  head: PageLine[]
  regions: Region[]
  labels: PageLine[]
  /** Contacts and facts that stood outside their section, in page order. */
  loose: { contacts: PageLine[]; facts: PageLine[] }
  /** Blocks of lines whose place the page does not say. */
  unplaced: PageLine[][]
}

const ellipsis = /^(?:\.{2,}|…)+\s*\S/
export const startsWithEllipsis = (line: Pick<PageLine, 'text'>): boolean => ellipsis.test(line.text)
export const endsSentence = (text: string): boolean => /[.!?…:]["'”’»)\]]*$/.test(text)
export const isProse = (text: string): boolean =>
  text.length > 160 || (text.length > 60 && endsSentence(text))

export function layOut(lines: readonly PageLine[]): Layout {
  const cut = freeHead(cutAtLabels(lines))
  const loose = { contacts: [] as PageLine[], facts: [] as PageLine[] }
  const regions = cut.regions.map((region) => takeOut(region, loose))
  const heads = regions.filter((region) => region.key === 'head')
  const { head, rest } = splitHead(heads, loose)
  return {
    head,
    regions: regions.filter((region) => region.key !== 'head' && (region.lines.length > 0 || region.label)),
    labels: regions.flatMap((region) => region.label ?? []),
    loose,
    unplaced: [...cut.before, ...rest].filter((block) => block.length > 0),
  }
}

// Words such as "Summary" or "Motivation" head a section of the page only before the long biography;
// inside it they are headings of its own.
const onlyEarly = new Set<SectionKey>(['motivation', 'short'])

function cutAtLabels(lines: readonly PageLine[]): Region[] {
  const regions: Region[] = [{ key: 'head', lines: [] }]
  for (const line of lines) {
    const current = regions.at(-1)
    const found = findSection(line.text)
    const isInside = found && current?.key === 'long' && onlyEarly.has(found.key)
    if (found && !isInside) regions.push({ key: found.key, label: line, lines: [] })
    else current?.lines.push(line)
  }
  return regions
}

// A menu of labels, or another order of sections, can put the title after a label. The line with the
// ellipsis is the motivation wherever it stands; the line before it is the title.
function freeHead(regions: Region[]): { regions: Region[]; before: PageLine[][] } {
  const [first, ...others] = regions
  if (!first || first.lines.some(startsWithEllipsis)) return { regions, before: [] }
  const at = others.findIndex((region) => headStart(region) >= 0)
  const region = others[at]
  if (!region) return { regions, before: [] }
  const start = headStart(region)
  const rest: Region = { ...region, lines: region.lines.slice(0, start) }
  const head: Region = { key: 'head', lines: region.lines.slice(start) }
  return { regions: [head, ...others.toSpliced(at, 1, rest)], before: [first.lines] }
}

function headStart(region: Region): number {
  const motivation = region.lines.findIndex(startsWithEllipsis)
  const title = region.lines[motivation - 1]
  return motivation > 0 && title && title.text.length <= 200 && !endsSentence(title.text)
    ? motivation - 1
    : -1
}

function takeOut(region: Region, loose: Layout['loose']): Region {
  if (region.key === 'contacts') return region
  const contacts = findContactRuns(region.lines)
  const facts =
    region.key === 'facts'
      ? new Set<PageLine>()
      : findFactRuns(region.lines.filter((line) => !contacts.has(line)))
  loose.contacts.push(...contacts)
  loose.facts.push(...facts)
  return { ...region, lines: region.lines.filter((line) => !contacts.has(line) && !facts.has(line)) }
}

const statesFact = (line: PageLine | undefined): boolean => {
  const fact = line && findFact(line.text)
  return fact !== undefined && fact.hasColon && fact.value !== ''
}

// Two facts in a row, or a name and a fact: one "Education: …" inside a text is not enough.
function findFactRuns(lines: readonly PageLine[]): Set<PageLine> {
  const found = new Set<PageLine>()
  let run: PageLine[] = []
  const close = () => {
    if (run.length >= 2) for (const line of run) found.add(line)
    run = []
  }
  for (const [index, line] of lines.entries()) {
    const isName =
      index > 0 && line.text.length <= 120 && !endsSentence(line.text) && !startsWithEllipsis(line)
    if (statesFact(line) || (isName && statesFact(lines[index + 1]))) run.push(line)
    else close()
  }
  close()
  return found
}

// What follows facts or contacts in the head has lost its label: it may be the long biography.
function splitHead(heads: Region[], loose: Layout['loose']): { head: PageLine[]; rest: PageLine[][] } {
  const lines = heads.flatMap((region) => region.lines)
  const taken = [...loose.facts, ...loose.contacts].map((line) => line.number)
  const last = lines.at(-1)?.number ?? 0
  const firstTaken = Math.min(
    ...taken.filter((number) => number > (lines[0]?.number ?? 0) && number < last),
    Infinity,
  )
  return {
    head: lines.filter((line) => line.number < firstTaken),
    rest: [lines.filter((line) => line.number > firstTaken)],
  }
}

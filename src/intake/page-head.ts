import { about, type Inquiry } from './inquiry'
import { findInlineSection, findSection } from './page-labels'
import { endsSentence, isProse, startsWithEllipsis, type Region } from './page-layout'
import { beginning, showUnplaced, type Stray } from './page-strays'
import type { Confidence, PageLine } from './page-types'
import { say } from './say'

// The beginning of the page: title, motivation, short text.

export type Head = {
  title?: PageLine
  motivation?: string
  short: PageLine[]
  /** Lines before the title. */
  strays: Stray[]
  /** A year that stands alone near the title: only ever a proposal. */
  year?: number
}

/** Reads `lines` (what stands under no label), and the sections "Motivation" and "Short bio" where a page has them. */
export function readHead(lines: readonly PageLine[], regions: readonly Region[], inquiry: Inquiry): Head {
  const labelled = regions.filter((region) => region.key === 'motivation').flatMap((region) => region.lines)
  const at = motivationAt(lines)
  const titleAt = at > 0 ? at - 1 : 0
  const title = lines[titleAt] && !isProse(lines[titleAt].text) && at !== 0 ? lines[titleAt] : undefined
  const before = lines.slice(0, title ? titleAt : 0)
  const after = lines.slice(title ? titleAt + 1 : 0)
  const motivation = readMotivation(after, labelled, inquiry)
  const underShort = regions.filter((region) => region.key === 'short').flatMap((region) => region.lines)
  const rest = [...after.slice(motivation.used), ...labelled.slice(motivation.usedLabelled), ...underShort]
  return {
    ...(title ? { title } : {}),
    ...(motivation.text === undefined ? {} : { motivation: motivation.text }),
    short: rest.toSorted((a, b) => a.number - b.number),
    ...readBefore(before),
  }
}

function motivationAt(lines: readonly PageLine[]): number {
  const dotted = lines.findIndex(startsWithEllipsis)
  if (dotted >= 0) return dotted
  return lines.findIndex((line) => findInlineSection(line.text)?.key === 'motivation')
}

function readBefore(lines: PageLine[]): { strays: Stray[]; year?: number } {
  const years = lines
    .filter((line) => line.text.length <= 60)
    .map((line) => /\b(?:19|20)\d{2}\b/.exec(line.text)?.[0])
  const year = years.find((found) => found !== undefined)
  const strays =
    lines.length > 0 ? [{ lines, where: say('before the title'), proposal: 'leave-out' as const }] : []
  return { strays, ...(year === undefined ? {} : { year: Number(year) }) }
}

type Motivation = { text?: string; used: number; usedLabelled: number }
const none: Motivation = { used: 0, usedLabelled: 0 }

const stripEllipsis = (text: string): string => text.replace(/^(?:\.{2,}|…|\s)+/, '')

function readMotivation(
  after: readonly PageLine[],
  labelled: readonly PageLine[],
  inquiry: Inquiry,
): Motivation {
  const [under] = labelled
  if (under) return { text: show(under, 'sure', inquiry), used: 0, usedLabelled: 1 }
  const [line] = after
  const guess = line ? guessMotivation(line) : 'none'
  if (!line || guess === 'none') return askText(inquiry)
  if (guess === 'ask' && !isMotivation(line, inquiry)) return none
  return { text: show(line, guess === 'sure' ? 'sure' : 'check', inquiry), used: 1, usedLabelled: 0 }
}

const startsWithFor = /^(?:for|för|für|pour|por)\s\p{Ll}/u

function guessMotivation({ text }: Pick<PageLine, 'text'>): 'sure' | 'check' | 'ask' | 'none' {
  if (findInlineSection(text)?.key === 'motivation' || startsWithEllipsis({ text })) return 'sure'
  if (startsWithFor.test(text) && text.length <= 400) return 'check'
  return text.length > 300 || (endsSentence(text) && text.length > 120) ? 'none' : 'ask'
}

function show(line: PageLine, confidence: Confidence, inquiry: Inquiry): string {
  const inline = findInlineSection(line.text)
  const value = stripEllipsis(inline?.key === 'motivation' ? inline.value : line.text)
  inquiry.show([line], { path: 'award.motivation', label: say('Motivation'), value, confidence })
  return value
}

function askText(inquiry: Inquiry): Motivation {
  const answer = inquiry.ask({
    id: 'award.motivation',
    text: say('The page shows no motivation. What is the official one?'),
    kind: 'text',
    required: true,
  })
  return typeof answer === 'string' ? { ...none, text: stripEllipsis(answer) } : none
}

function isMotivation(line: PageLine, inquiry: Inquiry): boolean {
  const answer = inquiry.ask({
    id: 'award.motivation.line',
    text: say('Is line {line} the motivation? “{text}”', { line: line.number, text: beginning(line.text) }),
    kind: 'choice',
    required: true,
    options: [
      { value: 'motivation', label: say('Yes, it is the motivation') },
      { value: 'short', label: say('No, it belongs to the short text') },
    ],
    proposal: 'motivation',
    ...about([line]),
  })
  return answer === 'motivation'
}

/** The paragraphs of the short text; a line that is no sentence (a link, a caption) is asked about. */
export function readShort(lines: readonly PageLine[], inquiry: Inquiry): string[] {
  return lines.flatMap((line) => {
    const isOpen = inquiry.isOpen('award.motivation.line') && line === lines[0]
    const isFine = isProse(line.text) || endsSentence(line.text)
    const isOdd = startsWithEllipsis(line) || !isFine || findSection(line.text) !== undefined
    if (isOpen || (isOdd && !isShort(line, inquiry))) return []
    inquiry.show([line], {
      path: 'award.short',
      label: say('Short text, paragraph'),
      value: line.text,
      confidence: isOdd ? 'check' : 'sure',
    })
    return [line.text]
  })
}

function isShort(line: PageLine, inquiry: Inquiry): boolean {
  const id = `line.${line.number}`
  const answer = inquiry.ask({
    id,
    text: say('Does line {line} belong to the short text? “{text}”', {
      line: line.number,
      text: beginning(line.text),
    }),
    kind: 'choice',
    required: true,
    options: [
      { value: 'short', label: say('Yes') },
      { value: 'leave-out', label: say('No, leave it out') },
    ],
    proposal: endsSentence(line.text) || line.text.length > 100 ? 'short' : 'leave-out',
    ...about([line]),
  })
  if (answer !== 'short') {
    const note = say('It is no sentence and is in no field yet.')
    showUnplaced([line], { path: id, isAnswered: Boolean(answer), note }, inquiry)
  }
  return answer === 'short'
}

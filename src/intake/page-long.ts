import type { Sentence } from '@/lib/sentence'
import { about, type Inquiry } from './inquiry'
import { endsSentence } from './page-layout'
import type { Section } from './page-proposal'
import { beginning, showUnplaced } from './page-strays'
import type { Confidence, PageLine } from './page-types'
import { say } from './say'

// The long biography: which lines are headings. HTML says it; in plain text a heading is a short line that
// ends no sentence and is followed by a text. Whatever is neither clearly is asked.

type Role = 'heading' | 'paragraph' | 'leave-out'
type Guess = { role: Role; confidence: Confidence; ask?: true; note?: Sentence }

/** Sections in page order; paragraphs before the first heading stand under an empty one. */
export function readLong(lines: readonly PageLine[], inquiry: Inquiry): Section[] {
  const isMarked = lines.some((line) => line.hint === 'heading' || line.hint === 'strong')
  const sections: Section[] = []
  for (const [index, line] of lines.entries()) {
    const guess = isMarked ? guessMarked(line) : guessPlain(line.text, lines[index + 1]?.text)
    const role = guess.ask ? askRole(line, guess, inquiry) : guess.role
    if (role === undefined || role === 'leave-out') continue
    const current = role === 'heading' ? undefined : sections.at(-1)
    if (current) current.paragraphs.push(line.text)
    else
      sections.push(
        role === 'heading'
          ? { heading: line.text, paragraphs: [] }
          : { heading: '', paragraphs: [line.text] },
      )
    showLine(line, { ...guess, role }, { sections, inquiry })
  }
  return sections
}

function showLine(
  line: PageLine,
  guess: Guess,
  { sections, inquiry }: { sections: Section[]; inquiry: Inquiry },
): void {
  const at = sections.length - 1
  const paragraph = (sections[at]?.paragraphs.length ?? 1) - 1
  const isHeading = guess.role === 'heading'
  inquiry.show([line], {
    path: isHeading ? `award.long.${at}.heading` : `award.long.${at}.paragraphs.${paragraph}`,
    label: isHeading ? say('Long biography, heading') : say('Long biography, paragraph'),
    value: line.text,
    confidence: guess.ask ? 'check' : guess.confidence,
    note: guess.ask ? say('As answered.') : guess.note,
  })
}

const sure = (role: Role): Guess => ({ role, confidence: 'sure' })
const check = (role: Role, note: Sentence): Guess => ({ role, confidence: 'check', note })
const ask = (role: Role, note: Sentence): Guess => ({ role, confidence: 'odd', ask: true, note })

function guessMarked(line: PageLine): Guess {
  if (line.hint === 'heading') return sure('heading')
  if (line.hint === 'strong')
    return looksLikeHeading(line.text) ? sure('heading') : ask('paragraph', say('A line in bold type.'))
  return looksLikeHeading(line.text) ? check('paragraph', say('Is this a heading?')) : sure('paragraph')
}

const looksLikeHeading = (text: string): boolean =>
  text.length <= 110 && !endsSentence(text) && !/^["'“‘«(\s]*\p{Ll}/u.test(text)

function guessPlain(text: string, next: string | undefined): Guess {
  if (looksLikeHeading(text)) return guessHeading(next)
  if (text.length <= 80 && /[?!]["'”’»]?$/.test(text) && next !== undefined && !looksLikeHeading(next)) {
    return ask('heading', say('A short line that ends with ? or !'))
  }
  if (endsSentence(text))
    return /^[•·*–-]\s/.test(text) ? check('paragraph', say('A point of a list.')) : sure('paragraph')
  return text.length > 160
    ? check('paragraph', say('This paragraph ends no sentence.'))
    : ask('paragraph', say('This line ends no sentence.'))
}

function guessHeading(next: string | undefined): Guess {
  if (next === undefined) return ask('leave-out', say('A heading with nothing under it.'))
  return looksLikeHeading(next) ? ask('heading', say('Another heading follows at once.')) : sure('heading')
}

function askRole(line: PageLine, guess: Guess, inquiry: Inquiry): Role | undefined {
  const id = `line.${line.number}`
  const answer = inquiry.ask({
    id,
    text: say('What is line {line} of the long biography? “{text}”', {
      line: line.number,
      text: beginning(line.text),
    }),
    kind: 'choice',
    required: true,
    options: [
      { value: 'heading', label: say('A heading') },
      { value: 'paragraph', label: say('A paragraph') },
      { value: 'leave-out', label: say('Leave it out') },
    ],
    proposal: guess.role,
    ...about([line]),
  })
  const role = answer === 'heading' || answer === 'paragraph' || answer === 'leave-out' ? answer : undefined
  if (role === undefined || role === 'leave-out') {
    showUnplaced([line], { path: id, isAnswered: role !== undefined, note: guess.note }, inquiry)
  }
  return role
}

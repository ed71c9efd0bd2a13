import { nfc, sayTextProblem } from '@/formats'
import { refuse } from '@/lib/errors'
import type { Passage } from './passage'
import { say } from './say'

const longest = 4000

/** Plain text, trimmed, in NFC. Refusals: bad_text, too_large, bad_input where nothing is left. */
export function cleanText(text: string, path: string): string {
  const place = say('Comment')
  const problem = sayTextProblem(text)
  if (problem) throw refuse('bad_text', { place, reason: problem, path })
  const cleaned = nfc(text).replaceAll('\r\n', '\n').trim()
  if (cleaned === '')
    throw refuse('bad_input', { place, reason: say('is empty. Write what you mean.'), path })
  if (cleaned.length > longest)
    throw refuse('too_large', { place, limit: say('{number} characters', { number: longest }) })
  return cleaned
}

// White space around a passage is what the browser makes of it, and may be empty.
export const cleanPassage = ({ quote, before, after }: Passage): Passage => {
  const clean = (text: string): string => (text.trim() === '' ? '' : cleanText(text, 'passage'))
  return { quote: cleanText(quote, 'passage.quote'), before: clean(before), after: clean(after) }
}

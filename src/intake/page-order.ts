import { isSurelyAfter } from '@/formats'
import { readDate } from '@/lib/date-words'
import { inEach, type Sentence } from '@/lib/sentence'
import type { Inquiry } from './inquiry'
import { say } from './say'

type Context = { path: string; name: string; inquiry: Inquiry }

/** The date at which somebody died or something was dissolved, as read; none, with a warning, where it cannot be. */
export function endAfterBeginning(
  beginning: string | undefined,
  end: string | undefined,
  { path, name, inquiry }: Context,
): string | undefined {
  if (beginning === undefined || end === undefined || !isSurelyAfter(beginning, end)) return end
  inquiry.warn({
    kind: 'impossible',
    path,
    message: say(
      '{name}: the page puts the end ({end}) before the beginning ({beginning}). The end is left out; write the right one into the draft.',
      { name, beginning: inWords(beginning), end: inWords(end) },
    ),
  })
  return undefined
}

const inWords = (date: string): Sentence => inEach((language) => readDate(date, language) ?? date)

import { ZxcvbnFactory } from '@zxcvbn-ts/core'
import { adjacencyGraphs, dictionary } from '@zxcvbn-ts/language-common'
import type { Sentence } from '@/lib/sentence'
import { longestPassword, shortestPassword } from './limits'
import { say } from './say'

// A password is long and not one that is tried first: 49,000 common ones, famous sentences, their repetitions, rows of
// keys, dates, the person's own name and address, the words of this desk. All offline.

const ownWords = ['laureate', 'laureatedesk', 'desk', 'prize', 'award', 'foundation', 'press', 'payload']
/** Long, and tried first all the same: examples of good passwords, and sentences that everybody knows. */
const famous = [
  'correcthorsebatterystaple',
  'thequickbrownfoxjumpsoverthelazydog',
  'tobeornottobethatisthequestion',
  'tobeornottobe',
  'maytheforcebewithyou',
  'loremipsumdolorsitamet',
]
/** 10^10 guesses of a cracker that knows the lists. */
const leastGuesses = 10
/** What stands further on can only add to it, and long repetitions take long to look at. */
const lookedAt = 100

let estimator: ZxcvbnFactory | undefined
const estimate = (): ZxcvbnFactory =>
  (estimator ??= new ZxcvbnFactory({ dictionary, graphs: adjacencyGraphs, maxLength: lookedAt }))

/**
 * What is wrong with this password (in NFC), as the end of a sentence that begins with “The password”; `undefined` when
 * it is good. `known`: names, addresses and whatever else belongs to the person or the house.
 */
export function passwordProblem(password: string, known: readonly string[]): Sentence | undefined {
  const length = Array.from(password).length
  if (length < shortestPassword || length > longestPassword)
    return say('must hold {least} to {most} characters.', { least: shortestPassword, most: longestPassword })
  const words = [...ownWords, ...famous, ...known.flatMap(wordsIn)]
  // Spaces and full stops between guessable words make them hardly less so.
  const looks = [password, password.replaceAll(/[\s\p{P}]+/gu, '')]
  if (looks.every((look) => estimate().check(look, words).guessesLog10 >= leastGuesses)) return undefined
  return say(
    'is easy to guess: common words, repetitions, a name or a date. Take four or more words that have nothing to do with each other.',
  )
}

/** The whole and its words: of `maria.lind@example.org` also `maria`, `lind` and `example`. */
const wordsIn = (text: string): string[] => {
  const whole = text.normalize('NFC').toLowerCase()
  const words = whole.split(/[^\p{L}\p{N}]+/u).filter((word) => word.length > 2)
  return [whole, words.join(''), ...words]
}

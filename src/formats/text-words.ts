import { phrasebook, type Sentence } from '@/lib/sentence'
import { textProblem } from './text'

export const textPhrases = {
  'holds half of a character (a lone surrogate). Paste the text again.': [
    'innehåller ett halvt tecken (ett ensamt surrogat). Klistra in texten igen.',
    'enthält ein halbes Zeichen (ein einzelnes Surrogat). Fügen Sie den Text erneut ein.',
  ],
  'holds a NUL character. Paste the text again.': [
    'innehåller ett NUL-tecken. Klistra in texten igen.',
    'enthält ein NUL-Zeichen. Fügen Sie den Text erneut ein.',
  ],
  'holds a control character. Paste the text again.': [
    'innehåller ett styrtecken. Klistra in texten igen.',
    'enthält ein Steuerzeichen. Fügen Sie den Text erneut ein.',
  ],
  'holds an invisible character that reverses the reading direction.': [
    'innehåller ett osynligt tecken som vänder läsriktningen.',
    'enthält ein unsichtbares Zeichen, das die Leserichtung umkehrt.',
  ],
} as const satisfies Record<string, readonly [sv: string, de: string]>

const say = phrasebook(textPhrases)

/** Why `value` cannot be stored as text, for the reader of a screen; undefined when it can. */
export function sayTextProblem(value: string): Sentence | undefined {
  const problem = textProblem(value)
  return problem && say(problem)
}

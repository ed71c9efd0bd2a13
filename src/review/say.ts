import { phrasebook } from '@/lib/sentence'

export const reviewPhrases = {
  'send this to translation': ['skicka det här till översättning', 'dies zur Übersetzung zu schicken'],
  'assign this': ['tilldela det här', 'dies zuzuteilen'],
  Comment: ['Kommentar', 'Kommentar'],
  'is empty. Write what you mean.': [
    'är tom. Skriv vad du menar.',
    'ist leer. Schreiben Sie, was Sie meinen.',
  ],
  '{number} characters': ['{number} tecken', '{number} Zeichen'],
} as const satisfies Record<string, readonly [sv: string, de: string]>

export const say = phrasebook(reviewPhrases)

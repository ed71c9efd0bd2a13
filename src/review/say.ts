import { phrasebook } from '@/lib/sentence'

export const reviewPhrases = {
  'This document': ['Det här dokumentet', 'Dieses Dokument'],
  'send this to translation': ['skicka det här till översättning', 'dies zur Übersetzung zu schicken'],
} as const satisfies Record<string, readonly [sv: string, de: string]>

export const say = phrasebook(reviewPhrases)

import { phrasebook } from '@/lib/sentence'

export const releasePhrases = {
  'do this': ['göra detta', 'dies zu tun'],
  'Publishing this kind of document': [
    'Att publicera den här sortens dokument',
    'Das Veröffentlichen dieser Art von Dokument',
  ],
} as const satisfies Record<string, readonly [sv: string, de: string]>

export const say = phrasebook(releasePhrases)

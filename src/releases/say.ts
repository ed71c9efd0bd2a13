import { phrasebook } from '@/lib/sentence'

export const releasePhrases = {
  'do this': ['göra detta', 'dies zu tun'],
  'This document': ['Det här dokumentet', 'Dieses Dokument'],
  'Publishing this kind of document': [
    'Att publicera den här sortens dokument',
    'Das Veröffentlichen dieser Art von Dokument',
  ],
  '{From} {fromName} needs {to} {toName} to be public.': [
    '{From} {fromName} kräver att {to} {toName} visas offentligt.',
    '{From} {fromName} setzt voraus, dass {to} {toName} öffentlich ist.',
  ],
  '“{title}”': ['”{title}”', '„{title}“'],
  'the prize': ['priset', 'der Preis'],
  'the year': ['året', 'das Jahr'],
  'the laureate': ['pristagaren', 'der Preisträger'],
  'the award entry': ['utmärkelsen', 'die Auszeichnung'],
  'the biography': ['biografin', 'die Biografie'],
  'the press contact': ['presskontakten', 'der Pressekontakt'],
} as const satisfies Record<string, readonly [sv: string, de: string]>

export const say = phrasebook(releasePhrases)

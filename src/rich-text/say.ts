import { phrasebook } from '@/lib/sentence'

export const richTextPhrases = {
  'is larger than 2 MB. Split the text.': [
    'är större än 2 MB. Dela texten.',
    'ist größer als 2 MB. Teilen Sie den Text.',
  ],
  'is not rich text': ['är inte formaterad text', 'ist kein formatierter Text'],
  'has a format that is not offered': [
    'har ett format som inte erbjuds',
    'hat ein Format, das nicht angeboten wird',
  ],
  'must be a full http, https or mailto address': [
    'måste vara en fullständig http-, https- eller mailto-adress',
    'muss eine vollständige http-, https- oder mailto-Adresse sein',
  ],
  'The text': ['Texten', 'Der Text'],
  'Paragraph {number} ({path})': ['Stycke {number} ({path})', 'Absatz {number} ({path})'],
  '{place}: {reason}': ['{place}: {reason}', '{place}: {reason}'],
} as const satisfies Record<string, readonly [sv: string, de: string]>

export const say = phrasebook(richTextPhrases)

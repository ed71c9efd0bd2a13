import { phrasebook } from '@/lib/sentence'

export const signInPhrases = {
  'The password': ['Lösenordet', 'Das Passwort'],
  'Your present password': ['Ditt nuvarande lösenord', 'Ihr jetziges Passwort'],
  'is missing. It is asked for when you set a new one.': [
    'saknas. Det behövs när du anger ett nytt.',
    'fehlt. Es wird gebraucht, wenn Sie ein neues setzen.',
  ],
  'must hold {least} to {most} characters.': [
    'måste ha {least} till {most} tecken.',
    'muss {least} bis {most} Zeichen haben.',
  ],
  'is easy to guess: common words, repetitions, a name or a date. Take four or more words that have nothing to do with each other.':
    [
      'är lätt att gissa: vanliga ord, upprepningar, ett namn eller ett datum. Ta fyra ord eller fler som inte har med varandra att göra.',
      'ist leicht zu erraten: häufige Wörter, Wiederholungen, ein Name oder ein Datum. Nehmen Sie vier oder mehr Wörter, die nichts miteinander zu tun haben.',
    ],
  'must be text.': ['måste vara text.', 'muss Text sein.'],
  'in a minute': ['om en minut', 'in einer Minute'],
  'in {number} minutes': ['om {number} minuter', 'in {number} Minuten'],
  'in {number} hours': ['om {number} timmar', 'in {number} Stunden'],
  'Signing in by this door': ['Att logga in den här vägen', 'Das Anmelden auf diesem Weg'],
  'remove the second step of other people': [
    'ta bort andra personers andra steg',
    'den zweiten Schritt anderer Personen zu entfernen',
  ],
  'The second step': ['Det andra steget', 'Der zweite Schritt'],
  'is not set up.': ['är inte inställt.', 'ist nicht eingerichtet.'],
  'took too long. Begin again.': ['tog för lång tid. Börja om.', 'dauerte zu lange. Beginnen Sie von vorn.'],
} as const satisfies Record<string, readonly [sv: string, de: string]>

export const say = phrasebook(signInPhrases)

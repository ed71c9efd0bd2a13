import { phrasebook } from '@/lib/sentence'

export const previewPhrases = {
  'A preview of this kind of document': [
    'En förhandsvisning av den här sortens dokument',
    'Eine Vorschau dieser Art von Dokument',
  ],
  'This document': ['Det här dokumentet', 'Dieses Dokument'],
  'a document': ['ett dokument', 'ein Dokument'],
  '“{title}”': ['”{title}”', '„{title}“'],
  Preview: ['Förhandsvisning', 'Vorschau'],
  'older words': ['äldre ord', 'ältere Wörter'],
  'Preview: not public': ['Förhandsvisning: inte offentligt', 'Vorschau: nicht öffentlich'],
  'Preview: public already, in these words': [
    'Förhandsvisning: redan offentligt, med de här orden',
    'Vorschau: schon öffentlich, in diesen Wörtern',
  ],
  'For {name} alone, until {time} or until you sign out.': [
    'Bara för {name}, till {time} eller tills du loggar ut.',
    'Nur für {name}, bis {time} oder bis Sie sich abmelden.',
  ],
  '{unit}: {stage}': ['{unit}: {stage}', '{unit}: {stage}'],
  'nothing is written': ['inget är skrivet', 'es ist nichts geschrieben'],
  'as it is public': ['så som det är offentligt', 'wie es öffentlich ist'],
  'The words have changed since; open the preview again at the document.': [
    'Orden har ändrats sedan dess; öppna förhandsvisningen igen vid dokumentet.',
    'Die Wörter haben sich seither geändert; öffnen Sie die Vorschau am Dokument noch einmal.',
  ],
  'Not public yet either, and shown from the drafts: {names}.': [
    'Inte heller offentligt ännu, och visat ur utkasten: {names}.',
    'Ebenfalls noch nicht öffentlich und aus den Entwürfen gezeigt: {names}.',
  ],
  'As data, for developers': ['Som data, för utvecklare', 'Als Daten, für Entwickler'],
  'Nothing is here': ['Här finns inget', 'Hier ist nichts'],
  'A preview ends after an hour, and when its person signs out. Open it again at the document in the desk.': [
    'En förhandsvisning upphör efter en timme, och när dess person loggar ut. Öppna den igen vid dokumentet.',
    'Eine Vorschau endet nach einer Stunde, und wenn sich ihre Person abmeldet. Öffnen Sie sie am Dokument noch einmal.',
  ],
  'The address has a slash too many at its end': [
    'Adressen har ett snedstreck för mycket på slutet',
    'Die Adresse hat am Ende einen Schrägstrich zu viel',
  ],
  'Remove it and open the address again.': [
    'Ta bort det och öppna adressen igen.',
    'Entfernen Sie ihn und öffnen Sie die Adresse noch einmal.',
  ],
  'A preview shows one document in one language; nothing of it is at this address. Open it again at the document in the desk.':
    [
      'En förhandsvisning visar ett dokument på ett språk; på den här adressen finns inget av det. Öppna den igen vid dokumentet.',
      'Eine Vorschau zeigt ein Dokument in einer Sprache; unter dieser Adresse ist nichts davon. Öffnen Sie sie am Dokument noch einmal.',
    ],
  'To Laureate Desk': ['Till Laureate Desk', 'Zu Laureate Desk'],
  'in {language}': ['på {language}', 'auf {language}'],
  'Full name': ['Fullständigt namn', 'Vollständiger Name'],
  'Name in the own script': ['Namn i egen skrift', 'Name in eigener Schrift'],
  Born: ['Född', 'Geboren'],
  Died: ['Död', 'Gestorben'],
  Education: ['Utbildning', 'Ausbildung'],
  Founded: ['Grundad', 'Gegründet'],
  'Based in': ['Verksam i', 'Ansässig in'],
  'Award entries': ['Utmärkelser', 'Auszeichnungen'],
  Laureates: ['Pristagare', 'Preisträger'],
  Countries: ['Länder', 'Länder'],
  Share: ['Andel', 'Anteil'],
  Ceremony: ['Ceremoni', 'Verleihung'],
  Amount: ['Belopp', 'Betrag'],
  'As of': ['Per', 'Stand'],
  Sources: ['Källor', 'Quellen'],
  'Press contacts': ['Presskontakter', 'Pressekontakte'],
  Languages: ['Språk', 'Sprachen'],
  Telephone: ['Telefon', 'Telefon'],
  'E-mail': ['E-post', 'E-Mail'],
  'What it shows': ['Vad den visar', 'Was es zeigt'],
  Caption: ['Bildtext', 'Bildunterschrift'],
  Credit: ['Byline', 'Bildnachweis'],
  Terms: ['Villkor', 'Bedingungen'],
  Corrects: ['Rättar', 'Berichtigt'],
} as const satisfies Record<string, readonly [sv: string, de: string]>

export const say = phrasebook(previewPhrases)

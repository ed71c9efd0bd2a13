import { languageInWords } from '@/formats'
import { capitalised, phrasebook, type Sentence } from '@/lib/sentence'
import type { Stage } from './stages'

export const unitPhrases = {
  'This document': ['Det här dokumentet', 'Dieses Dokument'],
  'This version': ['Den här versionen', 'Diese Fassung'],
  'Shared facts': ['Gemensamma uppgifter', 'Gemeinsame Angaben'],
  '“{field}” has no text in this language yet.': [
    '”{field}” har ingen text på det här språket ännu.',
    '„{field}“ hat in dieser Sprache noch keinen Text.',
  ],
  '“{field}” is missing or not complete.': [
    '”{field}” saknas eller är inte fullständigt.',
    '„{field}“ fehlt oder ist nicht vollständig.',
  ],
  'Nothing is written in this language yet, so readers are shown another one. To submit it, fill in and save: {fields}.':
    [
      'Inget är skrivet på det här språket ännu, så läsarna får se ett annat. Fyll i och spara, för att kunna lämna in: {fields}.',
      'In dieser Sprache steht noch nichts, daher sehen Leserinnen und Leser eine andere. Zum Einreichen ausfüllen und speichern: {fields}.',
    ],
  'or {one}': ['eller {one}', 'oder {one}'],
  Writing: ['Skrivs', 'In Arbeit'],
  'Ready for review': ['Klart för granskning', 'Bereit zur Prüfung'],
  'Changes requested': ['Ändringar begärda', 'Änderungen erbeten'],
  Approved: ['Godkänt', 'Freigegeben'],
  Public: ['Offentligt', 'Öffentlich'],
  'Taken down': ['Nedtaget', 'Zurückgezogen'],
  '{From} {fromName} needs {to} {toName} to be public.': [
    '{From} {fromName} kräver att {to} {toName} visas offentligt.',
    '{From} {fromName} setzt voraus, dass {to} {toName} öffentlich ist.',
  ],
  'Remove or replace {to} there, have the change approved and publish it, or first take down what needs it.':
    [
      'Ta bort eller byt ut {to} där, låt någon godkänna ändringen och publicera den, eller ta först ned det som kräver detta.',
      'Dort muss {to} entfernt oder ersetzt und die Änderung freigegeben und veröffentlicht werden; oder ziehen Sie zuerst zurück, was dies voraussetzt.',
    ],
  '{Kind} {name} stays public, without this picture.': [
    '{Kind} {name} visas fortfarande offentligt, men utan den här bilden.',
    '{Kind} {name} bleibt öffentlich, ohne dieses Bild.',
  ],
  'So do {count} more.': ['Detsamma gäller {count} till.', 'Das gilt für {count} weitere.'],
  'Readers see this without the picture {name}, which is not public any more. Remove or replace it here, and publish that.':
    [
      'Läsarna ser det här utan bilden {name}, som inte längre är offentlig. Ta bort eller byt ut den här och publicera ändringen.',
      'Leserinnen und Leser sehen dies ohne das Bild {name}, das nicht mehr öffentlich ist. Entfernen oder ersetzen Sie es hier und veröffentlichen Sie die Änderung.',
    ],
  'The shares of all entries of this year come to {sum}: more than the whole prize. Correct this one or another.':
    [
      'Andelarna i årets alla utmärkelser blir tillsammans {sum}: mer än hela priset. Rätta den här eller någon annan.',
      'Die Anteile aller Auszeichnungen dieses Jahres ergeben {sum}: mehr als den ganzen Preis. Berichtigen Sie diesen oder einen anderen.',
    ],
  '“{title}”': ['”{title}”', '„{title}“'],
  'another document': ['ett annat dokument', 'ein anderes Dokument'],
  'the prize': ['priset', 'der Preis'],
  'the year': ['året', 'das Jahr'],
  'the laureate': ['pristagaren', 'der Preisträger'],
  'the award entry': ['utmärkelsen', 'die Auszeichnung'],
  'the biography': ['biografin', 'die Biografie'],
  'the press release': ['pressmeddelandet', 'die Pressemitteilung'],
  'the press contact': ['presskontakten', 'der Pressekontakt'],
  'the picture': ['bilden', 'das Bild'],
  'do this': ['göra detta', 'dies zu tun'],
} as const satisfies Record<string, readonly [sv: string, de: string]>

export const say = phrasebook(unitPhrases)

/** A unit as a sentence begins with it: "Shared facts", "Swedish". */
export const unitInWords = (unit: string): Sentence =>
  unit === 'shared' ? say('Shared facts') : capitalised(languageInWords(unit))

/** The stages as screens call them. */
export const stageInWords: Record<Stage, Sentence> = {
  writing: say('Writing'),
  'in-review': say('Ready for review'),
  'changes-requested': say('Changes requested'),
  approved: say('Approved'),
  public: say('Public'),
  'taken-down': say('Taken down'),
}

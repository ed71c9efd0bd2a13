import type { PayloadRequest } from 'payload'
import { inLanguage, phrasebook, screenLanguage, type Sentence } from '@/lib/sentence'

export const fieldPhrases = {
  'Please fill this in.': ['Fyll i det här.', 'Bitte füllen Sie dies aus.'],
  'This file': ['Den här filen', 'Diese Datei'],
  'The same value is listed twice.': ['Samma värde står två gånger.', 'Derselbe Wert steht zweimal da.'],
  'Write the date as 1962-09-25, 1962-09, 1962, 196X or 1962~ (EDTF).': [
    'Skriv datumet som 1962-09-25, 1962-09, 1962, 196X eller 1962~ (EDTF).',
    'Schreiben Sie das Datum als 1962-09-25, 1962-09, 1962, 196X oder 1962~ (EDTF).',
  ],
  'Write the day as 2026-10-01.': ['Skriv dagen som 2026-10-01.', 'Schreiben Sie den Tag als 2026-10-01.'],
  'Choose a country from the list.': ['Välj ett land ur listan.', 'Wählen Sie ein Land aus der Liste.'],
  'Choose a language from the list (BCP-47, such as sv or nb).': [
    'Välj ett språk ur listan (BCP-47, till exempel sv eller nb).',
    'Wählen Sie eine Sprache aus der Liste (BCP-47, zum Beispiel sv oder nb).',
  ],
  'Choose a time zone from the list, such as Europe/Stockholm.': [
    'Välj en tidszon ur listan, till exempel Europe/Stockholm.',
    'Wählen Sie eine Zeitzone aus der Liste, zum Beispiel Europe/Stockholm.',
  ],
  'Write the currency as three letters, such as SEK.': [
    'Skriv valutan med tre bokstäver, till exempel SEK.',
    'Schreiben Sie die Währung mit drei Buchstaben, zum Beispiel SEK.',
  ],
  'Use small letters a–z, digits and hyphens, such as maria-lind.': [
    'Använd små bokstäver a–z, siffror och bindestreck, till exempel maria-lind.',
    'Verwenden Sie Kleinbuchstaben a–z, Ziffern und Bindestriche, zum Beispiel maria-lind.',
  ],
  'Write the full address, with https in front.': [
    'Skriv hela adressen, med https först.',
    'Schreiben Sie die ganze Adresse, mit https am Anfang.',
  ],
  'A Wikidata number looks like Q42.': [
    'Ett Wikidata-nummer ser ut som Q42.',
    'Eine Wikidata-Nummer sieht aus wie Q42.',
  ],
  'A VIAF number holds digits only.': [
    'Ett VIAF-nummer har bara siffror.',
    'Eine VIAF-Nummer besteht nur aus Ziffern.',
  ],
  'An ISNI has 16 digits, the last may be X; write it without spaces.': [
    'Ett ISNI har 16 siffror, den sista får vara X; skriv utan mellanslag.',
    'Eine ISNI hat 16 Ziffern, die letzte darf X sein; ohne Leerzeichen geschrieben.',
  ],
  'An ORCID looks like 0000-0002-1825-0097.': [
    'Ett ORCID ser ut som 0000-0002-1825-0097.',
    'Eine ORCID sieht aus wie 0000-0002-1825-0097.',
  ],
  'A ROR number looks like 05dxps055.': [
    'Ett ROR-nummer ser ut som 05dxps055.',
    'Eine ROR-Nummer sieht aus wie 05dxps055.',
  ],
  '“{value}” is not a country of the list.': [
    '”{value}” är inget land i listan.',
    '„{value}“ ist kein Land der Liste.',
  ],
  '“{value}” is not a language of the list.': [
    '”{value}” är inget språk i listan.',
    '„{value}“ ist keine Sprache der Liste.',
  ],
  '“{value}” is not a language of this foundation.': [
    '”{value}” är inte ett av stiftelsens språk.',
    '„{value}“ ist keine Sprache dieser Stiftung.',
  ],
  '“{value}”: use small letters, digits and hyphens.': [
    '”{value}”: använd små bokstäver, siffror och bindestreck.',
    '„{value}“: verwenden Sie Kleinbuchstaben, Ziffern und Bindestriche.',
  ],
  'This is later than “{field}”. Correct one of the two.': [
    'Det här är senare än ”{field}”. Rätta ett av dem.',
    'Das ist später als „{field}“. Berichtigen Sie eines von beiden.',
  ],
  'This is earlier than “{field}”. Correct one of the two.': [
    'Det här är tidigare än ”{field}”. Rätta ett av dem.',
    'Das ist früher als „{field}“. Berichtigen Sie eines von beiden.',
  ],
  'A share is at most the whole. Write {number} or less, or correct “{field}”.': [
    'En andel är högst det hela. Skriv {number} eller mindre, eller rätta ”{field}”.',
    'Ein Anteil ist höchstens das Ganze. Schreiben Sie {number} oder weniger, oder berichtigen Sie „{field}“.',
  ],
  'Write a whole number from {min} to {max}.': [
    'Skriv ett heltal från {min} till {max}.',
    'Schreiben Sie eine ganze Zahl von {min} bis {max}.',
  ],
  'Write or paste here; “/” shows what else can stand in a text.': [
    'Skriv eller klistra in här; ”/” visar vad mer som kan stå i en text.',
    'Hier schreiben oder einfügen; „/“ zeigt, was sonst in einem Text stehen kann.',
  ],
} as const satisfies Record<string, readonly [sv: string, de: string]>

export const say = phrasebook(fieldPhrases)

/** The sentence in the language of the screens of whoever sent the request. */
export const toReader = ({ i18n }: PayloadRequest, said: Sentence): string =>
  inLanguage(said, screenLanguage(i18n.language))

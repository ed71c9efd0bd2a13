import { phrasebook } from '@/lib/sentence'

export const workflowPhrases = {
  'This document': ['Det här dokumentet', 'Dieses Dokument'],
  'This function': ['Den här funktionen', 'Diese Funktion'],
  'This address': ['Den här adressen', 'Diese Adresse'],
  'create this': ['skapa detta', 'dies anzulegen'],
  'update this': ['ändra detta', 'dies zu ändern'],
  'delete this': ['radera detta', 'dies zu löschen'],
  'create other people': ['lägga till andra personer', 'andere Personen anzulegen'],
  'update other people': ['ändra andra personer', 'andere Personen zu ändern'],
  'delete other people': ['radera andra personer', 'andere Personen zu löschen'],
  'change “{field}”. Ask an administrator': [
    'ändra ”{field}”. Fråga en administratör',
    '„{field}“ zu ändern. Fragen Sie die Administration',
  ],
  'Restoring an older version': [
    'Att återställa en äldre version',
    'Das Wiederherstellen einer älteren Version',
  ],
  'Duplicating a document': ['Att duplicera ett dokument', 'Das Duplizieren eines Dokuments'],
  'Duplicating a person': ['Att duplicera en person', 'Das Duplizieren einer Person'],
  'Changing many documents at once': [
    'Att ändra många dokument på en gång',
    'Das Ändern vieler Dokumente auf einmal',
  ],
  'Changing many people at once': [
    'Att ändra många personer på en gång',
    'Das Ändern vieler Personen auf einmal',
  ],
  'Signing in or saving from another address than {address}': [
    'Att logga in eller spara från en annan adress än {address}',
    'Das Anmelden oder Speichern von einer anderen Adresse als {address}',
  ],
  '“{title}”': ['”{title}”', '„{title}“'],
  'a document without a title': ['ett dokument utan titel', 'ein Dokument ohne Titel'],
  '{titles} and {number} more': ['{titles} och {number} till', '{titles} und {number} weitere'],
  'The request': ['Förfrågan', 'Die Anfrage'],
  'The document': ['Dokumentet', 'Das Dokument'],
  File: ['Fil', 'Datei'],
  'The file': ['Filen', 'Die Datei'],
  'is missing. Choose a picture.': ['saknas. Välj en bild.', 'fehlt. Wählen Sie ein Bild.'],
  'has a name that is too long.': ['har ett för långt namn.', 'hat einen zu langen Namen.'],
  'This file': ['Den här filen', 'Diese Datei'],
  'must hold fields. Leave it out where there is nothing to say.': [
    'måste innehålla fält. Utelämna det om det inte finns något att säga.',
    'muss Felder enthalten. Lassen Sie es weg, wenn nichts zu sagen ist.',
  ],
  'must be a number.': ['måste vara ett tal.', 'muss eine Zahl sein.'],
  '{number} characters': ['{number} tecken', '{number} Zeichen'],
  '{place}: {reason}': ['{place}: {reason}', '{place}: {reason}'],
  'A value in this request cannot be read.': [
    'Ett värde i den här förfrågan går inte att läsa.',
    'Ein Wert in dieser Anfrage ist nicht lesbar.',
  ],
  'This must be text.': ['Det här måste vara text.', 'Dies muss Text sein.'],
  'This must be an e-mail address.': [
    'Det här måste vara en e-postadress.',
    'Dies muss eine E-Mail-Adresse sein.',
  ],
  'Choose from the list.': ['Välj ur listan.', 'Wählen Sie aus der Liste.'],
  'This must be the id of a document.': [
    'Det här måste vara ett dokuments id.',
    'Dies muss die Id eines Dokuments sein.',
  ],
  'This must be a number.': ['Det här måste vara ett tal.', 'Dies muss eine Zahl sein.'],
  'This must be true or false.': ['Det här måste vara ja eller nej.', 'Dies muss ja oder nein sein.'],
  'This must be a date and time (RFC 3339).': [
    'Det här måste vara en dag med klockslag (RFC 3339).',
    'Dies muss ein Tag mit Uhrzeit sein (RFC 3339).',
  ],
  'This must be rich text.': ['Det här måste vara formaterad text.', 'Dies muss formatierter Text sein.'],
  'This must hold fields.': ['Det här måste innehålla fält.', 'Dies muss Felder enthalten.'],
  'This must be a list.': ['Det här måste vara en lista.', 'Dies muss eine Liste sein.'],
  'This must be a list of at most {number}.': [
    'Det här måste vara en lista med högst {number}.',
    'Dies muss eine Liste mit höchstens {number} Einträgen sein.',
  ],
  'Notes for colleagues': ['Anteckningar för kollegor', 'Notizen für Kollegen'],
  'The linked document does not exist.': [
    'Dokumentet som länken går till finns inte.',
    'Das verknüpfte Dokument gibt es nicht.',
  ],
} as const satisfies Record<string, readonly [sv: string, de: string]>

export const say = phrasebook(workflowPhrases)

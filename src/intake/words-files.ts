// What is wrong with a file that was sent, what was changed in it, and why an import is not saved.

export const filePhrases = {
  'A page must be a text or the bytes of a file.': [
    'En sida måste vara en text eller innehållet i en fil.',
    'Eine Seite muss ein Text oder der Inhalt einer Datei sein.',
  ],
  'The page is larger than 2 MiB. Send one laureate page at a time.': [
    'Sidan är större än 2 MiB. Skicka en sida i taget.',
    'Die Seite ist größer als 2 MiB. Senden Sie jeweils eine Seite.',
  ],
  'The page is empty.': ['Sidan är tom.', 'Die Seite ist leer.'],
  'The page holds no words.': ['Sidan har inga ord.', 'Die Seite enthält keine Wörter.'],
  'Line {line} {problem}': ['Rad {line} {problem}', 'Zeile {line} {problem}'],
  'The file is {what}. Copy the page’s text, or save it as text or HTML.': [
    'Filen är {what}. Kopiera sidans text, eller spara den som text eller HTML.',
    'Die Datei ist {what}. Kopieren Sie den Text der Seite, oder speichern Sie sie als Text oder HTML.',
  ],
  'a PDF': ['en PDF', 'ein PDF'],
  'a Word, OpenDocument or ZIP file': [
    'en Word-, OpenDocument- eller ZIP-fil',
    'eine Word-, OpenDocument- oder ZIP-Datei',
  ],
  'an old Word file': ['en gammal Word-fil', 'eine alte Word-Datei'],
  'an image': ['en bild', 'ein Bild'],
  'The file is UTF-16. Save it as UTF-8 and send it again.': [
    'Filen är UTF-16. Spara den som UTF-8 och skicka den igen.',
    'Die Datei ist UTF-16. Speichern Sie sie als UTF-8 und senden Sie sie erneut.',
  ],
  'Line {line} is not UTF-8. Save the file as UTF-8 and send it again.': [
    'Rad {line} är inte UTF-8. Spara filen som UTF-8 och skicka den igen.',
    'Zeile {line} ist kein UTF-8. Speichern Sie die Datei als UTF-8 und senden Sie sie erneut.',
  ],
  'The page has more than {number} lines of words. Send one laureate page at a time.': [
    'Sidan har mer än {number} rader med ord. Skicka en sida i taget.',
    'Die Seite hat mehr als {number} Zeilen mit Wörtern. Senden Sie jeweils eine Seite.',
  ],
  'Line {line} is longer than {number} characters.': [
    'Rad {line} är längre än {number} tecken.',
    'Zeile {line} ist länger als {number} Zeichen.',
  ],
  'This does not look like a laureate page. Looked for (in English, Swedish, German, French or Spanish): {wanted}. Found: {found}.':
    [
      'Det här ser inte ut som en sida om pristagare. Det som söktes (på engelska, svenska, tyska, franska eller spanska): {wanted}. Hittades: {found}.',
      'Das sieht nicht wie eine Seite über Preisträger aus. Gesucht (auf Englisch, Schwedisch, Deutsch, Französisch oder Spanisch): {wanted}. Gefunden: {found}.',
    ],
  'none of these': ['inget av detta', 'nichts davon'],
  'a title that ends with a country in brackets': [
    'en titel som slutar med ett land inom parentes',
    'ein Titel, der mit einem Land in Klammern endet',
  ],
  'a motivation that begins with “…”': [
    'en motivering som börjar med ”…”',
    'eine Begründung, die mit „…“ beginnt',
  ],
  'facts such as “Date of Birth:” or “Established:”': [
    'fakta som ”Födelsedatum:” eller ”Grundad:”',
    'Fakten wie „Geburtsdatum:“ oder „Gegründet:“',
  ],
  '“{name}” with phone numbers': ['”{name}” med telefonnummer', '„{name}“ mit Telefonnummern'],
  'The page’s navigation was left out.': [
    'Sidans navigering utelämnades.',
    'Die Navigation der Seite wurde ausgelassen.',
  ],
  'The page’s footer was left out.': [
    'Sidans sidfot utelämnades.',
    'Die Fußzeile der Seite wurde ausgelassen.',
  ],
  'Line {line}: {what}': ['Rad {line}: {what}', 'Zeile {line}: {what}'],
  'Line {line} and {more} more: {what}': [
    'Rad {line} och {more} till: {what}',
    'Zeile {line} und {more} weitere: {what}',
  ],
  'special spaces became plain spaces.': [
    'särskilda mellanslag blev vanliga mellanslag.',
    'besondere Leerzeichen wurden zu einfachen Leerzeichen.',
  ],
  'invisible characters were taken out.': [
    'osynliga tecken togs bort.',
    'unsichtbare Zeichen wurden entfernt.',
  ],
  'a character was already broken (�); correct it by hand.': [
    'ett tecken var redan trasigt (�); rätta det för hand.',
    'ein Zeichen war schon beschädigt (�); berichtigen Sie es von Hand.',
  ],
  'The text is wrapped at a column; lines were joined into paragraphs. Check the headings.': [
    'Texten är radbruten vid en kolumn; rader fogades ihop till stycken. Kontrollera rubrikerna.',
    'Der Text ist an einer Spalte umbrochen; Zeilen wurden zu Absätzen verbunden. Prüfen Sie die Überschriften.',
  ],
  '{name}: the page puts the end ({end}) before the beginning ({beginning}). The end is left out; write the right one into the draft.':
    [
      '{name}: enligt sidan kommer slutet ({end}) före början ({beginning}). Slutet utelämnas; skriv det rätta i utkastet.',
      '{name}: Laut der Seite liegt das Ende ({end}) vor dem Anfang ({beginning}). Das Ende wird ausgelassen; schreiben Sie das richtige in den Entwurf.',
    ],
  'import pages': ['importera sidor', 'Seiten zu übernehmen'],
  'The prize “{name}”': ['Priset ”{name}”', 'Der Preis „{name}“'],
  'The laureate “{name}”': ['Pristagaren ”{name}”', 'Der Preisträger „{name}“'],
  'The laureates': ['Pristagarna', 'Die Preisträger'],
  'one laureate stands there twice.': [
    'en pristagare står där två gånger.',
    'ein Preisträger steht zweimal da.',
  ],
  'is in the desk already. Read the page again and say whether it is the same laureate.': [
    'finns redan. Läs sidan igen och säg om det är samma pristagare.',
    'gibt es schon. Lesen Sie die Seite erneut und sagen Sie, ob es derselbe Preisträger ist.',
  ],
} as const satisfies Record<string, readonly [sv: string, de: string]>

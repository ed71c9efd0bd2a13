// What may stand in rich texts besides text: blocks and their fields.

export const blockWords = {
  en: {
    'body.quotation': 'Quotation | Somebody’s words, set apart from the text.',
    'body.quotation.text': 'Words | What was said, without quotation marks.',
    'body.quotation.speaker': 'Said by | Name and role of the person.',
    'body.boilerplate':
      'About the prize | The standing words about a prize, the same in every press release.',
    'body.boilerplate.prize': 'Prize | The prize whose standing words are shown here.',
  },
  sv: {
    'body.quotation': 'Citat | Någons ord, skilda från texten.',
    'body.quotation.text': 'Ord | Det som sades, utan citattecken.',
    'body.quotation.speaker': 'Sagt av | Personens namn och roll.',
    'body.boilerplate': 'Om priset | De fasta orden om ett pris, desamma i varje pressmeddelande.',
    'body.boilerplate.prize': 'Pris | Det pris vars fasta ord visas här.',
  },
  de: {
    'body.quotation': 'Zitat | Jemandes Worte, vom Text abgesetzt.',
    'body.quotation.text': 'Worte | Was gesagt wurde, ohne Anführungszeichen.',
    'body.quotation.speaker': 'Gesagt von | Name und Funktion der Person.',
    'body.boilerplate':
      'Über den Preis | Die festen Worte über einen Preis, in jeder Pressemitteilung dieselben.',
    'body.boilerplate.prize': 'Preis | Der Preis, dessen feste Worte hier stehen.',
  },
} satisfies Record<string, Record<string, string>>

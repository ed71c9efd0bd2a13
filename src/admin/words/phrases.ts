import { fill, type Language } from './index'

// What the reader of pages says in English, in the other languages of the screens. A sentence that is not
// here is shown in English. `{…}` stands for the part of the page that the sentence is about.

type Phrase = readonly [en: string, sv: string, de: string]

const labels: readonly Phrase[] = [
  ['Language', 'Språk', 'Sprache'],
  ['Title', 'Titel', 'Titel'],
  ['Countries', 'Länder', 'Länder'],
  ['Motivation', 'Motivering', 'Begründung'],
  ['Short text, paragraph', 'Kort text, stycke', 'Kurzer Text, Absatz'],
  ['Long biography, heading', 'Lång biografi, rubrik', 'Lange Biografie, Überschrift'],
  ['Long biography, paragraph', 'Lång biografi, stycke', 'Lange Biografie, Absatz'],
  ['Label of the page', 'Sidans etikett', 'Beschriftung der Seite'],
  ['Not placed', 'Inte placerat', 'Nicht zugeordnet'],
  ['Facts, not placed', 'Fakta, inte placerade', 'Fakten, nicht zugeordnet'],
  ['Press release, title', 'Pressmeddelande, rubrik', 'Pressemitteilung, Titel'],
  ['Contact', 'Kontakt', 'Kontakt'],
  ['What the contact is for', 'Vad kontakten är till för', 'Wofür der Kontakt da ist'],
  ['Phone', 'Telefon', 'Telefon'],
  ['E-mail', 'E-post', 'E-Mail'],
  ['Laureate {number}, known name', 'Pristagare {number}, känt namn', 'Preisträger {number}, bekannter Name'],
  ['{name}: full name', '{name}: fullständigt namn', '{name}: voller Name'],
  ['{name}: given name, family name', '{name}: förnamn, efternamn', '{name}: Vorname, Familienname'],
  ['{name}: place of birth', '{name}: födelseort', '{name}: Geburtsort'],
  ['{name}: date of birth', '{name}: födelsedatum', '{name}: Geburtsdatum'],
  ['{name}: place of death', '{name}: dödsort', '{name}: Todesort'],
  ['{name}: date of death', '{name}: dödsdatum', '{name}: Todesdatum'],
  ['{name}: education', '{name}: utbildning', '{name}: Ausbildung'],
  ['{name}: established', '{name}: grundad', '{name}: gegründet'],
  ['{name}: dissolved', '{name}: upplöst', '{name}: aufgelöst'],
  ['{name}: based in', '{name}: säte', '{name}: Sitz'],
]

const notes: readonly Phrase[] = [
  ['Not content.', 'Inget innehåll.', 'Kein Inhalt.'],
  ['As answered.', 'Som besvarat.', 'Wie beantwortet.'],
  ['Left out, as answered.', 'Utelämnat, som besvarat.', 'Ausgelassen, wie beantwortet.'],
  [
    'Divided by a rule. Some families write their name first.',
    'Delat enligt en regel. Somliga familjer skriver sitt namn först.',
    'Nach einer Regel geteilt. Manche Familien schreiben ihren Namen zuerst.',
  ],
  [
    'The words name no country; the country is that of the award.',
    'Orden nämner inget land; landet är utmärkelsens.',
    'Die Worte nennen kein Land; es ist das Land der Auszeichnung.',
  ],
  ['Written “{text}”.', 'Skrivet ”{text}”.', 'Geschrieben „{text}“.'],
  [
    'The page holds no facts about this laureate.',
    'Sidan har inga fakta om denna pristagare.',
    'Die Seite enthält keine Fakten über diesen Preisträger.',
  ],
]

const questions: readonly Phrase[] = [
  [
    'In which year was the award given?',
    'Vilket år delades priset ut?',
    'In welchem Jahr wurde der Preis verliehen?',
  ],
  ['Which prize is it?', 'Vilket pris är det?', 'Welcher Preis ist es?'],
  [
    'Which web address part shall the award entry have?',
    'Vilken webbadress ska utmärkelsen ha?',
    'Welche Webadresse soll die Auszeichnung haben?',
  ],
  [
    'Which web address part shall “{name}” have? (small Latin letters, digits, hyphens)',
    'Vilken webbadress ska ”{name}” ha? (små bokstäver, siffror, bindestreck)',
    'Welche Webadresse soll „{name}“ haben? (Kleinbuchstaben, Ziffern, Bindestriche)',
  ],
  [
    'What is the e-mail address of {name}?',
    'Vilken e-postadress har {name}?',
    'Wie lautet die E-Mail-Adresse von {name}?',
  ],
  [
    'In which language is the page written?',
    'På vilket språk är sidan skriven?',
    'In welcher Sprache ist die Seite geschrieben?',
  ],
  [
    'The page shows no motivation. What is the official one?',
    'Sidan visar ingen motivering. Vilken är den officiella?',
    'Die Seite zeigt keine Begründung. Wie lautet die offizielle?',
  ],
  [
    'Is “{name}” one laureate or {number}?',
    'Är ”{name}” en pristagare eller {number}?',
    'Ist „{name}“ ein Preisträger oder {number}?',
  ],
  [
    'The desk already holds a laureate called “{name}”. Is it the same one?',
    'Det finns redan en pristagare som heter ”{name}”. Är det samma?',
    'Es gibt schon einen Preisträger namens „{name}“. Ist es derselbe?',
  ],
  ['Yes', 'Ja', 'Ja'],
  ['A person', 'En person', 'Eine Person'],
  ['An organisation', 'En organisation', 'Eine Organisation'],
  ['A heading', 'En rubrik', 'Eine Überschrift'],
  ['A paragraph', 'Ett stycke', 'Ein Absatz'],
  ['Leave it out', 'Utelämna det', 'Auslassen'],
  ['Leave them out', 'Utelämna dem', 'Auslassen'],
  ['No, leave it out', 'Nej, utelämna det', 'Nein, auslassen'],
  ['They belong to the short text', 'De hör till den korta texten', 'Sie gehören zum kurzen Text'],
  [
    'They belong to the long biography',
    'De hör till den långa biografin',
    'Sie gehören zur langen Biografie',
  ],
  [
    'Another one: make a new laureate',
    'En annan: skapa en ny pristagare',
    'Ein anderer: neuen Preisträger anlegen',
  ],
  ['The same as {name}', 'Samma som {name}', 'Derselbe wie {name}'],
]

const phrases = [...labels, ...notes, ...questions].map(([en, sv, de]) => ({
  pattern: patternOf(en),
  sv,
  de,
}))

/** A sentence of the reader in the language of the screen. */
export function phrase(sentence: string, language: string): string {
  if (language !== 'sv' && language !== 'de') return sentence
  for (const { pattern, ...said } of phrases) {
    const found = pattern.exec(sentence)
    if (found) return fill(said[language satisfies Language], { ...found.groups })
  }
  return sentence
}

function patternOf(text: string): RegExp {
  const escaped = text.replaceAll(/[.*+?^$()|[\]\\]/g, String.raw`\$&`)
  return new RegExp(`^${escaped.replaceAll(/\{(\w+)\}/g, '(?<$1>.+)')}$`, 'u')
}

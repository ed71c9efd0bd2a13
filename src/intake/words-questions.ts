// What the import asks, and what it answers to an answer that it cannot use.

export const questionPhrases = {
  'In which year was the award given?': [
    'Vilket år delades priset ut?',
    'In welchem Jahr wurde der Preis verliehen?',
  ],
  'Which prize is it?': ['Vilket pris är det?', 'Welcher Preis ist es?'],
  'Which web address part shall the award entry have?': [
    'Vilken webbadress ska utmärkelsen ha?',
    'Welche Webadresse soll die Auszeichnung haben?',
  ],
  'Which image of the desk shows the laureates? (its id)': [
    'Vilken bild visar pristagarna? (dess id)',
    'Welches Bild zeigt die Preisträger? (seine Id)',
  ],
  'Which web address part shall “{name}” have? (small Latin letters, digits, hyphens)': [
    'Vilken webbadress ska ”{name}” ha? (små bokstäver, siffror, bindestreck)',
    'Welche Webadresse soll „{name}“ haben? (Kleinbuchstaben, Ziffern, Bindestriche)',
  ],
  'What is the e-mail address of {name}?': [
    'Vilken e-postadress har {name}?',
    'Wie lautet die E-Mail-Adresse von {name}?',
  ],
  'In which language is the page written?': [
    'På vilket språk är sidan skriven?',
    'In welcher Sprache ist die Seite geschrieben?',
  ],
  'The page shows no motivation. What is the official one?': [
    'Sidan visar ingen motivering. Vilken är den officiella?',
    'Die Seite zeigt keine Begründung. Wie lautet die offizielle?',
  ],
  'The page shows no title. What is it, with the country in brackets? For example: Ada Lind / Free Rivers (Norway)':
    [
      'Sidan visar ingen titel. Vilken är den, med landet inom parentes? Till exempel: Ada Lind / Free Rivers (Norge)',
      'Die Seite zeigt keinen Titel. Wie lautet er, mit dem Land in Klammern? Zum Beispiel: Ada Lind / Free Rivers (Norwegen)',
    ],
  'Is line {line} the motivation? “{text}”': [
    'Är rad {line} motiveringen? ”{text}”',
    'Ist Zeile {line} die Begründung? „{text}“',
  ],
  'Yes, it is the motivation': ['Ja, det är motiveringen', 'Ja, es ist die Begründung'],
  'No, it belongs to the short text': [
    'Nej, den hör till den korta texten',
    'Nein, sie gehört zum kurzen Text',
  ],
  'Does line {line} belong to the short text? “{text}”': [
    'Hör rad {line} till den korta texten? ”{text}”',
    'Gehört Zeile {line} zum kurzen Text? „{text}“',
  ],
  'What is line {line} of the long biography? “{text}”': [
    'Vad är rad {line} i den långa biografin? ”{text}”',
    'Was ist Zeile {line} der langen Biografie? „{text}“',
  ],
  'Where does line {line} belong ({where})? “{text}”': [
    'Vart hör rad {line} ({where})? ”{text}”',
    'Wohin gehört Zeile {line} ({where})? „{text}“',
  ],
  'Where do {count} lines from line {line} on belong ({where})? “{text}”': [
    'Vart hör {count} rader från och med rad {line} ({where})? ”{text}”',
    'Wohin gehören {count} Zeilen ab Zeile {line} ({where})? „{text}“',
  ],
  'Is “{name}” one laureate or {number}?': [
    'Är ”{name}” en pristagare eller {number}?',
    'Ist „{name}“ ein Preisträger oder {number}?',
  ],
  'One: “{name}”': ['En: ”{name}”', 'Einer: „{name}“'],
  '{number}: {names}': ['{number}: {names}', '{number}: {names}'],
  '“{text}”': ['”{text}”', '„{text}“'],
  '“{label}” in the title is not a country that the desk knows. Which countries belong to this award? (ISO codes, or none)':
    [
      '”{label}” i titeln är inget känt land. Vilka länder hör till utmärkelsen? (ISO-koder, eller inga)',
      '„{label}“ im Titel ist kein bekanntes Land. Welche Länder gehören zu der Auszeichnung? (ISO-Codes, oder keine)',
    ],
  'The title names no country. Which countries belong to this award? (ISO codes, or none)': [
    'Titeln nämner inget land. Vilka länder hör till utmärkelsen? (ISO-koder, eller inga)',
    'Der Titel nennt kein Land. Welche Länder gehören zu der Auszeichnung? (ISO-Codes, oder keine)',
  ],
  'The page says two things about {name}. Which is right?': [
    'Sidan säger två saker om {name}. Vilket stämmer?',
    'Die Seite sagt zweierlei über {name}. Was stimmt?',
  ],
  'The facts about “{name}” fit a person and an organisation. Which is it?': [
    'Fakta om ”{name}” passar både en person och en organisation. Vilket är det?',
    'Die Fakten über „{name}“ passen zu einer Person und zu einer Organisation. Was ist es?',
  ],
  'The page holds no facts about “{name}”. Is this a person or an organisation?': [
    'Sidan har inga fakta om ”{name}”. Är det en person eller en organisation?',
    'Die Seite enthält keine Fakten über „{name}“. Ist das eine Person oder eine Organisation?',
  ],
  'The desk already holds a laureate called “{name}”. Is it the same one?': [
    'Det finns redan en pristagare som heter ”{name}”. Är det samma?',
    'Es gibt schon einen Preisträger namens „{name}“. Ist es derselbe?',
  ],
  'The desk already holds laureates called “{name}”. Is it the same one?': [
    'Det finns redan pristagare som heter ”{name}”. Är det någon av dem?',
    'Es gibt schon Preisträger namens „{name}“. Ist es einer von ihnen?',
  ],
  'The same as {name}': ['Samma som {name}', 'Derselbe wie {name}'],
  'Another one: make a new laureate': [
    'En annan: skapa en ny pristagare',
    'Ein anderer: neuen Preisträger anlegen',
  ],
  '“{text}” can be read in two ways. Which date is meant ({name}, {what})?': [
    '”{text}” kan läsas på två sätt. Vilket datum menas ({name}, {what})?',
    '„{text}“ kann auf zwei Arten gelesen werden. Welches Datum ist gemeint ({name}, {what})?',
  ],
  '“{text}” is not a date that the desk can read. Which date is it ({name}, {what})? As 1962-09-25, 1962-09, 1962 or 1962~':
    [
      '”{text}” går inte att läsa som datum. Vilket datum är det ({name}, {what})? Som 1962-09-25, 1962-09, 1962 eller 1962~',
      '„{text}“ ist nicht als Datum lesbar. Welches Datum ist es ({name}, {what})? Als 1962-09-25, 1962-09, 1962 oder 1962~',
    ],
  'In which country of today does “{place}” lie ({name})? “{last}” lies in several.': [
    'I vilket av dagens länder ligger ”{place}” ({name})? ”{last}” ligger i flera.',
    'In welchem heutigen Land liegt „{place}“ ({name})? „{last}“ liegt in mehreren.',
  ],
  'In which country of today does “{place}” lie ({name})?': [
    'I vilket av dagens länder ligger ”{place}” ({name})?',
    'In welchem heutigen Land liegt „{place}“ ({name})?',
  ],
  'Whose are the facts under “{name}”?': [
    'Vems är fakta under ”{name}”?',
    'Wessen Fakten stehen unter „{name}“?',
  ],
  'Whose are the facts from line {line} on?': [
    'Vems är fakta från och med rad {line}?',
    'Wessen Fakten stehen ab Zeile {line}?',
  ],
  'No one’s: leave them out': ['Ingens: utelämna dem', 'Niemandes: auslassen'],
  'Are these titles of press releases? {titles}': [
    'Är det här rubriker på pressmeddelanden? {titles}',
    'Sind das Titel von Pressemitteilungen? {titles}',
  ],
  '“{name}” stands on the page a second time, with another text (line {line}). Does that text belong to it as well?':
    [
      '”{name}” står en andra gång på sidan, med en annan text (rad {line}). Hör den texten också dit?',
      '„{name}“ steht ein zweites Mal auf der Seite, mit anderem Text (Zeile {line}). Gehört dieser Text auch dazu?',
    ],
  Yes: ['Ja', 'Ja'],
  'Yes, add it': ['Ja, lägg till den', 'Ja, hinzufügen'],
  'No, leave it out': ['Nej, utelämna det', 'Nein, auslassen'],
  'No, leave them out': ['Nej, utelämna dem', 'Nein, auslassen'],
  'Leave it out': ['Utelämna det', 'Auslassen'],
  'Leave them out': ['Utelämna dem', 'Auslassen'],
  'A person': ['En person', 'Eine Person'],
  'An organisation': ['En organisation', 'Eine Organisation'],
  'A heading': ['En rubrik', 'Eine Überschrift'],
  'A paragraph': ['Ett stycke', 'Ein Absatz'],
  'They belong to the short text': ['De hör till den korta texten', 'Sie gehören zum kurzen Text'],
  'They belong to the long biography': [
    'De hör till den långa biografin',
    'Sie gehören zur langen Biografie',
  ],
  'They continue the line before': ['De fortsätter raden före', 'Sie setzen die Zeile davor fort'],
} as const satisfies Record<string, readonly [sv: string, de: string]>

export const answerPhrases = {
  'is not a question about this page.': [
    'är ingen fråga om den här sidan.',
    'ist keine Frage zu dieser Seite.',
  ],
  'is not usable.': ['går inte att använda.', 'ist nicht verwendbar.'],
  'must be answered.': ['måste besvaras.', 'muss beantwortet werden.'],
  'must be a text.': ['måste vara text.', 'muss Text sein.'],
  'must not be empty.': ['får inte vara tomt.', 'darf nicht leer sein.'],
  'is longer than 5,000 characters.': ['är längre än 5 000 tecken.', 'ist länger als 5.000 Zeichen.'],
  'must be a year such as 2024.': ['måste vara ett år som 2024.', 'muss ein Jahr wie 2024 sein.'],
  'must be a country code.': ['måste vara en landskod.', 'muss ein Ländercode sein.'],
  'must be an ISO 3166 code such as SE.': [
    'måste vara en ISO 3166-kod som SE.',
    'muss ein ISO-3166-Code wie SE sein.',
  ],
  'must be a web address part.': ['måste vara en del av en webbadress.', 'muss Teil einer Webadresse sein.'],
  'must be lower-case letters, digits and hyphens.': [
    'måste vara små bokstäver, siffror och bindestreck.',
    'muss aus Kleinbuchstaben, Ziffern und Bindestrichen bestehen.',
  ],
  'must be a list of country codes.': [
    'måste vara en lista med landskoder.',
    'muss eine Liste von Ländercodes sein.',
  ],
  'holds too many countries.': ['har för många länder.', 'enthält zu viele Länder.'],
  'names a country twice.': ['nämner ett land två gånger.', 'nennt ein Land zweimal.'],
  'must be one of the options.': ['måste vara ett av alternativen.', 'muss eine der Möglichkeiten sein.'],
  'must be one of: {values}.': ['måste vara ett av: {values}.', 'muss eines davon sein: {values}.'],
  'must be a date.': ['måste vara ett datum.', 'muss ein Datum sein.'],
  'must be a date such as 1962-09-25, 1962-09, 1962 or 1962~ (EDTF).': [
    'måste vara ett datum som 1962-09-25, 1962-09, 1962 eller 1962~ (EDTF).',
    'muss ein Datum wie 1962-09-25, 1962-09, 1962 oder 1962~ sein (EDTF).',
  ],
  'must be an e-mail address.': ['måste vara en e-postadress.', 'muss eine E-Mail-Adresse sein.'],
  'must be the id of an image in the desk.': ['måste vara en bilds id.', 'muss die Id eines Bildes sein.'],
} as const satisfies Record<string, readonly [sv: string, de: string]>

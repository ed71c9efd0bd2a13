// Invented laureates in the shape of a laureate page. The phone numbers are of ranges kept for fiction.

export const english = {
  head: [
    'Mira Talvik / Open Rivers (Estonia)',
    '... for giving the people of a small country back their rivers',
    'Mira Talvik is a hydrologist who has mapped every weir in Estonia. In 2004 she founded Open Rivers, which has taken down ninety of them.',
    'Together they have shown that a river can be freed within one summer, and that the villages on its banks gain by it.',
  ],
  facts: [
    'Biographical Information',
    'Mira Talvik',
    'Place of Birth: Viljandi, Estonia',
    'Date of Birth: March 9, 1961',
    'Education: Studied hydrology at a school by the sea. In 1990, she took a degree in law.',
    'Open Rivers Foundation “Jõgi”',
    'Established: 2004',
    'Based in: Tartu, with field stations along four rivers',
  ],
  long: [
    'Long bio',
    'A Childhood by the Water',
    'Mira Talvik grew up at a mill that no longer ground any corn. The weir above it had been built for a queen and was kept for no one.',
    'She learned to read the level of the water before she learned to read, and kept a diary of it until she left home.',
    'Ninety Weirs',
    'The foundation began with a spade and a letter. Each owner was asked one question: what is the weir for?',
    'Nine in ten could not say. Within ten years ninety weirs were gone, and salmon spawned above the mill.',
  ],
  press: ['Press releases'],
  contacts: [
    'Media contacts',
    'Una Marsh',
    'Multimedia & Copyright',
    'Phone: +44 20 7946 0101',
    'Otto Feld',
    'English, French & International Media',
    'Phone: +1 202 555 0143',
    'Ines Ruiz',
    'Spanish Media',
    'Phone: +46 (0)8 465 004 12',
  ],
}

export const swedish = [
  'Anders Källa och Folkets vatten (Sverige, Norge)',
  '… för att de har lärt ett helt land att dricka ur sina sjöar',
  'Anders Källa är geolog och har i trettio år undersökt vattnet i de svenska sjöarna. Det är ett arbete som ingen annan har gjort.',
  'Biografiska uppgifter',
  'Anders Källa',
  'Födelseort: Umeå, Sverige',
  'Född: den 4 maj 1958',
  'Utbildning: Studerade geologi och blev klar med sin avhandling 1987.',
  'Folkets vatten',
  'Grundad: 1991',
  'Baserad i: Røros, Norge',
  'Lång biografi',
  'Sjöarna',
  'Det började med en hink och en karta. Han gick från sjö till sjö och skrev upp vad han såg.',
  'Pressmeddelanden',
  'Mediekontakter',
  'Pia Sten',
  'Svensk och internationell media',
  'Telefon: 08-465 004 21',
]

export const german = [
  'Jonas Brückner (Weißrussland/Deutschland)',
  '… für die Rettung der alten Moore',
  'Jonas Brückner hat sich den Mooren verschrieben. Er ist mit dem Wasser und nicht gegen das Wasser gegangen.',
  'Biografische Angaben',
  'Geburtsdatum: 03.04.1949',
  'Geburtsort: Ostrau, Tschechoslowakei',
  'Ausbildung: Studium der Biologie in einer Stadt am Meer.',
  'Ausführliche Biografie',
  'Die Moore',
  'Das Moor war für ihn kein leeres Land. Er hat es vermessen und wieder unter Wasser gesetzt.',
  'Pressemitteilungen',
  'Pressekontakt',
  'Eva Lang',
  'Deutschsprachige Medien',
  'Tel.: +49 30 23125 100',
]

export const french = [
  'Claire Aubin et Terre vive (France)',
  '… pour avoir rendu la terre aux villages',
  'Claire Aubin est agronome. Elle est la première à avoir mesuré la terre des villages avec les gens qui la cultivent.',
  'Informations biographiques',
  'Claire Aubin',
  'Lieu de naissance : Brest, France',
  'Date de naissance : 1er mars 1970',
  'Formation : Études d’agronomie dans une école du sud de la France.',
  'Terre vive',
  'Création : vers 1998',
  'Siège : Brest, France',
  'Biographie longue',
  'La mesure',
  'Tout a commencé avec une corde et un carnet. Elle est allée de champ en champ pour que chacun sache ce qui est à lui.',
  'Communiqués de presse',
  'Contacts presse',
  'Luc Moreau',
  'Médias francophones',
  'Tél. : +33 1 99 00 12 34',
]

export const spanish = [
  'Lucía Ferrer y Semilla Común (Perú)',
  '… por defender las semillas de los Andes',
  'Lucía Ferrer es botánica y ha reunido más de mil semillas con las comunidades de los Andes.',
  'Datos biográficos',
  'Lucía Ferrer',
  'Lugar de nacimiento: Cusco, Perú',
  'Fecha de nacimiento: 12 de octubre de 1966',
  'Educación: Estudió botánica en una escuela de la montaña.',
  'Semilla Común',
  'Año de fundación: 2001',
  'Con sede en: Cusco, Perú',
  'Biografía larga',
  'Las semillas',
  'Todo empezó con una caja de madera. La caja es hoy una casa con las semillas de los pueblos.',
  'Comunicados de prensa',
  'Contactos de prensa',
  'Rosa Díaz',
  'Medios en español',
  'Teléfono: +1 202 555 0187',
]

/** Lines as a text page: a blank line between all of them. */
export const page = (lines: readonly string[]): string => lines.join('\n\n')

/** The English page, its labelled sections in the order given. */
export const englishPage = (
  order: readonly (keyof typeof english)[] = ['facts', 'long', 'press', 'contacts'],
): string => page([...english.head, ...order.flatMap((key) => english[key])])

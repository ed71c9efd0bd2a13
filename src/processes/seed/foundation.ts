import type { InEach } from './entry'

// The invented foundation: its prize, its years and its press contacts. Phone numbers are of the ranges that
// regulators keep for fiction; example.org is reserved (RFC 2606).

type PrizeWords = {
  name: string
  shortName: string
  awardingBody: string
  boilerplate: string
  reuseTerms: string
}

export const prize = {
  slug: 'hearthlight',
  founded: '1994',
  timeZone: 'Europe/Stockholm',
  english: {
    name: 'The Hearthlight Prize',
    shortName: 'Hearthlight',
    awardingBody: 'The Hearthlight Foundation',
    boilerplate:
      'The Hearthlight Prize honours people and organisations who keep a community alive by practical work that others can copy. It was founded in 1994 and is awarded by the Hearthlight Foundation each autumn. The jury may decide not to award it.',
    reuseTerms: 'Texts may be quoted with the name of the foundation. Changes must be marked as changes.',
  } satisfies PrizeWords,
  words: {
    sv: {
      name: 'Härdljuspriset',
      shortName: 'Härdljus',
      awardingBody: 'Stiftelsen Härdljus',
      boilerplate:
        'Härdljuspriset hedrar människor och organisationer som håller en gemenskap vid liv genom praktiskt arbete som andra kan ta efter. Det instiftades 1994 och delas ut varje höst av Stiftelsen Härdljus. Juryn kan besluta att inte dela ut det.',
      reuseTerms: 'Texterna får citeras med stiftelsens namn. Ändringar ska framgå.',
    },
    es: {
      name: 'Premio Luz de Hogar',
      shortName: 'Luz de Hogar',
      awardingBody: 'Fundación Luz de Hogar',
      boilerplate:
        'El Premio Luz de Hogar distingue a personas y organizaciones que mantienen viva una comunidad con un trabajo práctico que otros pueden imitar. Se creó en 1994 y la Fundación Luz de Hogar lo concede cada otoño. El jurado puede decidir no concederlo.',
      reuseTerms: 'Los textos pueden citarse con el nombre de la fundación. Los cambios deben señalarse.',
    },
    ar: {
      name: 'جائزة نور الموقد',
      shortName: 'نور الموقد',
      awardingBody: 'مؤسسة نور الموقد',
      boilerplate:
        'تكرّم جائزة نور الموقد أشخاصًا ومنظمات يُبقون مجتمعًا حيًّا بعمل عملي يستطيع غيرهم أن يحذو حذوه. أُنشئت عام 1994 وتمنحها مؤسسة نور الموقد كل خريف. وللجنة التحكيم أن تقرر حجبها.',
      reuseTerms: 'يجوز الاقتباس من النصوص مع ذكر اسم المؤسسة، وتجب الإشارة إلى أي تغيير.',
    },
  } satisfies InEach<PrizeWords>,
}

type EditionWords = { note?: string; ceremony?: { place: string } }
export type EditionFacts = {
  year: number
  status: 'planned' | 'announced' | 'not-awarded'
  announceAt: string
  ceremonyDate?: string
  amount?: number
  english: EditionWords
  words: InEach<EditionWords>
}

const inStockholm = {
  english: { ceremony: { place: 'Stockholm' } },
  words: {
    sv: { ceremony: { place: 'Stockholm' } },
    es: { ceremony: { place: 'Estocolmo' } },
    ar: { ceremony: { place: 'ستوكهولم' } },
  },
}

export const editions: EditionFacts[] = [
  {
    year: 2023,
    status: 'announced',
    announceAt: '2023-10-03T07:00:00.000Z',
    ceremonyDate: '2023-12-02',
    amount: 900_000,
    ...inStockholm,
  },
  {
    year: 2024,
    status: 'announced',
    announceAt: '2024-10-01T07:00:00.000Z',
    ceremonyDate: '2024-12-07',
    amount: 1_000_000,
    ...inStockholm,
  },
  {
    year: 2025,
    status: 'not-awarded',
    announceAt: '2025-10-07T07:00:00.000Z',
    english: {
      note: 'The jury found no nomination that the prize would have served better than silence. The sum was added to the fund for the laureates of the following year.',
    },
    words: {
      sv: {
        note: 'Juryn fann ingen nominering som priset skulle ha gagnat mer än tystnad. Summan fördes till fonden för det följande årets pristagare.',
      },
      es: {
        note: 'El jurado no halló ninguna candidatura a la que el premio sirviera más que el silencio. La suma pasó al fondo para los premiados del año siguiente.',
      },
      ar: {
        note: 'لم تجد لجنة التحكيم ترشيحًا تنفعه الجائزة أكثر مما ينفعه الصمت. وأُضيف المبلغ إلى صندوق الفائزين في العام التالي.',
      },
    },
  },
  { year: 2026, status: 'planned', announceAt: '2026-12-01T08:00:00.000Z', ...inStockholm },
]

/** The year that staff are working on: its content stays unpublished. */
export const currentYear = 2026

export type ContactFacts = {
  name: string
  desk: 'media' | 'multimedia' | 'office'
  languages: string[]
  international: boolean
  phone: string
  email: string
  label: string
  words: InEach<{ label: string }>
}

export const contacts: ContactFacts[] = [
  {
    name: 'Edith Lorne',
    desk: 'media',
    languages: ['en', 'fr'],
    international: true,
    phone: '+44 20 7946 0123',
    email: 'edith.lorne@example.org',
    label: 'English, French & International Media',
    words: {
      sv: { label: 'Engelska, franska och internationella medier' },
      es: { label: 'Medios en inglés y francés e internacionales' },
      ar: { label: 'وسائل الإعلام الإنجليزية والفرنسية والدولية' },
    },
  },
  {
    name: 'Pontus Hällgren',
    desk: 'media',
    languages: ['sv', 'nb'],
    international: false,
    phone: '+46 8 465 004 12',
    email: 'pontus.hallgren@example.org',
    label: 'Swedish & Norwegian Media',
    words: {
      sv: { label: 'Svenska och norska medier' },
      es: { label: 'Medios suecos y noruegos' },
      ar: { label: 'وسائل الإعلام السويدية والنرويجية' },
    },
  },
  {
    name: 'Inés Calvo',
    desk: 'media',
    languages: ['es', 'pt'],
    international: false,
    phone: '+1 202 555 0143',
    email: 'ines.calvo@example.org',
    label: 'Spanish & Portuguese Media',
    words: {
      sv: { label: 'Spanska och portugisiska medier' },
      es: { label: 'Medios en español y portugués' },
      ar: { label: 'وسائل الإعلام الإسبانية والبرتغالية' },
    },
  },
  {
    name: 'Rania Sabbagh',
    desk: 'media',
    languages: ['ar'],
    international: false,
    phone: '+44 20 7946 0177',
    email: 'rania.sabbagh@example.org',
    label: 'Arabic Media',
    words: {
      sv: { label: 'Arabiska medier' },
      es: { label: 'Medios en árabe' },
      ar: { label: 'وسائل الإعلام العربية' },
    },
  },
  {
    name: 'Sam Petrie',
    desk: 'multimedia',
    languages: [],
    international: false,
    phone: '+1 202 555 0119',
    email: 'sam.petrie@example.org',
    label: 'Multimedia & Copyright',
    words: {
      sv: { label: 'Multimedia och upphovsrätt' },
      es: { label: 'Multimedia y derechos de autor' },
      ar: { label: 'الوسائط المتعددة وحقوق النشر' },
    },
  },
]

import { paragraph, richText, type RichText } from '@/rich-text'
import type { InEach } from './entry'

// The press release of one past year.

type Words = { title: string; summary: string; dateline: string; paragraphs: string[] }

export const pressRelease = {
  year: 2024,
  slug: 'two-laureates',
  english: {
    title: 'The Hearthlight Prize 2024 goes to Ngozi Adelund and Bayt al-Adawat',
    summary: 'A cook who counts and a house that lends its tools share the prize of 2024.',
    dateline: 'Stockholm, 1 October 2024',
    paragraphs: [
      'The jury of the Hearthlight Prize has chosen two laureates whose work can be copied by anybody who has a kitchen or a shelf.',
      'The prize is handed over in Stockholm on 7 December 2024. The laureates can be interviewed from today; the press contacts arrange it.',
    ],
  } satisfies Words,
  words: {
    sv: {
      title: 'Härdljuspriset 2024 går till Ngozi Adelund och Bayt al-Adawat',
      summary: 'En kock som räknar och ett hus som lånar ut sina verktyg delar 2024 års pris.',
      dateline: 'Stockholm, 1 oktober 2024',
      paragraphs: [
        'Härdljusprisets jury har valt två pristagare vars arbete kan tas efter av var och en som har ett kök eller en hylla.',
        'Priset delas ut i Stockholm den 7 december 2024. Pristagarna kan intervjuas från och med i dag; presskontakterna ordnar det.',
      ],
    },
    es: {
      title: 'El Premio Luz de Hogar 2024 es para Ngozi Adelund y Bayt al-Adawat',
      summary: 'Una cocinera que calcula y una casa que presta sus herramientas comparten el premio de 2024.',
      dateline: 'Estocolmo, 1 de octubre de 2024',
      paragraphs: [
        'El jurado del Premio Luz de Hogar ha elegido a dos premiados cuyo trabajo puede imitar cualquiera que tenga una cocina o un estante.',
        'El premio se entrega en Estocolmo el 7 de diciembre de 2024. Los premiados pueden conceder entrevistas desde hoy; los contactos de prensa las organizan.',
      ],
    },
    ar: {
      title: 'جائزة نور الموقد لعام 2024 لنغوزي أديلوند وبيت الأدوات',
      summary: 'طاهية تحسب وبيت يعير أدواته يتقاسمان جائزة عام 2024.',
      dateline: 'ستوكهولم، 1 أكتوبر 2024',
      paragraphs: [
        'اختارت لجنة تحكيم جائزة نور الموقد فائزَين يستطيع أن يحذو حذوهما كل من لديه مطبخ أو رف.',
        'تُسلَّم الجائزة في ستوكهولم في 7 ديسمبر 2024. ويمكن إجراء مقابلات مع الفائزَين ابتداءً من اليوم، وتتولى جهات الاتصال الصحفي ترتيبها.',
      ],
    },
  } satisfies InEach<Words>,
}

/** The paragraphs, and then the words about the prize. */
export const bodyOf = ({ paragraphs }: Pick<Words, 'paragraphs'>, prize: string): RichText =>
  richText([
    ...paragraphs.map(paragraph),
    {
      type: 'block',
      version: 2,
      format: '',
      fields: { id: 'about-the-prize', blockName: '', blockType: 'boilerplate', prize },
    },
  ])

import type { Entry } from './entry'

export const houseOfTools: Entry = {
  page: 'house-of-tools.txt',
  year: 2024,
  slug: 'bayt-al-adawat',
  countries: ['JO'],
  status: 'received',
  portion: { num: 1, den: 2 },
  themes: ['repair', 'education'],
  asOf: '2024-09',
  laureates: [
    {
      kind: 'organisation',
      slug: 'bayt-al-adawat',
      nativeName: { value: 'جمعية بيت الأدوات', lang: 'ar' },
      variants: [{ value: 'House of Tools', lang: 'en' }, { value: 'Beit el-Adawat' }],
      headquarters: { country: 'JO' },
      english: { knownName: 'Bayt al-Adawat', sortKey: 'Bayt al-Adawat', headquarters: { city: 'Irbid' } },
    },
  ],
  words: {
    sv: {
      motivation:
        'för ett verktygsbibliotek där grannar kan laga sina hem, sina yrken och sin tillit till varandra',
      short: [
        'Bayt al-Adawat, Verktygens hus, lånar ut hammare så som andra hus lånar ut böcker. Från ett nedlagt bageri i Irbid har det förmedlat mer än trettiotusen lån till familjer, verkstäder och nyanlända som inte hade något annat med sig än sitt kunnande.',
        'Den som lånar lämnar ingen pant, bara en mening i gästboken om vad verktyget ska användas till. Elva lån av tusen kommer inte tillbaka. Huset sätter upp den siffran på sin dörr varje månad och ser den som priset för en öppen dörr.',
        'Runt hyllorna har en skola vuxit fram. Pensionerade mästare lär ut snickeri, reparation av symaskiner och elinstallation till var och en som sopar golvet efteråt, och en tredjedel av eleverna är kvinnor som i dag driver egna verkstäder.',
        'Bayt al-Adawat visar att människor som kan laga saker tillsammans har lättare att leva tillsammans.',
      ],
      laureates: [
        {
          knownName: 'Bayt al-Adawat',
          fullName: 'Föreningen Bayt al-Adawat',
          sortKey: 'Bayt al-Adawat',
          basedIn: 'Irbid, med utlåningsrum i Mafraq och Zarqa',
          headquarters: { city: 'Irbid' },
        },
      ],
    },
    es: {
      motivation:
        'por una biblioteca de herramientas que permite a los vecinos reparar sus casas, sus oficios y su confianza mutua',
      short: [
        'Bayt al-Adawat, la Casa de las Herramientas, presta martillos como otras casas prestan libros. Desde una antigua panadería de Irbid ha hecho más de treinta mil préstamos a familias, talleres y recién llegados que no traían más que su oficio.',
        'Quien toma prestado no deja fianza, solo una frase en el libro de visitas sobre el uso que dará a la herramienta. Once de cada mil préstamos se pierden. La casa publica esa cifra cada mes en su puerta y la considera el precio de tenerla abierta.',
        'Alrededor de los estantes ha crecido una escuela. Maestros jubilados enseñan carpintería, reparación de máquinas de coser y electricidad a quien después barra el suelo, y un tercio del alumnado son mujeres que hoy dirigen su propio taller.',
        'Bayt al-Adawat demuestra que a quienes saben arreglar cosas juntos les resulta más fácil vivir juntos.',
      ],
      laureates: [
        {
          knownName: 'Bayt al-Adawat',
          fullName: 'Asociación Bayt al-Adawat',
          sortKey: 'Bayt al-Adawat',
          basedIn: 'Irbid, con salas de préstamo en Mafraq y Zarqa',
          headquarters: { city: 'Irbid' },
        },
      ],
    },
    ar: {
      motivation: 'لمكتبة أدوات تتيح للجيران إصلاح بيوتهم وحِرفهم وثقة بعضهم ببعض',
      short: [
        'يعير «بيت الأدوات» المطارق كما تعير بيوت أخرى الكتب. ومن مخبز قديم في إربد قدّم أكثر من ثلاثين ألف إعارة لأسر وورش ولقادمين جدد لم يحملوا معهم سوى مهاراتهم.',
        'لا يترك المستعير رهنًا، بل جملة واحدة في سجلّ الزوار عمّا يريد الأداة لأجله. وتضيع إحدى عشرة إعارة من كل ألف. وينشر البيت هذا الرقم على بابه كل شهر ويعدّه ثمن الباب المفتوح.',
        'وحول الرفوف نشأت مدرسة. فالمعلّمون المتقاعدون يدرّسون النجارة وإصلاح آلات الخياطة والتمديدات الكهربائية لكل من يكنس الأرض بعد الدرس، وثلث المتعلّمين نساء يُدرن اليوم ورشهن الخاصة.',
        'يبيّن «بيت الأدوات» أن من يقدرون على إصلاح الأشياء معًا يسهل عليهم العيش معًا.',
      ],
      laureates: [
        {
          knownName: 'بيت الأدوات',
          fullName: 'جمعية بيت الأدوات',
          sortKey: 'بيت الأدوات',
          basedIn: 'إربد، مع غرف إعارة في المفرق والزرقاء',
          headquarters: { city: 'إربد' },
        },
      ],
    },
  },
}

import type { Entry } from './entry'

export const kitchenArithmetic: Entry = {
  page: 'kitchen-arithmetic.txt',
  year: 2024,
  slug: 'ngozi-adelund',
  countries: ['NG', 'NO'],
  status: 'received',
  portion: { num: 1, den: 2 },
  themes: ['education', 'radio'],
  asOf: '2024-09',
  laureates: [{ kind: 'person', slug: 'ngozi-adelund' }],
  words: {
    sv: {
      motivation: 'för att genom radion ha fört räknekonsten till alla som har ett köksbord',
      short: [
        'Ngozi Adelund är matematikern som lämnade föreläsningssalen för en radiostudio med äggkartonger på väggarna. Hennes program Köksräkning når hushåll som inte har någon skola inom en dagsvandring och begär inget annat av dem än bönor, en sked och tjugo minuter.',
        'Varje lektion är en liten affär: tre mått ris mot två mått linser, en skuld som fyra systrar delar, en resa med två båtar. Lyssnarna lägger ut talen på bordet och skickar sina svar som röstmeddelanden, och de bästa misstagen diskuteras i sändning lika omsorgsfullt som de bästa lösningarna.',
        'Programmet görs nu på nio språk av människor som en gång var dess lyssnare. Undersökningar i tre länder har visat att barn som följer det i ett år klarar räkning lika bra som barn som går i skolan.',
        'Ngozi Adelund har gjort ett ämne som skrämmer många till något som en familj kan ägna sig åt före kvällsmaten.',
      ],
      laureates: [
        {
          knownName: 'Ngozi Adelund',
          givenName: 'Ngozi',
          familyName: 'Adelund',
          sortKey: 'Adelund, Ngozi',
          birth: { place: 'Enugu, Nigeria' },
          education: 'Avlade examen i matematik i Ibadan 1987. Disputerade i talteori i Bergen 1994.',
        },
      ],
    },
    es: {
      motivation: 'por llevar la aritmética por radio a todo el que tiene una mesa de cocina',
      short: [
        'Ngozi Adelund es una matemática que cambió el aula universitaria por un estudio de radio forrado de cartones de huevos. Su programa, Aritmética de cocina, llega a hogares que no tienen escuela a menos de un día de camino y solo les pide frijoles, una cuchara y veinte minutos.',
        'Cada lección es un pequeño trato: tres medidas de arroz por dos de lentejas, una deuda entre cuatro hermanas, un viaje en dos barcas. Los oyentes disponen las cuentas sobre la mesa y envían sus respuestas por mensaje de voz, y los mejores errores se comentan en antena con el mismo esmero que las mejores soluciones.',
        'El programa se hace hoy en nueve lenguas y lo realizan antiguos oyentes. Estudios de tres países han comprobado que los niños que lo siguen durante un año calculan tan bien como los que van a la escuela.',
        'Ngozi Adelund ha convertido una materia que asusta a muchos en algo que una familia puede hacer antes de cenar.',
      ],
      laureates: [
        {
          knownName: 'Ngozi Adelund',
          givenName: 'Ngozi',
          familyName: 'Adelund',
          sortKey: 'Adelund, Ngozi',
          birth: { place: 'Enugu, Nigeria' },
          education:
            'Se licenció en matemáticas en Ibadán en 1987. Se doctoró en teoría de números en Bergen en 1994.',
        },
      ],
    },
    ar: {
      motivation: 'لإيصالها الحساب عبر الإذاعة إلى كل من يملك طاولة مطبخ',
      short: [
        'نغوزي أديلوند عالمة رياضيات تركت قاعة المحاضرات إلى استوديو إذاعي جدرانه من علب البيض. ويصل برنامجها «حساب المطبخ» إلى بيوت لا مدرسة فيها على مسيرة يوم، ولا يطلب منها سوى حبّات فاصولياء وملعقة وعشرين دقيقة.',
        'كل درس صفقة صغيرة: ثلاثة مكاييل من الأرز مقابل مكيالين من العدس، أو دَين تتقاسمه أربع أخوات، أو رحلة بقاربين. يبسط المستمعون المسائل على الطاولة ويرسلون إجاباتهم رسائل صوتية، وتُناقَش أجمل الأخطاء على الهواء بالعناية نفسها التي تُناقَش بها أجمل الحلول.',
        'ويُنتَج البرنامج اليوم بتسع لغات على أيدي أناس كانوا من مستمعيه. وقد وجدت دراسات في ثلاثة بلدان أن الأطفال الذين يتابعونه عامًا كاملًا يحسنون الحساب كما يحسنه تلاميذ المدارس.',
        'لقد جعلت نغوزي أديلوند من مادة تخيف كثيرين شيئًا يمكن للأسرة أن تفعله قبل العشاء.',
      ],
      laureates: [
        {
          knownName: 'نغوزي أديلوند',
          givenName: 'نغوزي',
          familyName: 'أديلوند',
          sortKey: 'أديلوند، نغوزي',
          birth: { place: 'إنوغو، نيجيريا' },
          education:
            'تخرجت في الرياضيات في إبادان عام 1987، ونالت الدكتوراه في نظرية الأعداد في بيرغن عام 1994.',
        },
      ],
    },
  },
}

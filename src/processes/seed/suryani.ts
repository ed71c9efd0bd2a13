import type { Entry } from './entry'

export const suryani: Entry = {
  page: 'suryani.txt',
  year: 2026,
  slug: 'suryani',
  countries: ['ID'],
  status: 'received',
  themes: ['seeds', 'farming'],
  asOf: '2026-09',
  laureates: [{ kind: 'person', slug: 'suryani' }],
  words: {
    sv: {
      motivation: 'för att ha vaktat tusen sorters ris genom att ge bort varenda en',
      short: [
        'Suryani, som liksom många på hennes ö har ett enda namn, förvaltar den största samlingen levande ris i privat hand och äger ingenting av den. Den som ber om utsäde får en näve, på villkor att två nävar går till någon annan efter skörden.',
        'Hon började med nio sorter som hon hade ärvt av en faster. Tjugosex år senare växer över tusen på åkrarna hos åttatusen bönder, och var och en av dem odlas på minst fem platser, så att varken en översvämning eller ett påbud kan göra slut på den.',
        'När en sjukdom slog ut distriktets vanliga ris hittades ersättningen inom en vecka, i trädgården hos en man som hade glömt att han hade den.',
      ],
      laureates: [
        {
          knownName: 'Suryani',
          sortKey: 'Suryani',
          birth: { place: 'Ende, Indonesien' },
          education: 'Gick sex år i byskolan.',
        },
      ],
    },
    es: {
      motivation: 'por custodiar mil variedades de arroz regalándolas todas',
      short: [
        'Suryani, que como muchos en su isla usa un solo nombre, cuida la mayor colección de arroz vivo en manos particulares y no es dueña de nada. Quien le pide semilla recibe un puñado, con la condición de que dos puñados pasen a otra persona después de la cosecha.',
        'Empezó con nueve variedades heredadas de una tía. Veintiséis años después crecen más de mil en los campos de ocho mil agricultores, y cada una se cultiva en al menos cinco lugares, para que ninguna inundación ni ningún decreto pueda acabar con ella.',
        'Cuando una plaga destruyó el arroz común de su distrito, el sustituto apareció en una semana, en el huerto de un hombre que había olvidado que lo tenía.',
      ],
      laureates: [
        {
          knownName: 'Suryani',
          sortKey: 'Suryani',
          birth: { place: 'Ende, Indonesia' },
          education: 'Asistió seis años a la escuela del pueblo.',
        },
      ],
    },
    ar: {
      motivation: 'لحراستها ألف صنف من الأرز بإهدائها كلَّ صنف منها',
      short: [
        'تحفظ سورياني، التي تكتفي باسم واحد كما يفعل كثيرون في جزيرتها، أكبر مجموعة من الأرز الحي في أيدٍ خاصة ولا تملك منها شيئًا. فمن يطلب بذورًا ينال حفنة، على أن تذهب حفنتان إلى شخص آخر بعد الحصاد.',
        'بدأت بتسعة أصناف ورثتها عن عمّة لها. وبعد ستة وعشرين عامًا ينمو أكثر من ألف صنف في حقول ثمانية آلاف مزارع، ويُزرع كل صنف في خمسة أماكن على الأقل، كي لا يقضي عليه فيضان ولا مرسوم.',
        'وحين أتلفت آفةٌ الأرز الشائع في منطقتها عُثر على البديل خلال أسبوع، في حديقة رجل كان قد نسي أنه يملكه.',
      ],
      laureates: [
        {
          knownName: 'سورياني',
          sortKey: 'سورياني',
          birth: { place: 'إنديه، إندونيسيا' },
          education: 'التحقت بمدرسة القرية ست سنوات.',
        },
      ],
    },
  },
}

import type { Entry } from './entry'

export const ekemark: Entry = {
  page: 'ekemark.txt',
  year: 2023,
  slug: 'jonas-ekemark',
  countries: ['SE'],
  status: 'declined',
  portion: { num: 1, den: 2 },
  themes: ['islands', 'transport'],
  asOf: '2023-10',
  laureates: [{ kind: 'person', slug: 'jonas-ekemark' }],
  words: {
    sv: {
      motivation:
        'för att i ett halvt sekel ha hållit en färja i gång till öar som alla tidtabeller hade gett upp',
      short: [
        'Jonas Ekemark har fraktat posten, läkaren, skolklassen och kistorna i en skärgård som det var tänkt att man skulle lämna. När den statliga linjen lades ned 1969 köpte han dess minsta båt för skrotpriset och höll fast vid den gamla tidtabellen.',
        'Han har aldrig tagit betalt. Öborna betalar med ved, strömming och arbete på skrovet, och en tavla av trä i styrhytten visar vem som har lovat vad. Eftersom båten fortsatte att komma fortsatte människor att bo kvar, och tre av de sju öarna har åter en skola.',
        'Jonas Ekemark fick beskedet om priset på kajen vid Stora Lunna. Han tackade stiftelsen och avböjde, eftersom det, som han skrev, var tidtabellen som hade gjort jobbet och han bara hade lytt den.',
      ],
      laureates: [
        {
          knownName: 'Jonas Ekemark',
          givenName: 'Jonas',
          familyName: 'Ekemark',
          sortKey: 'Ekemark, Jonas',
          birth: { place: 'Norrtälje, Sverige' },
          education: 'Slutade skolan vid tretton års ålder. Har skepparexamen för mindre fartyg.',
        },
      ],
    },
    es: {
      motivation:
        'por mantener durante medio siglo un transbordador hacia islas que todos los horarios habían abandonado',
      short: [
        'Jonas Ekemark ha llevado el correo, al médico, a los escolares y los ataúdes de un archipiélago que estaba destinado a quedar vacío. Cuando en 1969 se cerró la línea estatal, compró su barco más pequeño a precio de chatarra y mantuvo el horario de siempre.',
        'Nunca ha cobrado un billete. Los isleños pagan con leña, arenques y trabajo en el casco, y una tabla en la cabina muestra quién ha prometido qué. Como el barco siguió llegando, la gente siguió quedándose, y tres de las siete islas vuelven a tener escuela.',
        'Jonas Ekemark recibió la noticia del premio en el muelle de Stora Lunna. Dio las gracias a la fundación y lo rechazó porque, según escribió, el trabajo lo había hecho el horario y él solo lo había obedecido.',
      ],
      laureates: [
        {
          knownName: 'Jonas Ekemark',
          givenName: 'Jonas',
          familyName: 'Ekemark',
          sortKey: 'Ekemark, Jonas',
          birth: { place: 'Norrtälje, Suecia' },
          education: 'Dejó la escuela a los trece años. Posee el título de patrón de embarcaciones menores.',
        },
      ],
    },
    ar: {
      motivation: 'لإبقائه عبّارةً تعمل نصف قرن إلى جزر تخلّت عنها كل جداول المواعيد',
      short: [
        'نقل يوناس إيكمارك البريد والطبيب وتلاميذ المدرسة ونعوش الموتى في أرخبيل كان يُراد له أن يخلو من سكانه. وحين أُغلق الخط الحكومي عام 1969 اشترى أصغر قواربه بثمن الخردة وظل ملتزمًا بالمواعيد القديمة.',
        'ولم يتقاضَ أجرًا قط. فأهل الجزر يدفعون حطبًا وسمكًا وعملًا في هيكل القارب، ولوح خشبي في غرفة القيادة يبيّن من وعد بماذا. ولأن القارب ظل يأتي بقي الناس، وعادت المدارس إلى ثلاث من الجزر السبع.',
        'بلغ يوناس إيكمارك خبر الجائزة على رصيف ستورا لونا. فشكر المؤسسة واعتذر عن قبولها لأن جدول المواعيد، كما كتب، هو الذي أنجز العمل ولم يفعل هو سوى أن أطاعه.',
      ],
      laureates: [
        {
          knownName: 'يوناس إيكمارك',
          givenName: 'يوناس',
          familyName: 'إيكمارك',
          sortKey: 'إيكمارك، يوناس',
          birth: { place: 'نورتاليا، السويد' },
          education: 'ترك المدرسة في الثالثة عشرة. يحمل شهادة ربّان للسفن الصغيرة.',
        },
      ],
    },
  },
}

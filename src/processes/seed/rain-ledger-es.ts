import type { EntryWords } from './entry'

export const rainLedgerInSpanish: EntryWords = {
  motivation:
    'por enseñar a las comunidades del altiplano a medir su propia agua y a repartirla con datos que cualquiera puede comprobar',
  short: [
    'Marisol Quenta es una maestra del altiplano boliviano que entregó a cada familia un jarro de hojalata, una regla y un cuaderno. Lo que empezó en 1998 como tarea de una sola clase se ha convertido en el registro de lluvias más largo que hayan llevado personas corrientes en los Andes.',
    'El Libro de Lluvias, la cooperativa que nació de su aula, reúne hoy las lecturas de más de cuatrocientos hogares. Cada lectura se anota a la vista de todos, se lee en voz alta en la asamblea mensual y se copia en un libro que cualquier vecino puede abrir. Cuando dos pueblos discrepan sobre un canal, abren el libro antes de alzar la voz.',
    'El libro ha cambiado decisiones mucho más allá del altiplano. Sus datos convencieron al distrito de trasladar un embalse previsto a un valle donde de verdad llueve, y los agricultores los consultan para decidir cuándo sembrar la quinua y cuándo esperar.',
    'Al confiar en que la gente sabe observar su propia tierra, Marisol Quenta y El Libro de Lluvias han demostrado que el conocimiento compartido desde el principio puede mantener la paz.',
  ],
  long: [
    {
      heading: 'Un aula con goteras',
      paragraphs: [
        'En su primer año como maestra, Marisol Quenta trabajó en un edificio cuyo techo goteaba por tres sitios. Puso un balde bajo cada gotera, y una mañana lluviosa un alumno preguntó cuál se llenaría primero. La clase apostó, midió y discutió hasta el mediodía. Al final de la temporada de lluvias, los niños sabían decir, al milímetro, cuánta lluvia había caído sobre sus pupitres.',
        'Pronto advirtió que las cifras viajaban. Padres que nunca habían pisado la escuela venían a preguntar qué habían dicho los baldes, porque estaban a punto de sembrar. El pluviómetro oficial se encontraba a noventa kilómetros, al otro lado de una cordillera, y sus datos llegaban al pueblo con un mes de retraso.',
        'Al año siguiente pidió a cada familia que colgara un jarro de hojalata en un poste, lejos de árboles y paredes, y que mandara a un niño a leerlo al amanecer. Aceptaron cuarenta y una familias. Una abuela que no sabía escribir hacía nudos en un cordel, y ese cordel sigue siendo la primera página del libro.',
      ],
    },
    {
      heading: 'El libro que cualquiera puede abrir',
      paragraphs: [
        'La cooperativa se fundó en 1998 con una regla que no ha cambiado nunca: ninguna lectura es secreta y ninguna se corrige sin el nombre de quien la corrige. Cada página muestra lo que se escribió primero, lo que se escribió después y por qué.',
        'En la asamblea mensual los números se leen en voz alta, hogar por hogar. Los errores se descubren porque los vecinos conocen los campos ajenos. El jarro que marca el doble que el de al lado recibe una visita esa misma tarde, y casi siempre resulta que ha bebido de él una cabra o que un niño ha regado las flores.',
        'Un ingeniero del Gobierno que en 2006 vino a poner a prueba el libro comparó seis meses de sus páginas con una estación automática. En su informe consta que al registro del pueblo le faltaban menos días que a su propio aparato, al que le había caído un rayo.',
      ],
    },
    {
      heading: 'Cuando se secó el canal',
      paragraphs: [
        'Durante la sequía de 2010, dos comunidades que compartían un canal dejaron de hablarse. Cada una estaba segura de que la otra sacaba agua de noche. La cooperativa les propuso medir juntas el canal, en los dos extremos, cada hora durante diez días, con un lector de cada lado junto a cada aparato.',
        'Las mediciones demostraron que nadie robaba. Un tercio del agua se filtraba por un tramo agrietado entre ambos pueblos, en un terreno que ninguno usaba. Lo repararon juntos en ocho días, y el acuerdo que firmaron el noveno tiene solo dos frases.',
        'Desde entonces la cooperativa ha acudido a once conflictos parecidos. Envía lectores, nunca jueces. Marisol Quenta dice que pocas veces hace falta explicar a la gente qué es lo justo, siempre que todos miren el mismo número.',
      ],
    },
    {
      heading: 'Lo que conservaron los niños',
      paragraphs: [
        'Más de dos mil niños han leído un jarro para el libro. Algunos son hoy ingenieros, agrónomos o maestros; la mayoría son vecinos que saben comprobar una afirmación antes de repetirla.',
        'La cooperativa presta ahora su método más que su personal. La comunidad que pide ayuda recibe una caja con cuarenta jarros, un libro en blanco y la visita de dos lectores que se quedan una temporada. Después, el libro pertenece a quienes escriben en él.',
        'Marisol Quenta sigue dando clase cuatro mañanas por semana. El techo de la escuela está reparado, salvo en un punto sobre la última fila, donde la clase votó por conservar la gotera.',
      ],
    },
  ],
  laureates: [
    {
      knownName: 'Marisol Quenta',
      fullName: 'Marisol Quenta',
      givenName: 'Marisol',
      familyName: 'Quenta',
      sortKey: 'Quenta, Marisol',
      birth: { place: 'El Alto, Bolivia' },
      education:
        'Se formó como maestra de primaria en Oruro entre 1989 y 1992. Más tarde estudió hidrología a distancia mientras daba clase.',
    },
    {
      knownName: 'El Libro de Lluvias',
      fullName: 'Cooperativa El Libro de Lluvias',
      sortKey: 'Libro de Lluvias',
      basedIn: 'Oruro, con puestos de lectura en once distritos del altiplano',
      headquarters: { city: 'Oruro' },
    },
  ],
}

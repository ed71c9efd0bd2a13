import { openapi } from '../../src/contract'
import { poolOf } from '../../src/lib/postgres'
import type { TestDesk } from '../payload'

// Everything that a stranger can ask of the delivery API, by its own description.

/** The answer to each question, with all headers but the date, as text. */
export type Crawled = ReadonlyMap<string, string>

export async function crawl(base: string, questions: readonly string[], method = 'GET'): Promise<Crawled> {
  const answers = new Map<string, string>()
  const queue = [...questions]
  const ask = async () => {
    for (let one = queue.pop(); one !== undefined; one = queue.pop()) {
      const answer = await fetch(base + one, {
        method,
        redirect: 'manual',
        headers: { 'accept-encoding': 'identity' },
      })
      const body = Buffer.from(await answer.arrayBuffer()).toString('latin1')
      const headers = [...answer.headers].filter(([name]) => name !== 'date')
      answers.set(one, JSON.stringify([answer.status, headers, body]))
    }
  }
  await Promise.all(Array.from({ length: 4 }, ask))
  return answers
}

type Schema = { type?: string; enum?: string[]; items?: { enum?: string[] } }
type Parameter = { name: string; in?: string; schema?: Schema; required?: boolean }
type Document = { paths: Record<string, { get?: { parameters?: Parameter[] } }> }

type Wanted = {
  /** What is searched and filtered for. */
  words: readonly string[]
  /** An address that something may have later. */
  slug: string
}

/** Every address of the OpenAPI document, for everything that is public now, with every kind of parameter. */
export async function listQuestions(
  desk: TestDesk,
  base: string,
  { words, slug }: Wanted,
): Promise<string[]> {
  const { paths } = openapi() as unknown as Document
  const world = await readWorld(desk)
  const texts = [...new Set(words.flatMap((word) => [word, word.slice(0, 1), word.slice(0, 3)]))]
  const described = Object.entries(paths).flatMap(([path, { get }]) => {
    const parameters = (get?.parameters ?? []).filter((one) => one.in === 'query')
    const asked = path === '/graphql' ? graphql : queriesOf(parameters, texts)
    return addressesOf(path, world).flatMap((address) => asked.map((query) => address + query))
  })
  const { meta } = (await (await fetch(`${base}/v1/sync`)).json()) as { meta: { token: string } }
  return [...new Set([...described, ...guesses(slug), `/v1/sync?since=${meta.token}`, '/', '/metrics'])]
}

type World = { resources: { resource: string; slug: string }[]; files: string[] }

async function readWorld(desk: TestDesk): Promise<World> {
  const pool = poolOf(desk.payload)
  const { rows: resources } = await pool.query<World['resources'][number]>(
    'select resource, slug from published.resources order by 1, 2',
  )
  const { rows: files } = await pool.query<{ file: string }>(
    `select '/v1/media/' || media_id || '/' || name || '.' || replace(substring(type from 7), 'jpeg', 'jpg') as file
       from published.files where sha256 is not null order by 1`,
  )
  return { resources, files: files.map(({ file }) => file) }
}

function addressesOf(path: string, { resources, files }: World): string[] {
  if (path.includes('{file}')) return files
  if (path.includes('{locale}')) return ['en', 'sv'].map((locale) => path.replace('{locale}', locale))
  if (path.includes('{part}')) return [path.replace('{part}', '1')]
  if (!path.includes('{')) return [path]
  const [, named = ''] = /^\/v1\/([\w-]+)\//.exec(path) ?? []
  const resource = named === 'press-kits' ? 'editions' : named
  return resources.filter((one) => one.resource === resource).map(({ slug }) => path.replace(/\{.*\}/, slug))
}

const readers = ['en', 'sv'].flatMap((locale) =>
  ['none', 'declared'].map((fallback) => `locale=${locale}&fallback=${fallback}`),
)

function queriesOf(parameters: readonly Parameter[], texts: readonly string[]): string[] {
  const has = (name: string) => parameters.some((one) => one.name === name)
  const needed = parameters.filter(({ required }) => required)
  const first = needed.flatMap(({ name }) => texts.map((text) => `${name}=${encodeURIComponent(text)}`))
  const more = parameters
    .filter(({ name, required }) => !required && !['locale', 'fallback', 'cursor', 'since'].includes(name))
    .flatMap((parameter) =>
      valuesOf(parameter, texts).map((value) => `${parameter.name}=${encodeURIComponent(value)}`),
    )
  const bases = has('locale') ? readers : ['']
  const [begin = ''] = first
  const together = (...parts: string[]) => `?${parts.filter(Boolean).join('&')}`.replace(/\?$/, '')
  return [
    ...bases.flatMap((reader) => (first.length > 0 ? first : ['']).map((one) => together(one, reader))),
    ...more.map((one) => together(begin, one)),
  ]
}

const examples: Record<string, readonly string[]> = {
  year: ['2024', '2031'],
  yearTo: ['2030', '2031'],
  limit: ['1'],
  country: ['NO', 'SE'],
  wikidata: ['Q42'],
  language: ['sv'],
  prize: ['canary'],
}

function valuesOf({ name, schema }: Parameter, texts: readonly string[]): readonly string[] {
  if (schema?.type === 'array') return name === 'fields' ? ['id'] : [(schema.items?.enum ?? []).join(',')]
  return schema?.enum ?? examples[name] ?? texts
}

const graphql = [
  '{ laureates { meta { total release } data { slug name { text } included { citations { slug } media { id } } } } }',
  '{ search(q: "canary") { meta { total } data { slug } } pressReleases: pressReleases { data { slug } } }',
  '{ currentEdition(locale: "sv") { slug citations { slug } } }',
].map((query) => `?query=${encodeURIComponent(query)}`)

const guesses = (slug: string): string[] => [
  ...['laureates', 'citations', 'biographies', 'press-releases'].flatMap((resource) => [
    `/v1/${resource}/${slug}`,
    `/v1/${resource}/2031-${slug}`,
    `/v1/${resource}/${slug}-2`,
  ]),
  `/v1/laureates/${slug}.jsonld`,
  `/v1/press-releases/2031-${slug}.head.json`,
  `/v1/editions/${slug}/2031`,
  `/v1/press-kits/${slug}/2031.zip`,
]

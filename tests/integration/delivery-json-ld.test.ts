import * as fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import { randomMembers } from '../random-resource'
import { faultsOf } from '../schema-org'
import { foundation, useWorld, type Item } from './delivery-world'

const world = useWorld()
const homeless = useWorld({ publisher: { ...foundation, siteUrl: null } })
const id = (last: number) => `aaaaaaaa-aaaa-4aaa-8aaa-aaaaaaaaaaa${last}`
const site = 'https://www.example.org'
const text = (value: string, locale = 'en') => ({ text: value, locale, isFallback: false })
const prize = { slug: 'peace', name: text('Peace Prize') }

async function read(address: string) {
  const answer = await world.get(address)
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/ld+json'])
  const body = await answer.text()
  expect(body).not.toContain('<')
  const node = JSON.parse(body)
  expect(await faultsOf(node)).toEqual([])
  return node
}

test('a laureate is a person or an organisation that holds awards', async () => {
  await world.publish([
    {
      resource: 'laureates',
      id: id(1),
      slug: 'anna',
      locales: ['en', 'sv'],
      members: {
        name: text('Anna </script><script>alert(1)</script>'),
        nativeName: { value: 'Анна', lang: 'be' },
        variants: [
          { value: 'Hanna', lang: null, system: null },
          { value: 'Анна', lang: 'ru', system: null },
        ],
        birth: { date: '1962-09', place: text('Vyborg'), countryThen: null, countryNow: null },
        death: { date: '198X', place: null, countryThen: null, countryNow: null },
        sameAs: {
          wikidata: 'Q42',
          wikipedia: null,
          viaf: '7',
          isni: null,
          orcid: null,
          ror: null,
          url: 'https://anna.example.org/',
        },
        citations: [{ id: id(2), slug: '2000-anna', title: null, year: 2000, prize }],
      },
    },
    { resource: 'laureates', id: id(3), slug: 'house', members: { kind: 'organisation', founded: '1996' } },
  ])
  expect(await read('/v1/laureates/anna.jsonld?locale=sv')).toEqual({
    '@context': 'https://schema.org',
    '@type': 'Person',
    '@id': `urn:uuid:${id(1)}`,
    name: 'Anna </script><script>alert(1)</script>',
    alternateName: ['Анна', 'Hanna'],
    birthDate: '1962-09',
    birthPlace: { '@type': 'Place', name: 'Vyborg' },
    award: ['Peace Prize 2000'],
    sameAs: ['https://www.wikidata.org/wiki/Q42', 'https://viaf.org/viaf/7', 'https://anna.example.org/'],
    url: `${site}/sv/laureates/anna`,
  })
  expect(await read('/v1/laureates/house.jsonld?locale=sv')).toMatchObject({
    '@type': 'Organization',
    foundingDate: '1996',
    url: `${site}/en/laureates/house`,
  })
})

test('an award entry tells of its laureates, with why they hold it', async () => {
  await world.publish([
    {
      resource: 'citations',
      id: id(2),
      slug: '2000-anna',
      members: {
        prize,
        laureates: [
          { id: id(1), slug: 'anna', kind: 'person', name: text('Anna') },
          { id: id(3), slug: 'house', kind: 'organisation', name: text('House') },
        ],
      },
    },
  ])
  const subjectOf = { '@type': 'WebPage', url: `${site}/en/citations/2000-anna` }
  const award = 'Peace Prize 2000: for the work'
  expect(await read('/v1/citations/2000-anna.jsonld')).toEqual({
    '@context': 'https://schema.org',
    '@graph': [
      {
        '@type': 'Person',
        '@id': `urn:uuid:${id(1)}`,
        name: 'Anna',
        award,
        url: `${site}/en/laureates/anna`,
        subjectOf,
      },
      {
        '@type': 'Organization',
        '@id': `urn:uuid:${id(3)}`,
        name: 'House',
        award,
        url: `${site}/en/laureates/house`,
        subjectOf,
      },
    ],
  })
})

test('a declined prize is no award; one that could not be received, or came after death, is', async () => {
  const names = { declined: 5, prevented: 6, posthumous: 7 } as const
  const entries = Object.entries(names).map(([status, last]) => ({
    status,
    of: id(last),
    slug: `1999-${status}`,
  }))
  const laureate = { id: id(8), slug: 'berta', kind: 'person', name: text('Berta') }
  await world.publish([
    ...entries.map(({ status, of, slug }): Item => ({
      resource: 'citations',
      id: of,
      slug,
      members: { status, prize: { slug: status, name: null }, laureates: [laureate] },
    })),
    {
      resource: 'laureates',
      id: laureate.id,
      slug: laureate.slug,
      facets: { citations: entries.map(({ of }) => of) },
      members: {
        citations: entries.map(({ status, of, slug }) => ({
          id: of,
          slug,
          title: null,
          year: 1999,
          prize: { slug: status, name: null },
        })),
      },
    },
  ])
  expect((await read('/v1/laureates/berta.jsonld')).award).toEqual(['prevented 1999', 'posthumous 1999'])
  expect((await read('/v1/citations/1999-declined.jsonld'))['@graph']).toEqual([
    {
      '@type': 'Person',
      '@id': `urn:uuid:${laureate.id}`,
      name: 'Berta',
      url: `${site}/en/laureates/berta`,
      subjectOf: { '@type': 'WebPage', url: `${site}/en/citations/1999-declined` },
    },
  ])
  expect((await read('/v1/citations/1999-prevented.jsonld'))['@graph'][0].award).toBe(
    'prevented 2000: for the work',
  )
})

test('a laureate’s awards follow when an award entry comes to be declined', async () => {
  const address = '/v1/laureates/berta.jsonld'
  expect((await read(address)).award).toContain('posthumous 1999')
  expect(await world.queriesOf(() => world.get(address))).toBe(0)
  await world.publish([
    { resource: 'citations', id: id(7), slug: '1999-posthumous', members: { status: 'declined' } },
  ])
  expect((await read(address)).award).toEqual(['prevented 1999'])
})

test('a press release is a news article that names what it corrects and what corrects it', async () => {
  await world.publish([
    {
      resource: 'press-releases',
      id: id(4),
      slug: '2000-news',
      members: {
        title: text('News'),
        corrects: { id: id(5), slug: '2000-old', title: text('Old') },
        correctedBy: [{ id: id(6), slug: '2000-new', title: text('New') }],
        citations: [{ id: id(2), slug: '2000-anna', title: text('Anna'), year: 2000, prize }],
      },
    },
  ])
  const self = { '@type': 'Organization', name: foundation.name, url: site }
  const url = `${site}/en/press-releases/2000-news`
  expect(await read('/v1/press-releases/2000-news.jsonld')).toEqual({
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    '@id': `urn:uuid:${id(4)}`,
    headline: 'News',
    inLanguage: 'en',
    datePublished: '2026-01-02T03:04:05.000Z',
    dateModified: '2026-01-02T03:04:05.000Z',
    url,
    mainEntityOfPage: url,
    author: self,
    publisher: self,
    about: [{ '@type': 'Thing', name: 'Anna' }],
    citation: {
      '@type': 'NewsArticle',
      '@id': `urn:uuid:${id(5)}`,
      headline: 'Old',
      url: `${site}/en/press-releases/2000-old`,
    },
    correction: [`${site}/en/press-releases/2000-new`],
  })
})

test('without a website, addresses are those of the API', async () => {
  await homeless.publish([{ resource: 'laureates', slug: 'anna' }])
  const { url } = await (await homeless.get('/v1/laureates/anna.jsonld?locale=sv')).json()
  expect(url).toBe(`${foundation.apiUrl}/v1/laureates/anna?locale=en`)
})

test('it is absent when the JSON address is, costs one statement, and answers 304', async () => {
  expect((await world.get('/v1/laureates/anna.jsonld?locale=sv&fallback=none')).status).toBe(200)
  expect((await world.get('/v1/laureates/anna.jsonld?locale=de&fallback=none')).status).toBe(404)
  expect((await world.get('/v1/biographies/anna.jsonld')).status).toBe(404)
  const address = '/v1/laureates/anna.jsonld?locale=nb'
  expect(await world.queriesOf(() => world.get(address))).toBe(1)
  const etag = (await world.get(address)).headers.get('etag') ?? ''
  const held = async () => expect((await world.get(address, { 'if-none-match': etag })).status).toBe(304)
  expect(await world.queriesOf(held)).toBe(0)
})

test('a former address leads to the present one, in the same form and with the same query', async () => {
  await world.publish([{ resource: 'laureates', id: id(3), slug: 'home' }])
  const answer = await world.get('/v1/laureates/house.jsonld?locale=sv')
  expect([answer.status, answer.headers.get('location')]).toEqual([
    308,
    '/v1/laureates/home.jsonld?locale=sv',
  ])
})

const seed = Date.now() % 1_000_000
afterAll(() => process.stdout.write(`fast-check seed ${seed}\n`))

const kinds = [
  ['laureates', 'Laureate'],
  ['citations', 'Citation'],
  ['press-releases', 'PressRelease'],
] as const

test.each(kinds)(
  'whatever %s say, search engines understand all of it',
  { timeout: 120_000 },
  async (resource, schema) => {
    const picture: Item = { resource: 'media', id: id(9), slug: id(9), members: pictureOf(id(9)) }
    const samples = fc.sample(randomMembers(schema), { seed, numRuns: 40 })
    await world.publish([
      picture,
      ...samples.map((members, index): Item => ({
        resource,
        slug: `2001-random-${index}`,
        facets: { media: [id(9)] },
        members: { ...members, ...(resource === 'laureates' ? { sameAs: identifiers } : {}) },
      })),
    ])
    for (const index of samples.keys()) {
      const node = await read(`/v1/${resource}/2001-random-${index}.jsonld`)
      expect(node['@context']).toBe('https://schema.org')
    }
  },
)

const identifiers = {
  wikidata: 'Q42',
  wikipedia: 'https://en.wikipedia.org/wiki/Anna',
  viaf: '7',
  isni: '0000000121032683',
  orcid: '0000-0002-1825-0097',
  ror: '05dxps055',
  url: 'https://anna.example.org/',
}

const pictureOf = (of: string) => ({
  alt: text('Anna at work'),
  caption: text('Anna at work'),
  copyrightNotice: '© A. Ek',
  renditions: [
    {
      use: 'fit',
      type: 'image/jpeg',
      href: `/v1/media/${of}/fit-1280.jpeg`,
      width: 1280,
      height: 960,
      bytes: 7,
      sha256: 'a'.repeat(64),
    },
  ],
})

test('what schema.org does not know, or elsewhere than it allows, is seen', async () => {
  const said = (node: object) => faultsOf({ '@context': 'https://schema.org', '@type': 'Person', ...node })
  expect(await said({ name: 'Anna', birthDate: '1962-09' })).toEqual([])
  for (const node of [
    { '@type': 'Laureate', name: 'Anna' },
    { prize: 'Peace' },
    { headline: 'Anna' },
    { birthDate: 'in spring' },
    { birthPlace: 'Vyborg' },
    { birthPlace: { '@type': 'Person', name: 'Vyborg' } },
    { image: 7 },
    { awards: 'Peace' },
  ])
    expect([node, await said(node)]).not.toEqual([node, []])
  await expect(said({ url: 'anna' })).rejects.toThrow('Safe mode')
})

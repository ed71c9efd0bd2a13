import { parse } from 'parse5'
import { expect, test } from 'vitest'
import type { LocaleCode } from '../../src/lib/locales'
import { foundation, useWorld, type Item } from './delivery-world'

const world = useWorld()
const homeless = useWorld({ publisher: { ...foundation, siteUrl: null } })
const site = 'https://www.example.org'
const text = (value: string, locale = 'en') => ({ text: value, locale, isFallback: false })
const prize = { slug: 'peace', name: text('Peace Prize') }

type Element = { nodeName: string; attrs?: { name: string; value: string }[]; childNodes?: Element[] }

/** The elements that a browser makes of a head, as [name, attributes] in order. */
function elementsOf(html: string) {
  const document = parse(`<!doctype html><html><head>${html}</head><body></body></html>`) as Element
  const page = document.childNodes?.find(({ nodeName }) => nodeName === 'html')
  const head = page?.childNodes?.find(({ nodeName }) => nodeName === 'head')
  return (head?.childNodes ?? [])
    .filter(({ nodeName }) => nodeName !== '#text')
    .map(({ nodeName, attrs = [] }) => [
      nodeName,
      Object.fromEntries(attrs.map(({ name, value }) => [name, value])),
    ])
}

const read = async (address: string) => {
  const answer = await world.get(address)
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/json'])
  return answer.json()
}

test('a laureate: what a page says of itself, also as elements that nobody’s name can break', async () => {
  const name = `Anna "A" </title><script>alert(1)</script> 'x' & y`
  await world.publish([
    {
      resource: 'laureates',
      slug: 'anna',
      locales: ['en', 'ar'],
      members: {
        name: text(name),
        citations: [
          { id: crypto.randomUUID(), slug: '2000-anna', title: null, year: 2000, prize },
          { id: crypto.randomUUID(), slug: '2004-anna', title: null, year: 2004, prize },
        ],
      },
    },
  ])
  const head = await read('/v1/laureates/anna.head.json?locale=ar')
  expect(head).toMatchObject({
    title: name,
    description: 'Peace Prize 2000 · Peace Prize 2004',
    lang: 'ar',
    dir: 'rtl',
    canonical: `${site}/ar/laureates/anna`,
    alternates: [
      { hreflang: 'ar', href: `${site}/ar/laureates/anna` },
      { hreflang: 'en', href: `${site}/en/laureates/anna` },
      { hreflang: 'x-default', href: `${site}/en/laureates/anna` },
    ],
  })
  expect(elementsOf(head.html)).toEqual([
    ['title', {}],
    ['meta', { name: 'description', content: head.description }],
    ['link', { rel: 'canonical', href: head.canonical }],
    ...head.alternates.map((alternate: object) => ['link', { rel: 'alternate', ...alternate }]),
    ['meta', { property: 'og:title', content: name }],
    ['meta', { property: 'og:type', content: 'profile' }],
    ['meta', { property: 'og:description', content: head.description }],
    ['meta', { property: 'og:url', content: head.canonical }],
    ['meta', { property: 'og:site_name', content: foundation.name }],
    ['meta', { property: 'og:locale', content: 'ar_EG' }],
    ['meta', { property: 'og:locale:alternate', content: 'en_US' }],
  ])
})

test('what stands in for another language names the page of its own language', async () => {
  const head = await read('/v1/laureates/anna.head.json?locale=sv')
  expect(head).toMatchObject({ lang: 'en', dir: 'ltr', canonical: `${site}/en/laureates/anna` })
  expect((await world.get('/v1/laureates/anna.head.json?locale=sv&fallback=none')).status).toBe(404)
})

test('an award entry is described by why it was given, a press release by its summary or how it begins', async () => {
  const body = { html: '', blocks: [], sections: [], locale: 'en', isFallback: false }
  await world.publish([
    { resource: 'citations', slug: '2000-anna', members: { prize } },
    { resource: 'press-releases', slug: '2000-short', members: { summary: text('In short.') } },
    {
      resource: 'press-releases',
      slug: '2000-long',
      members: { body: { ...body, text: 'Long\nwords. '.repeat(60) } },
    },
    { resource: 'press-releases', slug: '2000-han', members: { body: { ...body, text: '𠀀'.repeat(300) } } },
  ])
  expect((await read('/v1/citations/2000-anna.head.json')).description).toBe('Peace Prize 2000: for the work')
  const short = await read('/v1/press-releases/2000-short.head.json')
  expect(short.description).toBe('In short.')
  expect(short.openGraph).toContainEqual({
    property: 'article:published_time',
    content: '2026-01-02T03:04:05.000Z',
  })
  const long = (await read('/v1/press-releases/2000-long.head.json')).description
  expect(long).toMatch(/^(?:Long words\. )+Long(?: words)?…$/)
  expect(long.length).toBeLessThanOrEqual(201)
  const han = (await read('/v1/press-releases/2000-han.head.json')).description
  expect([han.isWellFormed(), [...han].length]).toEqual([true, 101])
})

test('a prize that was not received as usual is told of as that, in the language of the page', async () => {
  const of = { declined: crypto.randomUUID(), prevented: crypto.randomUUID(), received: crypto.randomUUID() }
  const locales: LocaleCode[] = ['en', 'sv', 'ar']
  await world.publish([
    ...Object.entries(of).map(([status, id]): Item => ({
      resource: 'citations',
      id,
      slug: `1999-${status}`,
      locales,
      years: [1999],
      members: { status, prize, motivation: text('for much. '.repeat(40)) },
    })),
    {
      resource: 'laureates',
      slug: 'berta',
      locales,
      facets: { citations: Object.values(of) },
      members: {
        citations: Object.entries(of).map(([status, id]) => ({
          id,
          slug: `1999-${status}`,
          title: null,
          year: 1999,
          prize,
        })),
      },
    },
  ])
  const described = async (page: string, locale: string): Promise<string> =>
    (await read(`/v1/${page}.head.json?locale=${locale}`)).description
  expect(await described('laureates/berta', 'en')).toBe(
    'Peace Prize 1999 (the award was declined) · Peace Prize 1999 (the award could not be received) · Peace Prize 1999',
  )
  expect(await described('laureates/berta', 'ar')).toContain('(رُفضت الجائزة) · ')
  expect(await described('citations/1999-declined', 'sv')).toMatch(
    /^Peace Prize 1999 \(utmärkelsen avböjdes\): for much\./,
  )
  // What stands in for another language is told of in its own.
  expect(await described('citations/1999-declined', 'nb')).toMatch(
    /^Peace Prize 1999 \(the award was declined\): for much\./,
  )
  expect(await described('citations/1999-received', 'sv')).toMatch(/^Peace Prize 1999: for much\./)
})

test('without a website there are no addresses of pages', async () => {
  await homeless.publish([{ resource: 'laureates', slug: 'anna' }])
  const head = await (await homeless.get('/v1/laureates/anna.head.json')).json()
  expect(head).toMatchObject({ canonical: null, alternates: [] })
  expect(head.html).not.toContain('http')
})

test('a picture is shown with what it shows and its credit, and goes when it is taken down', async () => {
  const rendition = (use: string, width: number, type = 'image/jpeg') => ({
    use,
    width,
    height: width / 2,
    type,
    href: `/v1/media/x/${use}-${width}.${type.slice(6)}`,
    bytes: 1,
    sha256: 'a'.repeat(64),
  })
  const renditions = [
    rendition('original', 4000),
    rendition('fit', 2560),
    rendition('fit', 1280, 'image/avif'),
    rendition('fit', 1280),
    rendition('square', 640),
    rendition('fit', 640),
  ]
  const [picture = ''] = await world.publish([
    { resource: 'media', slug: 'portrait', members: { renditions, alt: text('Anna "at" work') } },
  ])
  const facets = { media: [picture] }
  await world.publish([
    { resource: 'laureates', slug: 'pictured', facets },
    { resource: 'press-releases', slug: '2000-pictured', facets },
  ])
  const head = await read('/v1/laureates/pictured.head.json')
  const image = `${foundation.apiUrl}/v1/media/x/fit-1280.jpeg`
  expect(head.openGraph.slice(-5)).toEqual([
    { property: 'og:image', content: image },
    { property: 'og:image:type', content: 'image/jpeg' },
    { property: 'og:image:width', content: '1280' },
    { property: 'og:image:height', content: '640' },
    { property: 'og:image:alt', content: 'Anna "at" work' },
  ])
  for (const address of ['/v1/laureates/pictured.jsonld', '/v1/press-releases/2000-pictured.jsonld']) {
    expect(await (await world.get(address)).json()).toMatchObject({
      image: {
        '@type': 'ImageObject',
        contentUrl: image,
        width: { '@type': 'QuantitativeValue', value: 1280, unitCode: 'E37' },
        creditText: 'Photo: A. Ek',
      },
    })
  }
  expect((await world.get('/v1/laureates/pictured.jsonld')).headers.get('cache-tag')).toContain(picture)
  await world.publish([], { withdraw: [picture] })
  expect((await read('/v1/laureates/pictured.head.json')).html).not.toContain('og:image')
  expect(await (await world.get('/v1/laureates/pictured.jsonld')).json()).not.toHaveProperty('image')
})

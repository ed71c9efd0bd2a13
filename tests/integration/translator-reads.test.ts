import { beforeAll, describe, expect, test } from 'vitest'
import { contentCollections } from '../../src/access/roles'
import { withClient } from '../../src/processes/database.mjs'
import { textOf } from '../matrix/bodies'
import { useDesk } from '../payload'
import { createDocuments, sendAll, useStaff, type Actor } from '../staff'

// Whoever only translates reads the source, what all languages share, and their own languages where a document was sent
// to them; of another translation not one word, by no door and no question.

const desk = useDesk()
const staff = useStaff(desk)
let ids: Record<string, string> = {}

const translated = contentCollections.filter((collection) => collection !== 'glossary-terms')
const field = (collection: string): string => Object.keys(textOf(collection, ''))[0] ?? ''

beforeAll(async () => {
  ids = await createDocuments(desk.payload)
  await sendAll(desk.payload, ids, ['de'])
  for (const collection of contentCollections)
    for (const [locale, text] of [
      ['de', 'GERMAN-WORDS'],
      ['fr', 'FRENCH-WORDS'],
      ['sv', 'SWEDISH-WORDS'],
    ]) {
      const write = { collection, id: ids[collection], data: textOf(collection, text ?? ''), locale }
      const options = { ...write, draft: true, overrideAccess: true }
      await desk.payload.update(options as unknown as Parameters<typeof desk.payload.update>[0])
    }
  // The translator of the tests writes `sv` and `fr`; this time French was taken back.
  await withClient(desk.database.owner, (client) =>
    client.query(
      `update editorial.translation_requests set taken_back_at = now(), taken_back_by = sent_by where locale = 'fr'`,
    ),
  )
})

const ask = async (actor: Actor, path: string) => {
  const response = await staff.as(actor)('GET', path)
  return { status: response.status, text: await response.text() }
}
const others = /GERMAN-WORDS|FRENCH-WORDS/

describe.each(translated)('of %s by REST', (collection) => {
  const paths = () => [
    `/api/${collection}`,
    `/api/${collection}/count`,
    `/api/${collection}/${ids[collection]}`,
  ]

  test('the source and an own language are read', async () => {
    for (const draft of ['true', 'false'])
      for (const locale of ['en', 'sv']) {
        const query = `?draft=${draft}&locale=${locale}&depth=2`
        for (const path of paths()) expect((await ask('translator', path + query)).status).toBe(200)
      }
    const own = await ask('translator', `/api/${collection}/${ids[collection]}?draft=true&locale=sv`)
    expect(own.text).toContain('SWEDISH-WORDS')
  })

  test('another language is refused in words', async () => {
    for (const more of ['', '&draft=true', '&draft=true&depth=2', '&limit=1&sort=-createdAt'])
      for (const path of paths()) {
        const { status, text } = await ask('translator', `${path}?locale=de${more}`)
        expect({ path, more, status }).toEqual({ path, more, status: 403 })
        expect(JSON.parse(text)).toMatchObject({ code: 'language_not_read' })
        expect(text).not.toMatch(others)
      }
  })

  test('an own language is read where the document was sent to it', async () => {
    const id = ids[collection]
    const single = await ask('translator', `/api/${collection}/${id}?locale=fr&draft=true`)
    expect(single.status).toBe(404)
    const list = await ask('translator', `/api/${collection}?locale=fr&draft=true`)
    expect(JSON.parse(list.text)).toMatchObject({ docs: [], totalDocs: 0 })
  })

  test('the framework says so too', async () => {
    const mayRead = async (locale: string): Promise<boolean> => {
      const path = `/api/${collection}/access/${ids[collection]}?locale=${locale}`
      const may = (await (await staff.as('translator')('POST', path, {})).json()) as { read?: unknown }
      return Boolean(may.read)
    }
    expect(await mayRead('sv')).toBe(true)
    for (const locale of ['de', 'fr', 'nb']) expect(await mayRead(locale)).toBe(false)
  })

  test('no filter and no sort names a language', async () => {
    const name = field(collection)
    const filters = [
      `where[${name}.de][exists]=true`,
      `where[${name}.fr][like]=WORDS`,
      `where[${name}__de][like]=WORDS`,
      `where[or][0][${name}.de][like]=WORDS`,
      `where[and][0][or][0][${name}.de][not_equals]=x`,
    ]
    const list = [...filters, `sort=${name}.de`, `sort=id,-${name}__de`].map((query) => ['', query])
    for (const [path, query] of [...list, ...filters.map((filter) => ['/count', filter])])
      for (const locale of ['sv', 'en']) {
        const address = `/api/${collection}${path}?locale=${locale}&draft=true&${query}`
        expect({ address, status: (await ask('translator', address)).status }).toEqual({
          address,
          status: 400,
        })
      }
  })

  test('where it stands is told of what is theirs to read', async () => {
    const { text } = await ask('translator', `/api/${collection}/${ids[collection]}/status`)
    const { units } = JSON.parse(text) as { units: { unit: string }[] }
    expect(units.map(({ unit }) => unit)).toEqual(['shared', 'en', 'sv'])
    const whole = await ask('editor', `/api/${collection}/${ids[collection]}/status`)
    expect((JSON.parse(whole.text) as { units: unknown[] }).units.length).toBeGreaterThan(10)
  })

  test('whoever has a role that reads reads every language', async () => {
    for (const actor of ['admin', 'editor', 'reviewer', 'press-officer'] as const) {
      const { status, text } = await ask(actor, `/api/${collection}/${ids[collection]}?draft=true&locale=de`)
      expect({ actor, status }).toEqual({ actor, status: 200 })
      expect(text).toContain('GERMAN-WORDS')
    }
  })
})

describe('by the Local API with rights', () => {
  const call = async (method: string, options: object): Promise<string> => {
    const user = await staff.person('translator')
    const methods = desk.payload as unknown as Record<string, (given: object) => Promise<unknown>>
    const given = { overrideAccess: false, user, draft: true, ...options }
    return JSON.stringify(await methods[method]?.(given).catch((error: Error) => error.message))
  }

  test.each(translated)('%s is read in no other language, by no function', async (collection) => {
    const id = ids[collection]
    const name = field(collection)
    for (const languages of [
      { locale: 'de' },
      { locale: 'all' },
      { locale: '*' },
      { locale: 'sv', fallbackLocale: 'de' },
      { locale: 'nb', fallbackLocale: 'de' },
      { locale: 'en', fallbackLocale: ['fr', 'de'] },
    ]) {
      expect(await call('find', { collection, ...languages })).not.toMatch(others)
      expect(await call('findByID', { collection, id, ...languages })).not.toMatch(others)
      expect(await call('findByID', { collection, id, ...languages, disableErrors: true })).not.toMatch(
        others,
      )
      expect(await call('findVersions', { collection, ...languages })).not.toMatch(others)
      expect(await call('findDistinct', { collection, field: name, ...languages })).not.toMatch(others)
    }
    for (const path of [`${name}.de`, `${name}__de`, `${name}.fr`])
      expect(await call('findDistinct', { collection, field: path, locale: 'sv' })).not.toMatch(others)
  })

  test.each(translated)('no answer about %s depends on words of another language', async (collection) => {
    const name = field(collection)
    const found = async (where: object, locale = 'sv') =>
      call('find', { collection, locale, where, depth: 0 }).then((text) => text.includes('"totalDocs":1'))
    for (const key of [`${name}.de`, `${name}__de`, `${name}.fr`]) {
      expect(await found({ [key]: { exists: true } })).toBe(false)
      expect(await found({ or: [{ and: [{ [key]: { exists: true } }] }] })).toBe(false)
    }
    expect(await found({ [name]: { exists: true } }, 'de')).toBe(false)
    expect(await found({ [name]: { exists: true } })).toBe(true)
  })

  test('not through a link either', async () => {
    const contained = { laureates: { contains: { 'knownName.de': { like: 'GERMAN' } } } }
    for (const where of [contained, { 'laureates.knownName.de': { like: 'GERMAN' } }])
      expect(await call('find', { collection: 'citations', locale: 'sv', where })).not.toContain('"docs":[{')
  })
})

test('the glossary is read whole', async () => {
  const { status, text } = await ask('translator', '/api/glossary-terms?locale=de&draft=true')
  expect(status).toBe(200)
  expect(text).toContain('GERMAN-WORDS')
})

test('a reviewer of one language reads the others, as the table of rights says', async () => {
  await desk.payload.update({
    collection: 'users',
    id: staff.ids.reviewer,
    data: { reviewLocales: ['sv'] },
    overrideAccess: true,
  })
  const { status } = await ask('reviewer', `/api/prizes/${ids['prizes']}?locale=de`)
  expect(status).toBe(200)
})

test('a language that is taken from a translator is closed with the next request', async () => {
  const path = `/api/prizes/${ids['prizes']}?locale=sv&draft=true`
  const give = (locales: ('sv' | 'fr')[]) =>
    desk.payload.update({
      collection: 'users',
      id: staff.ids.translator,
      data: { locales },
      overrideAccess: true,
    })
  expect((await ask('translator', path)).status).toBe(200)
  await give(['fr'])
  expect((await ask('translator', path)).status).toBe(403)
  await give(['sv', 'fr'])
  expect((await ask('translator', path)).status).toBe(200)
})

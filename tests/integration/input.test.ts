import { beforeAll, describe, expect, test } from 'vitest'
import { withClient } from '../../src/processes/database.mjs'
import { useDesk } from '../payload'
import { createDocuments, opening, useStaff, type Ask } from '../staff'

// Bad input: a clear 4xx that names the place, by REST and by the Local API, nothing written, process alive.
// Every save here is a draft, and Payload skips the checks of fields when it saves one.

const desk = useDesk()
const staff = useStaff(desk)
let ids: Record<string, string> = {}
let editor: Ask
let officer: Ask

beforeAll(async () => {
  ids = await createDocuments(desk.payload)
  editor = opening(staff.as('editor'))
  officer = opening(staff.as('press-officer'))
})

type Doc = Record<string, unknown>
type Answer = { errors?: { message: string; data?: { errors?: { path: string; message: string }[] } }[] }

const said = async (response: Response) => {
  const { errors } = (await response.json()) as Answer
  const [error] = errors ?? []
  const fields = (error?.data?.errors ?? []).map(({ path, message }) => `${path}: ${message}`)
  return { status: response.status, message: [error?.message, ...fields].join('\n') }
}

const caught = async (work: () => Promise<unknown>) => {
  const error: unknown = await work().then(
    () => undefined,
    (reason: unknown) => reason,
  )
  const { status, message, data } = (error ?? { status: 200, message: 'nothing was thrown' }) as {
    status?: number
    message?: string
    data?: { errors?: { path: string; message: string }[] }
  }
  return {
    status,
    message: [message, ...(data?.errors ?? []).map((each) => `${each.path}: ${each.message}`)].join('\n'),
  }
}

const versions = () =>
  withClient(desk.database.owner, async (client) => {
    const { rows } = await client.query(
      `select (select count(*) from _laureates_v) + (select count(*) from _press_contacts_v) + (select count(*) from _biographies_v)
        + (select count(*) from _citations_v) + (select count(*) from _editions_v) + (select count(*) from _prizes_v) + (select count(*) from _press_releases_v)
        + (select count(*) from _media_v) + (select count(*) from users) as all`,
    )
    return Number(rows[0].all)
  })

const askFor = (collection: string) => (collection === 'press-contacts' ? officer : editor)
const byRest = async (collection: string, data: Doc) =>
  said(await askFor(collection)('PATCH', `/api/${collection}/${ids[collection]}?locale=en&draft=true`, data))
const byLocalApi = (collection: string, data: Doc) =>
  caught(() =>
    desk.payload.update({
      collection,
      id: ids[collection],
      locale: 'en',
      draft: true,
      data,
      overrideAccess: true,
    } as never),
  )

async function expectRefused(collection: string, data: Doc, pattern: RegExp): Promise<void> {
  const before = await versions()
  for (const attempt of [byRest, byLocalApi]) {
    const answer = await attempt(collection, data)
    expect(answer, `${attempt.name} ${collection}`).toMatchObject({
      status: expect.toSatisfy((status: number) => status === 400 || status === 413),
      message: expect.stringMatching(pattern),
    })
  }
  expect(await versions()).toBe(before)
}

const base = { version: 1, direction: null, format: '', indent: 0 }
const text = (value: string, more: Doc = {}) => ({
  type: 'text',
  text: value,
  format: 0,
  version: 1,
  ...more,
})
const paragraph = (...children: Doc[]) => ({ ...base, type: 'paragraph', children })
const doc = (...children: Doc[]) => ({ root: { ...base, type: 'root', children } })
const link = (url: string, more: Doc = {}) =>
  paragraph({
    ...base,
    type: 'link',
    fields: { linkType: 'custom', url, newTab: false, ...more },
    children: [text('x')],
  })
const nest = (depth: number): Doc =>
  depth === 0 ? paragraph(text('deep')) : { ...base, type: 'quote', children: [nest(depth - 1)] }

describe('values follow their standard, in a draft too', () => {
  const wrong: [string, Doc, RegExp][] = [
    ['laureates', { birth: { date: '25 September 1962' } }, /birth\.date: .*EDTF/],
    ['laureates', { birth: { date: '1962-02-30' } }, /birth\.date: .*EDTF/],
    ['laureates', { birth: { countryNow: 'XX' } }, /birth\.countryNow: .*country/],
    ['laureates', { birth: { countryNow: 'Sweden' } }, /birth\.countryNow: .*country/],
    ['laureates', { nativeName: { value: 'x', lang: 'english' } }, /nativeName\.lang: .*language/],
    [
      'laureates',
      { variants: [{ value: 'ok' }, { value: 'x', lang: 'SV' }] },
      /variants\.1\.lang: .*language/,
    ],
    ['laureates', { sameAs: { wikidata: '42' } }, /sameAs\.wikidata: .*Q42/],
    ['laureates', { sameAs: { url: 'javascript:alert(1)' } }, /sameAs\.url: .*https/],
    ['laureates', { sameAs: { isni: '0000 0001 2103 2683' } }, /sameAs\.isni: .*16 digits/],
    ['laureates', { slug: 'Maria Lind' }, /slug: .*small letters/],
    ['laureates', { slug: '../admin' }, /slug: .*small letters/],
    ['laureates', { kind: 'animal' }, /kind: /],
    ['laureates', { knownName: 'x'.repeat(501) }, /knownName: /],
    ['laureates', { atRisk: 'yes' }, /atRisk: .*true or false/],
    ['citations', { countries: ['SE', 'ZZ'] }, /countries: .*ZZ/],
    ['citations', { countries: ['SE', 'SE'] }, /countries: .*twice/],
    ['citations', { countries: 'SE' }, /countries: .*list/],
    ['citations', { themes: ['Human Rights'] }, /themes: .*Human Rights/],
    ['citations', { portion: { num: 0 } }, /portion\.num: .*1 to 1000/],
    ['citations', { awardType: ['prize'] }, /awardType: /],
    ['editions', { year: 20 }, /year: .*1000 to 9999/],
    ['editions', { year: 2024.5 }, /year: .*whole number/],
    ['editions', { year: '2024' }, /Year: .*number/],
    ['editions', { announceZone: 'Stockholm' }, /announceZone: .*time zone/],
    ['editions', { amount: { currency: 'kronor' } }, /amount\.currency: .*currency/],
    ['editions', { amount: { value: -1 } }, /amount\.value: /],
    ['editions', { announceAt: 'tomorrow' }, /announceAt: .*date/],
    ['prizes', { timeZone: 'Mars/Olympus' }, /timeZone: .*time zone/],
    ['press-contacts', { languages: ['en', 'se-SE-'] }, /languages: .*se-SE-/],
    ['press-contacts', { email: 'not an address' }, /email: /],
    ['press-contacts', { validFrom: '2026-10' }, /validFrom: .*day/],
    ['press-contacts', { order: 1.5 }, /order: .*whole number/],
    ['press-contacts', { phone: 1234 }, /phone: .*text/],
  ]
  test.each(wrong)('%s %j', (collection, data, pattern) => expectRefused(collection, data, pattern))

  test('text for another language cannot be slipped in as an object', async () => {
    await expectRefused('laureates', { knownName: { en: 'x', sv: 'y' } }, /knownName: .*text/)
    await expectRefused('citations', { motivation: ['x'] }, /motivation: .*text/)
  })

  test('a link must lead to a document', async () => {
    const nowhere = '0190a6f2-0000-7000-8000-000000000000'
    await expectRefused('citations', { edition: nowhere }, /edition: .*does not exist/)
    await expectRefused('citations', { edition: 'not-an-id' }, /edition: .*id/)
    await expectRefused('citations', { edition: { relationTo: 'users', value: nowhere } }, /edition: .*id/)
    await expectRefused(
      'citations',
      { laureates: [ids['laureates'], nowhere] },
      /laureates: .*does not exist/,
    )
    await expectRefused('laureates', { portrait: ids['prizes'] }, /portrait: .*does not exist/)
  })

  test('a new document is held to the same', async () => {
    const before = await versions()
    const response = await editor('POST', '/api/laureates?locale=en&draft=true', {
      kind: 'person',
      knownName: 'New',
      slug: 'new',
      birth: { date: 'soon' },
    })
    expect(await said(response)).toMatchObject({
      status: 400,
      message: expect.stringContaining('birth.date'),
    })
    expect(await versions()).toBe(before)
  })

  test('an unfinished document may be saved', async () => {
    const response = await editor('POST', '/api/laureates?locale=sv&draft=true', {
      kind: 'organisation',
      slug: 'unfinished',
      birth: { date: null },
      variants: [],
    })
    expect(response.status).toBe(201)
    const { doc: saved } = (await response.json()) as { doc: { id: string } }
    expect((await editor('PATCH', `/api/laureates/${saved.id}?locale=de`, { knownName: '' })).status).toBe(
      200,
    )
  })

  test('a phone is kept as written; its E.164 form stands beside it where there is one', async () => {
    const save = async (phone: string | null) => {
      const response = await officer('PATCH', `/api/press-contacts/${ids['press-contacts']}?locale=en`, {
        phone,
        phoneE164: '+4600000',
      })
      return ((await response.json()) as { doc: Doc }).doc
    }
    expect(await save('+39 06 (0) 555 0100')).toMatchObject({ phone: '+39 06 (0) 555 0100' })
    expect(await save('+46 8 555 010 00')).toMatchObject({
      phone: '+46 8 555 010 00',
      phoneE164: '+46855501000',
    })
    expect(await save('ask the desk')).toMatchObject({ phone: 'ask the desk', phoneE164: null })
    expect(await save(null)).toMatchObject({ phone: null, phoneE164: null })
  })
})

describe('rich text holds what is on the list and nothing else', () => {
  const wrong: [string, Doc][] = [
    ['an unknown node', doc({ ...base, type: 'iframe', src: 'https://evil.example', children: [] })],
    ['an upload node', doc({ ...base, type: 'upload', relationTo: 'media', value: 'x' })],
    [
      'HTML as a node',
      doc({
        ...base,
        type: 'paragraph',
        children: [{ type: 'html', html: '<script>1</script>', version: 1 }],
      }),
    ],
    ['a javascript: link', doc(link('javascript:alert(1)'))],
    ['a hidden javascript: link', doc(link('\tjavascript:alert(1)'))],
    ['a data: link', doc(link('data:text/html,x'))],
    ['a link without a scheme', doc(link('//evil.example'))],
    ['a link with credentials', doc(link('https://user:pw@evil.example'))],
    ['a link to a document', doc(link('https://ok.example', { doc: { relationTo: 'users', value: 'x' } }))],
    [
      'an attribute that is not offered',
      doc(paragraph(text('x', { style: 'background:url(https://evil.example)' }))),
    ],
    ['an event handler', doc({ ...paragraph(text('x')), onclick: 'x' })],
    ['a format that is not offered', doc(paragraph(text('x', { format: 8 })))],
    ['a huge number', doc(paragraph(text('x', { format: 1e308 })))],
    ['a heading of level 1', doc({ ...base, type: 'heading', tag: 'h1', children: [] })],
    ['deep nesting', doc(nest(15))],
    ['deeper nesting', doc(nest(2000))],
    ['a text', 'plain' as unknown as Doc],
    ['a list', [] as unknown as Doc],
    ['no root', { children: [] }],
    [
      'a block of another collection',
      doc({ ...base, type: 'block', fields: { blockType: 'embed', url: 'https://evil.example' } }),
    ],
  ]
  test.each(wrong)('%s is refused', (_, value) =>
    expectRefused('biographies', { short: value }, /short|nested/),
  )

  test('3 MB of it are refused', () => {
    const large = doc(...Array.from({ length: 30 }, () => paragraph(text('x'.repeat(100_000)))))
    return expectRefused('biographies', { long: large }, /long: .*2 MB/)
  })

  test('what is on the list is kept as it is', async () => {
    const value = doc(
      { ...base, type: 'heading', tag: 'h2', children: [text('Early life')] },
      link('https://example.org'),
      paragraph(text('“Quoted”.', { format: 3 })),
    )
    const response = await editor('PATCH', `/api/biographies/${ids['biographies']}?locale=en`, {
      short: value,
    })
    expect(response.status).toBe(200)
    expect(((await response.json()) as { doc: Doc }).doc['short']).toMatchObject(value)
  })
})

describe('text is well-formed and in NFC', () => {
  test('words that look the same are stored the same, in keys of every kind', async () => {
    const decomposed = 'Ame\u0301lie A\u030Angstro\u0308m'
    await editor('PATCH', `/api/laureates/${ids['laureates']}?locale=en`, {
      fullName: decomposed,
      variants: [{ value: decomposed }],
    })
    await editor('PATCH', `/api/biographies/${ids['biographies']}?locale=en`, {
      short: doc(paragraph(text(decomposed))),
    })
    const person = await desk.payload.findByID({
      collection: 'laureates',
      id: ids['laureates'] ?? '',
      locale: 'en',
      draft: true,
      overrideAccess: true,
    })
    expect([person.fullName, person.variants?.[0]?.value]).toEqual(['Amélie Ångström', 'Amélie Ångström'])
    const biography = await desk.payload.findByID({
      collection: 'biographies',
      id: ids['biographies'] ?? '',
      locale: 'en',
      draft: true,
      overrideAccess: true,
    })
    expect(JSON.stringify(biography.short)).toContain('Amélie Ångström')
    expect(
      (await staff.as('admin')('PATCH', `/api/users/${staff.ids.editor}`, { name: decomposed })).status,
    ).toBe(200)
    expect(
      (await desk.payload.findByID({ collection: 'users', id: staff.ids.editor, overrideAccess: true })).name,
    ).toBe('Amélie Ångström')
  })

  const wrong: [string, string, RegExp][] = [
    ['a lone surrogate', 'half \uD800 of a character', /surrogate/],
    ['NUL', 'nul \u0000 inside', /NUL/],
    ['a control character', 'bell \u0007', /control/],
    ['a direction override', 'abc \u202E cba', /direction/],
  ]
  test.each(wrong)('%s is refused, with its place', async (_, value, pattern) => {
    await expectRefused('laureates', { knownName: value }, pattern)
    await expectRefused(
      'laureates',
      { variants: [{ value }] },
      new RegExp(`(?:Spelling|variants › 1 › value): .*${pattern.source}`),
    )
    await expectRefused('biographies', { short: doc(paragraph(text(value))) }, pattern)
    const person = await said(
      await staff.as('admin')('PATCH', `/api/users/${staff.ids.editor}`, { name: value }),
    )
    expect(person).toMatchObject({ status: 400, message: expect.stringMatching(pattern) })
  })

  test('what languages need is kept: joiners, marks of direction, emoji', async () => {
    const value = 'می\u200Cخواهم \u200Eabc\u200F 👩\u200D🔬'
    const response = await editor('PATCH', `/api/laureates/${ids['laureates']}?locale=fa`, {
      knownName: value,
    })
    expect(((await response.json()) as { doc: Doc }).doc['knownName']).toBe(value)
  })
})

describe('a document has the fields that it has', () => {
  test('a field that does not exist is named', async () => {
    await expectRefused('laureates', { knwonName: 'x' }, /knwonName/)
    await expectRefused('laureates', { birth: { dat: '1962' } }, /birth › dat/)
    await expectRefused('laureates', { variants: [{ value: 'x', colour: 'red' }] }, /variants › 1 › colour/)
  })

  test('what the system derives is never taken from outside', async () => {
    const data = {
      adminTitle: 'Forged',
      createdAt: '1990-01-01T00:00:00.000Z',
      updatedAt: '1990-01-01T00:00:00.000Z',
    }
    const response = await editor('PATCH', `/api/laureates/${ids['laureates']}?locale=en`, {
      ...data,
      knownName: 'Maria Lind',
    })
    const { doc: saved } = (await response.json()) as { doc: Doc }
    expect(saved).toMatchObject({ id: ids['laureates'], adminTitle: 'Maria Lind' })
    expect(String(saved['updatedAt']) > '2020' && String(saved['createdAt']) > '2020').toBe(true)
  })
})

describe('web addresses', () => {
  test('a web address that another document has is refused, whichever languages and drafts there are', async () => {
    await editor('POST', '/api/laureates?locale=en', { kind: 'person', knownName: 'Twin', slug: 'twin' })
    const taken = await said(
      await editor('POST', '/api/laureates?locale=sv', {
        kind: 'person',
        knownName: 'Tvilling',
        slug: 'twin',
      }),
    )
    expect(taken).toMatchObject({ status: 409, message: expect.stringContaining('twin') })
  })

  test('two people who take the same one at the same moment do not both get it', async () => {
    const create = () =>
      editor('POST', '/api/laureates?locale=en', { kind: 'person', knownName: 'Racer', slug: 'racer' })
    const statuses = (await Promise.all([create(), create(), create(), create()])).map(({ status }) => status)
    expect(statuses.toSorted((one, other) => one - other)).toEqual([201, 409, 409, 409])
  })

  test('one that its document gave up is free again', async () => {
    const first = (await (
      await editor('POST', '/api/laureates?locale=en', { kind: 'person', knownName: 'A', slug: 'given-up' })
    ).json()) as { doc: { id: string } }
    expect(
      (await editor('PATCH', `/api/laureates/${first.doc.id}?locale=en`, { slug: 'moved-on' })).status,
    ).toBe(200)
    expect(
      (await editor('POST', '/api/laureates?locale=en', { kind: 'person', knownName: 'B', slug: 'given-up' }))
        .status,
    ).toBe(201)
  })

  test('award entries share one across years and never within one', async () => {
    const edition = async (year: number) =>
      (
        (await (await editor('POST', '/api/editions?locale=en', { prize: ids['prizes'], year })).json()) as {
          doc: { id: string }
        }
      ).doc.id
    const entry = (at: string) =>
      editor('POST', '/api/citations?locale=en', {
        edition: at,
        laureates: [ids['laureates']],
        slug: 'shared',
        motivation: 'for',
      })
    const [one, other] = [await edition(1981), await edition(1982)]
    expect((await entry(one)).status).toBe(201)
    expect((await entry(one)).status).toBe(409)
    const second = (await (await entry(other)).json()) as { doc: { id: string } }
    expect(
      (await editor('PATCH', `/api/citations/${second.doc.id}?locale=en`, { edition: one })).status,
    ).toBe(409)
  })
})

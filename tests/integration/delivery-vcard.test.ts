import ICAL from 'ical.js'
import { expect, test } from 'vitest'
import { until, useWorld, type Item } from './delivery-world'

const world = useWorld()
const id = '77777777-7777-4777-8777-777777777771'
const address = `/v1/press-contacts/${id}.vcf`

const contact = (members: Record<string, unknown>, locales: Item['locales'] = ['en']): Item => ({
  resource: 'press-contacts',
  id,
  slug: id,
  locales,
  members,
})

/** The card of the contact, as a reference parser reads it, after its raw lines were held against RFC 6350. */
async function readCard(query = '') {
  const answer = await world.get(address + query)
  expect(answer.status).toBe(200)
  const text = await answer.text()
  const lines = text.split('\r\n')
  expect(lines.at(-1)).toBe('')
  expect(lines.join('')).not.toMatch(/[\r\n]/)
  for (const line of lines) {
    expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
    expect(line.isWellFormed()).toBe(true)
  }
  const card = new ICAL.Component(ICAL.parse(text) as never)
  return { card, answer, text, value: (name: string) => card.getFirstPropertyValue(name) }
}

const hostile = [
  'Plain Name',
  'Comma, Semicolon; Colon: "Quote" \\ backslash',
  'two\nlines\r\nthree\rfour',
  '\\n is no line',
  'END:VCARD\r\nBEGIN:VCARD\r\nFN:Somebody Else',
  '👩🏽‍🔬'.repeat(30),
  'الصحافة؛ مكتب، '.repeat(12).trim(),
  'ö'.repeat(200),
]

test('what the contact is called comes back as it is, whatever it is', async () => {
  for (const name of hostile) {
    await world.publish([contact({ name, label: { text: `${name};x`, locale: 'en', isFallback: false } })])
    const { card, value, text } = await readCard()
    const read = (written: string) => written.replace(/\r\n?/g, '\n')
    expect([card.name, value('fn'), value('title')]).toEqual(['vcard', read(name), read(`${name};x`)])
    expect(card.getAllProperties('fn')).toHaveLength(1)
    // Parsers forgive what other programs do not: a comma that is not escaped.
    expect(text.replaceAll('\r\n ', '')).toMatch(/\r\nFN:(?:[^\\,\r\n]|\\[\\,n])*\r\n/)
    expect(card.getAllSubcomponents()).toEqual([])
  }
})

test('the card says what the JSON address says, in the asked language', async () => {
  await world.publish([
    contact(
      {
        name: 'Ana Lind',
        label: { text: 'Pressansvarig, Norden', locale: 'sv', isFallback: false },
        phone: { written: '070-174 06 05', e164: '+46701740605' },
        email: 'press@example.org',
        languages: ['sv', 'pt-BR'],
      },
      ['sv'],
    ),
  ])
  const { card, value, answer, text } = await readCard('?locale=sv')
  expect(answer.headers.get('content-type')).toBe('text/vcard; charset=utf-8')
  expect(answer.headers.get('content-language')).toBe('sv')
  expect(answer.headers.get('cache-tag')).toBe(id)
  expect(value('version')).toBe('4.0')
  expect(value('uid')).toBe(`urn:uuid:${id}`)
  expect(card.getFirstProperty('title')?.getFirstParameter('language')).toBe('sv')
  expect(value('tel')).toBe('tel:+46701740605')
  expect(card.getFirstProperty('tel')?.getParameter('type')).toEqual(['work', 'voice'])
  expect(value('email')).toBe('press@example.org')
  expect(card.getAllProperties('lang').map((lang) => String(lang.getFirstValue()))).toEqual(['sv', 'pt-BR'])
  expect(text).toContain('\r\nREV:20260102T030405Z\r\n')
})

test('a number that is no international one is written as it stands', async () => {
  await world.publish([contact({ phone: { written: '112; ask, then wait', e164: null } })])
  expect((await readCard()).value('tel')).toBe('112; ask, then wait')
})

test('it is absent and gone when the JSON address is, costs one statement, and answers 304', async () => {
  await world.publish([contact({}, ['sv'])])
  const unknown = await world.get('/v1/press-contacts/77777777-7777-4777-8777-777777777779.vcf')
  const otherLanguage = await world.get(`${address}?locale=de`)
  expect([unknown.status, otherLanguage.status]).toEqual([404, 404])
  expect(await unknown.text()).toBe(await otherLanguage.text())
  expect((await world.get('/v1/laureates/anna.vcf')).status).toBe(404)
  expect((await world.get('/v1/press-contacts/.vcf')).status).toBe(404)
  const first = await world.get(`${address}?locale=sv&fallback=none`)
  expect(first.status).toBe(200)
  const etag = first.headers.get('etag') ?? ''
  const again = () => world.get(`${address}?locale=sv&fallback=none`, { 'if-none-match': etag })
  expect(await world.queriesOf(async () => expect((await again()).status).toBe(304))).toBe(0)
  expect(await world.queriesOf(() => world.get(`${address}?fallback=declared&locale=sv`))).toBe(1)
  await world.publish([{ resource: 'laureates', slug: 'somebody' }], { withdraw: [id] })
  await until(async () => (await world.get(`${address}?locale=sv`)).status === 410)
})

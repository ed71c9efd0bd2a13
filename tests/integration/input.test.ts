import { describe, expect, test } from 'vitest'
import { said, useInput, type Doc } from './input-world'

// Bad input: a clear 4xx that names the place, by REST and by the Local API, nothing written, process alive.

const { ids, editor, officer, versions, expectRefused } = useInput()

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

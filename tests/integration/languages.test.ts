import { beforeAll, describe, expect, test } from 'vitest'
import { englishPage } from '../../src/intake/page.fixtures'
import type { DocumentStatus } from '../../src/units'
import { useDesk } from '../payload'
import { createDocuments, opening, raw, useStaff, type Ask } from '../staff'

// What the server says on a screen comes in the language of the reader's screens.

const desk = useDesk()
const staff = useStaff(desk)
let ids: Record<string, string> = {}

beforeAll(async () => {
  ids = await createDocuments(desk.payload)
})

const inLanguage = (ask: Ask, language: string): Ask => {
  const headers = { 'Content-Type': 'application/json', 'Accept-Language': language }
  return (method, path, content) =>
    ask(method, path, raw({ headers, ...(content === undefined ? {} : { body: JSON.stringify(content) }) }))
}

type Said = { message: string; data?: { details?: unknown; errors?: { path: string; message: string }[] } }
const problemOf = async (response: Response): Promise<Said | undefined> => {
  const { errors } = (await response.json()) as { errors?: Said[] }
  return errors?.[0]
}

describe('a Swedish reader', () => {
  const as = (role: Parameters<typeof staff.as>[0]): Ask =>
    opening(inLanguage(staff.as(role), 'sv-SE,sv;q=0.9,en;q=0.5'))
  const laureate = () => `/api/laureates/${ids['laureates']}`

  test('is told in Swedish which language is not assigned', async () => {
    const response = await as('translator')('PATCH', `${laureate()}?locale=de`, { knownName: 'X' })
    expect(await problemOf(response)).toMatchObject({
      message: 'Du får inte skriva på tyska. Be en administratör att tilldela dig språket.',
      data: { details: { language: 'tyska' } },
    })
  })

  test('is told in Swedish which field is shared', async () => {
    const response = await as('translator')('PATCH', `${laureate()}?locale=sv`, { slug: 'another' })
    expect((await problemOf(response))?.message).toContain('”Webbadress” är gemensamt för alla språk.')
  })

  test('is told in Swedish what the role does not allow', async () => {
    const response = await as('reviewer')('PATCH', `${laureate()}?locale=sv`, { knownName: 'X' })
    expect((await problemOf(response))?.message).toBe('Din roll låter dig inte ändra detta.')
  })

  test('reads what is wrong with a value, and where, in Swedish', async () => {
    const response = await as('editor')('PATCH', `${laureate()}?locale=en`, { birth: { date: 'soon' } })
    const message = 'Skriv datumet som 1962-09-25, 1962-09, 1962, 196X eller 1962~ (EDTF).'
    expect(await problemOf(response)).toMatchObject({
      message: `Födelse › Födelsedatum – ${message}`,
      data: { errors: [{ path: 'birth.date', message }] },
    })
  })

  test('reads why a text cannot be stored in Swedish', async () => {
    const response = await as('editor')('PATCH', `${laureate()}?locale=en`, { education: 'a\u0007b' })
    expect((await problemOf(response))?.message).toBe(
      'Utbildning – innehåller ett styrtecken. Klistra in texten igen.',
    )
  })

  test('reads in Swedish what is missing before a language can be published', async () => {
    const status = await as('editor')('GET', `${laureate()}/status`)
    const { units } = (await status.json()) as { units: { unit: string; problems: string[] }[] }
    expect(units.find(({ unit }) => unit === 'uk')?.problems).toEqual([
      '”Känd som” har ingen text på det här språket ännu.',
    ])
    const response = await as('editor')('POST', `${laureate()}/submit`, { units: [{ unit: 'uk' }] })
    expect((await problemOf(response))?.message).toBe(
      'Ukrainska är inte fullständigt. ”Känd som” har ingen text på det här språket ännu.',
    )
  })

  test('reads in Swedish that only approved words become public', async () => {
    const response = await as('press-officer')('POST', `${laureate()}/publish`, { units: [{ unit: 'en' }] })
    expect((await problemOf(response))?.message).toBe(
      'Engelska är inte godkänt. Bara godkända ord blir offentliga.',
    )
  })

  test('reads in Swedish which other document has to be public first', async () => {
    await as('editor')('PATCH', `/api/citations/${ids['citations']}?locale=en`, { motivation: 'for a test' })
    const citation = `/api/citations/${ids['citations']}`
    const perform = async (role: 'editor' | 'reviewer' | 'press-officer', verb: string) => {
      const { units } = (await (await as(role)('GET', `${citation}/status`)).json()) as DocumentStatus
      const read = units.map(({ unit, revision }) => ({ unit, revision: revision ?? undefined }))
      const named = read.filter(({ unit }) => unit === 'shared' || unit === 'en')
      return as(role)('POST', `${citation}/${verb}`, { units: named })
    }
    expect((await perform('editor', 'submit')).status).toBe(200)
    expect((await perform('reviewer', 'approve')).status).toBe(200)
    const response = await perform('press-officer', 'publish')
    expect((await problemOf(response))?.message).toMatch(
      /Utmärkelsen ”.+” kräver att (?:året|pristagaren) ”.+” visas offentligt\./,
    )
  })
})

describe('the edge', () => {
  const refused = async (headers: Record<string, string>) =>
    (await problemOf(await staff.as('anonymous')('GET', '/api/laureates', raw({ headers }))))?.message

  test('speaks the language of the cookie, else of the browser, else English', async () => {
    expect(await refused({ Cookie: 'payload-lng=de', 'Accept-Language': 'sv' })).toBe(
      'Bitte melden Sie sich an.',
    )
    expect(await refused({ 'Accept-Language': 'sv' })).toBe('Logga in först.')
    expect(await refused({ 'Accept-Language': 'fi' })).toBe('Please sign in.')
    expect(await refused({})).toBe('Please sign in.')
  })
})

describe('a German reader of an import', () => {
  type Reading = {
    rows: { label: string; note?: string }[]
    questions: { id: string; text: string }[]
    mistakes?: { id: string; reason: string }[]
  }
  const german = (): Ask => opening(inLanguage(staff.as('editor'), 'de'))
  const sent = { text: englishPage(), format: 'text' }

  test('reads the proposal and its questions in German', async () => {
    const response = await german()('POST', '/api/intake/page', sent)
    const { rows, questions } = (await response.json()) as Reading
    expect(rows.map(({ label }) => label)).toEqual(
      expect.arrayContaining(['Begründung', 'Länder', 'Mira Talvik: Geburtsdatum']),
    )
    expect(questions.find(({ id }) => id === 'award.year')?.text).toBe(
      'In welchem Jahr wurde der Preis verliehen?',
    )
  })

  test('reads in German what is wrong with an answer', async () => {
    const answers = { 'award.year': 'soon', 'no.question': 'x' }
    const response = await german()('POST', '/api/intake/page/confirm', { ...sent, answers })
    const { mistakes } = (await response.json()) as Reading
    expect(mistakes).toEqual([
      expect.objectContaining({ id: 'award.year', reason: 'muss ein Jahr wie 2024 sein.' }),
      expect.objectContaining({ id: 'no.question', reason: 'ist keine Frage zu dieser Seite.' }),
    ])
  })

  test('reads in German why a page is refused', async () => {
    const response = await german()('POST', '/api/intake/page', { text: 'Only a line.' })
    expect((await problemOf(response))?.message).toMatch(
      /^Das sieht nicht wie eine Seite über Preisträger aus\./,
    )
  })
})

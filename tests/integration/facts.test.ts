import { describe, expect, test } from 'vitest'
import { poolOf } from '../../src/lib/postgres'
import { said, useInput, type Doc } from './input-world'

// Facts that cannot both be true are refused by every door, and each field that is in doubt is named.

const { desk, staff, ids, editor, expectRefused } = useInput()

const save = (data: Doc, locale = 'en') =>
  editor('PATCH', `/api/laureates/${ids['laureates']}?locale=${locale}&draft=true`, data)

describe('together they are refused', () => {
  test.each<[string, Doc, RegExp]>([
    // Born in 1962, as it is stored.
    ['laureates', { death: { date: '1961' } }, /birth\.date: .*later.*“Date of death”/],
    ['laureates', { death: { date: '1961' } }, /death\.date: .*earlier.*“Date of birth”/],
    ['laureates', { birth: { date: '2001-03' }, death: { date: '2001-02-28' } }, /death\.date: .*earlier/],
    ['laureates', { founded: '2001', dissolved: '199X' }, /founded: .*later.*“Dissolved”/],
    ['laureates', { founded: '1996-04-26', dissolved: '1995' }, /dissolved: .*earlier.*“Established”/],
    ['press-contacts', { validFrom: '2026-10-02', validTo: '2026-10-01' }, /validTo: .*earlier/],
    ['citations', { portion: { num: 3, den: 2 } }, /portion\.num: .*2 or less.*“Of how many”/],
  ])('%s %j', (collection, data, pattern) => expectRefused(collection, data, pattern))
})

test.each<[string, Doc]>([
  ['the same year', { death: { date: '1962' } }],
  ['a birth that is not certain', { birth: { date: '1962~' }, death: { date: '1961' } }],
  ['no death any more', { birth: { date: '1962-09-25' }, death: { date: null } }],
])('%s is saved', async (_name, data) => {
  expect(await said(await save(data))).toMatchObject({ status: 200 })
})

test('a refusal that knows its field marks it in the form, rows counted as forms do', async () => {
  const pathsOf = async (response: Response) => {
    const { errors } = (await response.json()) as { errors: { data?: { errors?: { path: string }[] } }[] }
    return errors[0]?.data?.errors?.map(({ path }) => path)
  }
  const twin = { kind: 'person', knownName: 'Twin', slug: 'maria-lind' }
  expect(await pathsOf(await editor('POST', '/api/laureates?locale=en', twin))).toEqual(['slug'])
  const broken = { variants: [{ value: 'fine' }, { value: 'a\u0007b' }] }
  expect(await pathsOf(await save(broken))).toEqual(['variants.1.value'])
  const person = { name: 'Tove', email: 'tove@example.org', password: 'lantern otter violin pencil' }
  const addPerson = (more: Doc) => staff.as('admin')('POST', '/api/users', { ...person, ...more })
  expect(await pathsOf(await addPerson({ roles: ['translator'] }))).toEqual(['locales'])
  expect(await pathsOf(await addPerson({ roles: ['editor'], password: 'short' }))).toEqual(['password'])
})

test('what was stored so before hinders nobody who changes something else', async () => {
  await poolOf(desk.payload).query(
    `update public._laureates_v set version_death_date = '1900' where parent_id = $1 and latest`,
    [ids['laureates']],
  )
  expect((await save({ fullName: 'Maria Lind' })).status).toBe(200)
  expect((await save({ fullName: 'Maria Lind' }, 'sv')).status).toBe(200)
  expect((await save({ death: { date: '1901' } })).status).toBe(400)
  expect((await save({ death: { date: null } })).status).toBe(200)
})

test('an entry says when the shares of its year come to more than the whole prize, and may be saved', async () => {
  const entry = { edition: ids['editions'], laureates: [ids['laureates']], motivation: 'for the sea' }
  const made = await editor('POST', '/api/citations?locale=en', {
    ...entry,
    slug: 'second',
    portion: { num: 1, den: 2 },
  })
  const { doc: second } = (await made.json()) as { doc: { id: string } }
  const share = async (data: Doc) => {
    const saved = await editor('PATCH', `/api/citations/${ids['citations']}?locale=en&draft=true`, data)
    expect(saved.status).toBe(200)
    const doubts = [ids['citations'], second.id].map(async (id) => {
      const response = await editor('GET', `/api/citations/${id}/status`)
      const { units } = (await response.json()) as { units: { unit: string; doubt: string | null }[] }
      return units.find(({ unit }) => unit === 'shared')?.doubt
    })
    return Promise.all(doubts)
  }
  const tooMuch = expect.stringContaining('come to 7/6: more than the whole prize')
  expect(await share({ portion: { num: 2, den: 3 } })).toEqual([tooMuch, tooMuch])
  expect(await share({ awardType: 'honorary' })).toEqual([null, null])
  expect(await share({ awardType: 'prize', portion: { num: 1, den: 2 } })).toEqual([null, null])
})

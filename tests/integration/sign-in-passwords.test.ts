import { expect, test } from 'vitest'
import { useDesk } from '../payload'
import { password, raw, useStaff } from '../staff'
import { visitor } from '../visitor'

// Which passwords the desk takes, whoever sets them.

const desk = useDesk()
const staff = useStaff(desk)
const good = 'seven quiet lanterns over water'
let counter = 0
const create = (data: object, headers: Record<string, string> = {}) =>
  staff.as('admin')(
    'POST',
    '/api/users',
    raw({
      body: JSON.stringify({
        name: 'Åsa Öberg',
        email: `p${(counter += 1)}@example.org`,
        roles: ['editor'],
        ...data,
      }),
      headers: { 'Content-Type': 'application/json', ...headers },
    }),
  )
const said = async (response: Response): Promise<string> =>
  ((await response.json()) as { detail: string }).detail

test.each([
  ['short', 'must hold 15 to 256 characters'],
  ['passwordpassword1', 'easy to guess'],
  ['Åsa Öberg Åsa Öberg', 'easy to guess'],
  ['asa.unusual.address@example.org', 'easy to guess'],
])('“%s” is refused for somebody new: %s', async (given, why) => {
  const response = await create({ password: given, email: 'asa.unusual.address@example.org' })
  expect(response.status).toBe(400)
  expect(await said(response)).toContain(why)
})

test('also for oneself, by name and address as they are stored, and to the system', async () => {
  const { id } = await desk.payload.create({
    collection: 'users',
    data: { name: 'Kerstin Wallengren', email: 'kw@example.org', password: good, roles: ['editor'] },
    overrideAccess: true,
  })
  const browser = visitor(desk)
  await browser.signIn('kw@example.org', good)
  const own = await browser.ask('PATCH', `/api/users/${id}`, { password: 'kerstinwallengren1' })
  expect([own.status, own.body.detail]).toEqual([400, expect.stringContaining('easy to guess')])
  await expect(
    desk.payload.update({ collection: 'users', id, data: { password: 'x' }, overrideAccess: true }),
  ).rejects.toMatchObject({ status: 400 })
  expect((await visitor(desk).signIn('kw@example.org', good)).status).toBe(200)
})

test('the names of the prizes are among the first that somebody would try', async () => {
  const given = 'valborgbeckman1'
  await desk.payload.create({
    collection: 'prizes',
    data: { name: 'Valborg Beckman', slug: 'vb', timeZone: 'Europe/Stockholm', founded: '1901' },
    locale: 'en',
    draft: true,
    overrideAccess: true,
  } as never)
  expect((await create({ password: given })).status).toBe(400)
})

test('an accented letter is the same however the keyboard makes it', async () => {
  const composed = 'fem älgar över sjön i natt'.normalize('NFC')
  const created = await create({ password: composed.normalize('NFD'), email: 'nfc@example.org' })
  expect(created.status).toBe(201)
  for (const given of [composed, composed.normalize('NFD')])
    expect((await visitor(desk).signIn('nfc@example.org', given)).status).toBe(200)
  expect((await visitor(desk).signIn('nfc@example.org', 'fem algar over sjon i natt')).status).toBe(401)
})

test.each([
  ['en', 'Password is easy to guess: common words'],
  ['sv', 'Lösenord är lätt att gissa: vanliga ord'],
  ['de', 'Passwort ist leicht zu erraten: häufige Wörter'],
])('why is said in the language of the screens: %s', async (language, words) => {
  const response = await create({ password: 'passwordpassword1' }, { 'Accept-Language': language })
  expect((await said(response)).replace(': ', ' ')).toContain(words)
})

test('the common password of the tests is none of those', async () => {
  expect((await create({ password })).status).toBe(201)
})

test.each([
  ['en', 'E-mail address: Another person signs in with this address already.'],
  ['sv', 'E-postadress: En annan person loggar redan in med den adressen.'],
  ['de', 'E-Mail-Adresse: Mit dieser Adresse meldet sich schon eine andere Person an.'],
])(
  'an address that somebody has is refused in a sentence, and nobody is added: %s',
  async (language, words) => {
    const email = `taken-${language}@example.org`
    expect((await create({ password: good, email })).status).toBe(201)
    const people = () => desk.payload.count({ collection: 'users', overrideAccess: true })
    const before = await people()
    const response = await create({ password: good, email }, { 'Accept-Language': language })
    expect(response.status).toBe(400)
    expect(await said(response)).toBe(words)
    expect(await people()).toEqual(before)
  },
)

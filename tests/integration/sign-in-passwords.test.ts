import { describe, expect, test } from 'vitest'
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
  const own = await browser.ask('PATCH', `/api/users/${id}`, {
    password: 'kerstinwallengren1',
    'present-password': good,
  })
  expect([own.status, own.body.detail]).toEqual([400, expect.stringContaining('easy to guess')])
  await expect(
    desk.payload.update({ collection: 'users', id, data: { password: 'x' }, overrideAccess: true }),
  ).rejects.toMatchObject({ status: 400 })
  expect((await visitor(desk).signIn('kw@example.org', good)).status).toBe(200)
})

describe('a new password of one’s own', () => {
  const next = 'copper kettles beside the ferry'
  const entered = async () => {
    const email = `own${(counter += 1)}@example.org`
    const response = await create({ email, password: good })
    const { doc } = (await response.json()) as { doc: { id: string } }
    const browser = visitor(desk)
    await browser.signIn(email, good)
    const change = (data: object) => browser.ask('PATCH', `/api/users/${doc.id}`, { password: next, ...data })
    const opens = async (given: string) => (await visitor(desk).signIn(email, given)).status === 200
    return { id: doc.id, browser, change, opens }
  }

  test.each([
    ['en', 'Your present password is missing.'],
    ['sv', 'Ditt nuvarande lösenord saknas.'],
    ['de', 'Ihr jetziges Passwort fehlt.'],
  ])('needs the present one, by name: %s', async (language, words) => {
    const { browser, change, opens } = await entered()
    browser.more = { 'Accept-Language': language }
    for (const without of [{}, { 'present-password': '' }, { 'present-password': [good] }]) {
      const { status, body } = await change(without)
      expect([status, body.detail]).toEqual([400, expect.stringContaining(words)])
      expect(body).toMatchObject({ errors: [{ data: { details: { path: 'present-password' } } }] })
    }
    expect([await opens(good), await opens(next)]).toEqual([true, false])
  })

  test('is not taken with another one, and tries are counted', async () => {
    const { change, opens } = await entered()
    const statuses: number[] = []
    for (let turn = 0; turn < 12; turn += 1)
      statuses.push((await change({ 'present-password': `${next} ${turn}` })).status)
    expect(new Set(statuses.slice(0, 10))).toEqual(new Set([403]))
    expect(statuses.at(-1)).toBe(429)
    expect([await opens(good), await opens(next)]).toEqual([true, false])
  })

  test('is taken with the right one, which is never stored', async () => {
    const { id, change, opens } = await entered()
    const { status, body } = await change({ 'present-password': good })
    expect(status).toBe(200)
    expect(JSON.stringify(body)).not.toContain(good)
    expect([await opens(good), await opens(next)]).toEqual([false, true])
    const kept = await desk.payload.db.findOne({ collection: 'users', where: { id: { equals: id } } })
    expect(JSON.stringify(kept)).not.toContain(good)
  })

  test('is asked of an administrator, too, but not for somebody else, and not with another name', async () => {
    const { id, browser, change, opens } = await entered()
    expect((await browser.ask('PATCH', `/api/users/${id}`, { name: 'Åsa Öberg-Ek' })).status).toBe(200)
    const admin = staff.as('admin')
    expect((await admin('PATCH', `/api/users/${staff.ids.admin}`, { password: next })).status).toBe(400)
    expect((await admin('PATCH', `/api/users/${id}`, { password: next })).status).toBe(200)
    expect(await opens(next)).toBe(true)
    expect((await change({ 'present-password': good })).status).toBe(401)
  })
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
  ['en', 'The password is easy to guess – common words'],
  ['sv', 'Lösenordet är lätt att gissa – vanliga ord'],
  ['de', 'Das Passwort ist leicht zu erraten – häufige Wörter'],
])('why is said in the language of the screens: %s', async (language, words) => {
  const response = await create({ password: 'passwordpassword1' }, { 'Accept-Language': language })
  expect(await said(response)).toContain(words)
})

test('the common password of the tests is none of those', async () => {
  expect((await create({ password })).status).toBe(201)
})

test.each([
  ['en', 'E-mail address – Another person signs in with this address already.'],
  ['sv', 'E-postadress – En annan person loggar redan in med den adressen.'],
  ['de', 'E-Mail-Adresse – Mit dieser Adresse meldet sich schon eine andere Person an.'],
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

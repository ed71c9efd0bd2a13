import { expect, test } from 'vitest'
import { refusalIn, type Doc } from '../forms'
import { useDesk } from '../payload'
import { signedIn, type Signed } from '../rest-people'
import { sendAll } from '../staff'
import { done, lifeOf, press, prizeBy, publicWords, usePeople } from '../workflow'

// What a person may do is looked up at each request: a change counts for the next one, in every open browser.

const desk = useDesk()
const signed = usePeople(desk)

const change = async (person: Signed, data: Doc) => {
  const { status, body } = await signed.admin.ask('PATCH', `/api/users/${person.id}`, data)
  expect(status, JSON.stringify(body)).toBe(200)
}
const someone = (roles: Parameters<typeof signedIn>[1]['roles'], more: Doc = {}) =>
  signedIn(desk, {
    name: 'Somebody',
    roles,
    more,
    ...(roles.includes('translator') ? { locales: ['sv', 'fr'] } : {}),
  })
const reviewing = { reviewCollections: ['prizes', 'laureates'], reviewLocales: ['en', 'sv'] }

async function inReview(): Promise<string> {
  const id = await prizeBy(signed.editor)
  await done(signed.editor, 'submit', { id })
  return id
}

const lost: [string, Doc, { unit: string; status: number; code: string }][] = [
  ['the language', { reviewLocales: ['sv'] }, { unit: 'en', status: 403, code: 'not_assigned' }],
  [
    'the kind of document',
    { reviewCollections: ['laureates'] },
    { unit: 'shared', status: 403, code: 'not_assigned' },
  ],
  ['the role', { roles: ['press-officer'] }, { unit: 'en', status: 403, code: 'not_allowed' }],
  ['the account', { disabled: true }, { unit: 'en', status: 401, code: 'not_signed_in' }],
]

test.each(lost)(
  'a reviewer who lost %s approves nothing with the browser still open',
  async (_, data, expected) => {
    const reviewer = await someone(['reviewer'], reviewing)
    const { unit, ...refused } = expected
    const [id, before] = [await inReview(), await inReview()]
    expect((await press(reviewer, 'approve', { id: before, unit })).status).toBe(200)
    const life = await lifeOf(desk, id)
    await change(reviewer, data)
    const start = performance.now()
    expect(refusalIn(await press(reviewer, 'approve', { id, unit }))).toMatchObject(refused)
    expect(performance.now() - start).toBeLessThan(5000)
    expect(await lifeOf(desk, id)).toEqual(life)
  },
)

test('and what they approved does not become public any more: somebody else has to read it', async () => {
  const reviewer = await someone(['reviewer'], reviewing)
  const id = await inReview()
  await done(reviewer, 'approve', { id })
  await change(reviewer, { disabled: true })
  const life = await lifeOf(desk, id)
  const refused = refusalIn(await press(signed.officer, 'publish', { id }))
  expect(refused).toMatchObject({ status: 409, code: 'approval_lapsed' })
  expect(await lifeOf(desk, id)).toEqual(life)
  expect(await publicWords(desk, id, 'en')).toBeUndefined()
  // Taken back and submitted again, it is approved anew.
  await done(signed.editor, 'take-back', { id })
  await done(signed.editor, 'submit', { id })
  await done(signed.reviewer, 'approve', { id })
  await done(signed.officer, 'publish', { id })
})

test.each([
  ['submit', 'editor', 'reviewer'],
  ['publish', 'press-officer', 'reviewer'],
] as const)('who may %s no longer does not', async (verb, role, other) => {
  const person = await someone([role])
  const id = await prizeBy(signed.editor)
  if (verb === 'publish') {
    await done(signed.editor, 'submit', { id })
    await done(signed.reviewer, 'approve', { id })
  }
  await change(person, { roles: [other], ...reviewing })
  expect(refusalIn(await press(person, verb, { id }))).toMatchObject({ status: 403, code: 'not_allowed' })
})

test('a translator writes only the languages that are assigned now', async () => {
  const translator = await someone(['translator'])
  const id = await prizeBy(signed.editor)
  await sendAll(desk.payload, { prizes: id }, ['sv', 'fr'])
  const write = async (locale: string) => {
    const opened = await translator.ask('GET', `/api/prizes/${id}?locale=${locale}&draft=true&depth=0`)
    const body = { name: `Fjord ${locale}`, base: opened.body['base'] }
    return (await translator.ask('PATCH', `/api/prizes/${id}?locale=${locale}`, body)).status
  }
  expect([await write('sv'), await write('fr')]).toEqual([200, 200])
  await change(translator, { locales: ['fr'] })
  expect([await write('sv'), await write('fr')]).toEqual([403, 200])
  await change(translator, { disabled: true })
  expect(await write('fr')).toBe(401)
})

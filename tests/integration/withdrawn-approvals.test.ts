import { beforeAll, expect, test } from 'vitest'
import { advance, statusOf } from '../../src/units'
import { asRead, colleagueOf, draft, edit, personWith, unique, type Actor } from '../factories'
import { useDesk } from '../payload'

// What was sent back is nobody's approved text any more, and what was asked for it has ended.

const desk = useDesk()
let editor: Actor
let both: Actor
let officer: Actor
let reviewer: Actor

beforeAll(async () => {
  editor = await personWith(desk.payload, ['editor'])
  both = await personWith(desk.payload, ['editor', 'reviewer'])
  officer = await personWith(desk.payload, ['press-officer'])
  reviewer = await colleagueOf(editor)
})

const units = [{ unit: 'en' }]
const read = (at: { collection: 'prizes'; id: string }) => asRead(officer, { ...at, units: ['en'] })
const prize = async (name = 'Fjord Prize') => {
  const { id } = await draft(both, 'prizes', { name, slug: unique('fjord'), timeZone: 'Europe/Oslo' })
  return { collection: 'prizes' as const, id }
}
const english = async (actor: Actor, at: { collection: 'prizes'; id: string }) => {
  const { units: all } = await statusOf(actor, { ...at, language: 'en' })
  return all.find(({ unit }) => unit === 'en')
}

test.each(['request-changes', 'take-back'] as const)(
  'after %s whoever wrote the words does not approve what a colleague makes of them',
  async (verb) => {
    const at = await prize()
    await advance(both, { ...at, verb: 'submit', units })
    await advance(reviewer, { ...at, verb: 'approve', units: await read(at) })
    await advance(reviewer, { ...at, verb, units, reason: 'Not yet.' })
    await edit(editor, at, { shortName: 'Fjord' })
    await advance(editor, { ...at, verb: 'submit', units })
    await expect(advance(both, { ...at, verb: 'approve', units: await read(at) })).rejects.toMatchObject({
      code: 'wrote_it',
    })
    await advance(reviewer, { ...at, verb: 'approve', units: await read(at) })
  },
)

test('an exception that was asked for ends when changes are requested', async () => {
  const at = await prize()
  await advance(both, { ...at, verb: 'submit', units })
  await advance(both, { ...at, verb: 'ask-exception', units: await read(at), reason: 'Nobody else is here.' })
  await advance(reviewer, { ...at, verb: 'request-changes', units, reason: 'No.' })
  await advance(both, { ...at, verb: 'submit', units })
  await expect(
    advance(officer, { ...at, verb: 'agree-exception', units: await read(at) }),
  ).rejects.toMatchObject({
    code: 'no_exception_asked',
  })
  await advance(both, { ...at, verb: 'ask-exception', units: await read(at), reason: 'Still nobody.' })
  await advance(officer, { ...at, verb: 'agree-exception', units: await read(at) })
  expect((await english(officer, at))?.stage).toBe('approved')
})

test.each([' ', '\u00a0', '\u200b', '\u3164\u2800'])('words that nobody sees are none: %j', async (blank) => {
  const at = await prize(blank)
  await expect(advance(both, { ...at, verb: 'submit', units })).rejects.toMatchObject({ status: 409 })
  await edit(both, at, { name: 'Fjord Prize' })
  await advance(both, { ...at, verb: 'submit', units })
  await expect(
    advance(both, { ...at, verb: 'ask-exception', units: await read(at), reason: blank }),
  ).rejects.toMatchObject({
    code: 'reason_missing',
  })
})

import { describe, expect, test } from 'vitest'
import { verbs, type Stage, type Verb } from '../../src/units'
import { edit, personWith } from '../factories'
import { refusalIn } from '../forms'
import { useDesk } from '../payload'
import { done, lifeOf, press, prizeBy, unitOf, usePeople, type Name } from '../workflow'

// Where each verb leads from each stage, and what it is told where it leads nowhere.

const desk = useDesk()
const signed = usePeople(desk)

const inWords: Record<Stage, string> = {
  writing: 'Writing',
  'in-review': 'Ready for review',
  'changes-requested': 'Changes requested',
  approved: 'Approved',
  public: 'Public',
  'taken-down': 'Taken down',
}

/** Somebody who holds the verb, and whom nothing but the stage stops. */
const by = {
  submit: 'editor',
  'take-back': 'editor',
  approve: 'reviewer',
  'request-changes': 'reviewer',
  'ask-exception': 'author',
  'agree-exception': 'admin',
  publish: 'officer',
  'take-down': 'officer',
  'follow-source': 'editor',
} as const satisfies Record<Exclude<Verb, 'restore'>, Name>
type Tried = keyof typeof by

type Outcome =
  | Stage
  | 'stage_not_reachable'
  | 'not_approved'
  | 'already_public'
  | 'not_public'
  | 'no_exception_asked'
const no = 'stage_not_reachable'

const order = [
  'submit',
  'take-back',
  'approve',
  'request-changes',
  'ask-exception',
  'agree-exception',
  'publish',
  'take-down',
] as const
// oxfmt-ignore
const table: Record<Stage, readonly Outcome[]> = {
  //                    submit       take-back  approve     request-changes      ask-exception agree-exception       publish           take-down
  writing:             ['in-review', no,        no,         no,                  no,           no,                   'not_approved',   'not_public'],
  'in-review':         [no,          'writing', 'approved', 'changes-requested', 'in-review',  'no_exception_asked', 'not_approved',   'not_public'],
  'changes-requested': ['in-review', no,        no,         no,                  no,           no,                   'not_approved',   'not_public'],
  approved:            [no,          'writing', no,         'changes-requested', no,           no,                   'public',         'not_public'],
  public:              [no,          no,        no,         no,                  no,           no,                   'already_public', 'taken-down'],
  'taken-down':        [no,          'writing', no,         no,                  no,           no,                   'public',         'not_public'],
}

const reason = 'The year is wrong.'
const way: Record<Stage, readonly Tried[]> = {
  writing: [],
  'in-review': ['submit'],
  'changes-requested': ['submit', 'request-changes'],
  approved: ['submit', 'approve'],
  public: ['submit', 'approve', 'publish'],
  'taken-down': ['submit', 'approve', 'publish', 'take-down'],
}

async function at(stage: Stage): Promise<string> {
  const id = await prizeBy(signed.author)
  for (const verb of way[stage]) await done(signed[by[verb]], verb, { id, reason })
  return id
}

test('the table names every verb; restoring and following the source have tests of their own', () => {
  expect([...order, 'restore', 'follow-source'].toSorted()).toEqual([...verbs].toSorted())
})

describe.each(Object.keys(table) as Stage[])('at “%s”', (stage) => {
  const outcomes = order.map((verb, index) => [verb, table[stage][index] ?? no] as const)
  const isStage = (outcome: Outcome): outcome is Stage => outcome in table

  test('what is not possible is refused with the reason, and changes nothing', async () => {
    const id = await at(stage)
    const before = await lifeOf(desk, id)
    for (const [verb, code] of outcomes.filter(([, outcome]) => !isStage(outcome))) {
      const refused = refusalIn(await press(signed[by[verb]], verb, { id, unit: 'en', reason }))
      expect(refused, verb).toMatchObject({ status: 409, code })
      // The first language of a document brings its shared facts along.
      expect(refused['message'], verb).toMatch(/^(English|Shared facts)/)
      expect(refused['message'], verb).toContain(code === no ? `“${inWords[stage]}”` : '')
      // The button of the screen gives the same reason.
      const { verbs: buttons } = await unitOf(signed[by[verb]], id)
      expect(buttons.find((one) => one.verb === verb)).toMatchObject({
        code,
        reason: expect.stringMatching(/^English/),
      })
    }
    expect(await lifeOf(desk, id)).toEqual(before)
  })

  test('what is possible happens', async () => {
    for (const [verb, outcome] of outcomes.filter(([, to]) => isStage(to))) {
      const id = await at(stage)
      await done(signed[by[verb]], verb, { id, unit: 'en', reason })
      expect((await unitOf(signed.editor, id)).stage, verb).toBe(outcome)
      expect((await unitOf(signed.editor, id, 'shared')).stage, verb).toBe(
        verb === 'publish' || verb === 'take-down' ? outcome : stage,
      )
    }
  })
})

describe('beside the stages', () => {
  test.each(['request-changes', 'ask-exception'] as const)('%s needs a reason', async (verb) => {
    const id = await at('in-review')
    const before = await lifeOf(desk, id)
    for (const empty of [undefined, '', ' \n'])
      expect(
        refusalIn(
          await press(signed[by[verb]], verb, {
            id,
            unit: 'en',
            ...(empty === undefined ? {} : { reason: empty }),
          }),
        ),
      ).toMatchObject({ status: 400, code: 'reason_missing' })
    expect(await lifeOf(desk, id)).toEqual(before)
  })

  test('a translation follows its source again when somebody says so', async () => {
    const id = await at('writing')
    const editor = await personWith(desk.payload, ['editor'])
    await edit(editor, { collection: 'prizes', id, locale: 'sv' }, { name: 'Fjordpriset' })
    const follow = () => press(signed.editor, 'follow-source', { id, unit: 'sv' })
    expect(refusalIn(await follow())).toMatchObject({ status: 409, code: 'source_not_changed' })
    await edit(editor, { collection: 'prizes', id }, { name: 'The Fjord Prize' })
    expect(await unitOf(signed.editor, id, 'sv')).toMatchObject({ sourceChanged: true })
    expect((await follow()).status).toBe(200)
    expect(await unitOf(signed.editor, id, 'sv')).toMatchObject({ sourceChanged: false, stage: 'writing' })
    expect(refusalIn(await follow())).toMatchObject({ status: 409, code: 'source_not_changed' })
  })

  test('what nobody wrote has no stage and takes no verb', async () => {
    const id = await at('approved')
    const before = await lifeOf(desk, id)
    for (const verb of order)
      expect(refusalIn(await press(signed[by[verb]], verb, { id, unit: 'ar', reason })), verb).toMatchObject({
        status: 409,
        code: verb === 'submit' ? 'not_complete' : 'nothing_written',
      })
    expect((await unitOf(signed.editor, id, 'ar')).stage).toBeNull()
    expect(await lifeOf(desk, id)).toEqual(before)
  })

  test('an order of several units happens wholly or not at all', async () => {
    const id = await at('writing')
    const before = await lifeOf(desk, id)
    const several = { id, units: [{ unit: 'shared' }, { unit: 'en' }, { unit: 'sv' }] }
    expect((await press(signed.editor, 'submit', several)).status).toBe(409)
    expect(await lifeOf(desk, id)).toEqual(before)
  })

  test.each(order)('%s is about the words that were read', async (verb) => {
    const id = await at(verb === 'publish' ? 'approved' : 'in-review')
    const read = (await unitOf(signed.editor, id)).revision ?? ''
    const writer = await personWith(desk.payload, ['editor'])
    await edit(writer, { collection: 'prizes', id }, { name: 'Another Prize' })
    const before = await lifeOf(desk, id)
    const stale = { id, units: [{ unit: 'en', revision: read }], reason }
    expect(refusalIn(await press(signed[by[verb]], verb, stale))).toMatchObject({
      status: 409,
      code: 'words_changed',
    })
    expect(await lifeOf(desk, id)).toEqual(before)
  })
})

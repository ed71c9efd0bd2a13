import { expect, test } from 'vitest'
import type { Stage, UnitStatus, Verb } from '@/units'
import { offersFor } from './offers'

// A status as the server sends it, with what matters: where a unit stands and which verbs this person holds.

type Held = Partial<Record<Verb, string | null>>

const unit = (name: string, stage: Stage | null, held: Held): UnitStatus => ({
  unit: name,
  stage,
  stageAt: null,
  stageBy: null,
  revision: null,
  number: 0,
  changedAt: null,
  changedBy: null,
  publicState: 'never',
  publicIsOlder: false,
  waitsForLanguage: false,
  publishedAt: null,
  publishedBy: null,
  approval: null,
  requested: null,
  ended: null,
  exception: null,
  problems: [],
  lost: [],
  doubt: null,
  embargo: null,
  former: null,
  brings: [],
  comments: 0,
  mustFix: 0,
  sourceChanged: false,
  assignee: null,
  due: null,
  translation: null,
  verbs: Object.entries(held).map(([verb, reason]) => ({
    verb: verb as Verb,
    reason,
    code: reason === null ? null : reason === 'not yours' ? 'not_assigned' : 'not_approved',
    needsReason: false,
  })),
})

const open = (one: UnitStatus): UnitStatus => ({ ...one, publicState: 'public' })

/** Each offer as `verb unit+unit`, in brackets where it is not possible. */
function offered(...units: UnitStatus[]) {
  const { together, apart } = offersFor({ units, publicPath: null, staysPublic: null }, 'sv')
  const named = (list: typeof together) =>
    list.map(({ verb, units: named_, reasons, isLast }) => {
      const text = `${verb} ${named_.map((one) => one.unit).join('+')}`
      if (isLast) return `(${text}: the last)`
      return reasons.length > 0 ? `(${text}: ${reasons.join(' ')})` : text
    })
  return { together: named(together), apart: named(apart) }
}

test('where both can take the same step, the main button takes it for both', () => {
  const held = { submit: null }
  expect(offered(unit('shared', 'writing', held), unit('sv', 'writing', held))).toEqual({
    together: ['submit sv+shared'],
    apart: ['submit sv', 'submit shared'],
  })
})

test('where only one can, each has a button, and the one that cannot says why', () => {
  const offers = offered(
    unit('shared', 'writing', { submit: 'Incomplete.' }),
    unit('sv', 'writing', { submit: null }),
  )
  expect(offers).toEqual({ together: ['submit sv', '(submit shared: Incomplete.)'], apart: [] })
})

test('of the steps that are not possible only the next one is shown', () => {
  const held = { submit: 'Incomplete.', approve: 'Wrong stage.', publish: 'Not approved.' }
  expect(offered(unit('sv', 'writing', held)).together).toEqual(['(submit sv: Incomplete.)'])
  expect(offered(unit('sv', 'in-review', { ...held, approve: null })).together).toEqual(['approve sv'])
})

test('the step that a person looks for is never hidden: a press officer sees why nothing can be published', () => {
  const held = { publish: 'Not approved.', 'take-down': 'Not public.' }
  expect(offered(unit('shared', 'writing', held), unit('sv', 'writing', held)).together).toEqual([
    '(publish sv+shared: Not approved.)',
  ])
})

test('a translator meets no button for the shared facts', () => {
  const offers = offered(
    unit('shared', 'writing', { submit: 'not yours' }),
    unit('sv', 'writing', { submit: null }),
  )
  expect(offers).toEqual({ together: ['submit sv'], apart: [] })
})

test('nobody meets a button for what is the task of others', () => {
  const notTheirs = { submit: 'not yours' }
  expect(offered(unit('shared', 'writing', notTheirs), unit('sv', 'writing', notTheirs)).together).toEqual([])
  const held = { submit: 'not yours', publish: 'Not approved.' }
  expect(offered(unit('shared', 'writing', held), unit('sv', 'writing', held)).together).toEqual([
    '(publish sv+shared: Not approved.)',
  ])
})

test('the first language brings the shared facts along, so theirs is also the reason', () => {
  const shared = unit('shared', 'writing', { submit: null, publish: 'The facts are not approved.' })
  expect(offered(shared, unit('sv', 'approved', { publish: null })).together).toEqual([
    'submit shared',
    '(publish sv+shared: The facts are not approved.)',
  ])
})

test('once the shared facts are public, each unit is published for itself', () => {
  const shared = open(unit('shared', 'writing', { publish: 'Not approved.', 'take-down': null }))
  expect(offered(shared, unit('sv', 'approved', { publish: null })).together).toEqual([
    'publish sv',
    '(publish shared: Not approved.)',
    'take-down shared',
  ])
})

test('what is public as it is written offers nothing but taking down', () => {
  const held = { publish: 'Public already.', 'take-down': null }
  const units = [open(unit('shared', 'public', held)), open(unit('sv', 'public', held))]
  expect(offered(...units).together).toEqual(['(take-down sv: the last)', 'take-down shared'])
  expect(offered(...units, open(unit('en', 'public', held))).together).toEqual([
    'take-down sv',
    'take-down shared',
  ])
})

test('taking down completely names all that will be gone', () => {
  const held = { 'take-down': null }
  const units = ['shared', 'sv', 'en'].map((name) => open(unit(name, 'public', held)))
  const { together } = offersFor(
    { units: [...units, unit('de', 'writing', {})], publicPath: null, staysPublic: null },
    'sv',
  )
  expect(together.at(-1)?.gone?.map((one) => one.unit)).toEqual(['shared', 'sv', 'en'])
})

test('whoever wrote the words may ask for an exception, beside the reason why not to approve', () => {
  const held = { approve: 'You wrote it.', 'request-changes': null, 'ask-exception': null }
  expect(offered(unit('sv', 'in-review', held)).together).toEqual([
    'request-changes sv',
    'ask-exception sv',
    '(approve sv: You wrote it.)',
  ])
})

test('an exception that was asked for is shown also to the one who may not agree to it', () => {
  const exception = { by: 'Ana', at: '', reason: 'Tonight' }
  const held = { 'agree-exception': 'A second person.' }
  expect(offered(unit('sv', 'in-review', held)).together).toEqual([])
  expect(offered({ ...unit('sv', 'in-review', held), exception }).together).toEqual([
    '(agree-exception sv: A second person.)',
  ])
})

test('an exception is asked for once, and over when the words are approved', () => {
  const exception = { by: 'Ana', at: '', reason: 'Tonight' }
  const held = { 'ask-exception': null, 'agree-exception': 'Wrong stage.', publish: null }
  expect(offered({ ...unit('sv', 'in-review', { 'ask-exception': null }), exception }).together).toEqual([])
  expect(
    offered(unit('shared', 'approved', { publish: null }), { ...unit('sv', 'approved', held), exception })
      .together,
  ).toEqual(['publish sv+shared'])
})

test('going back on approved facts stands aside while a text is reviewed', () => {
  const back = { 'request-changes': null, 'take-back': null }
  expect(
    offered(unit('shared', 'approved', back), unit('sv', 'in-review', { approve: null, ...back })),
  ).toEqual({
    together: ['approve sv', 'request-changes sv', 'take-back sv'],
    apart: ['request-changes shared', 'take-back shared'],
  })
})

test('of the source, only a translation that it left behind is told to follow', () => {
  const behind = 'follow-source'
  expect(
    offered(unit('shared', 'public', { [behind]: 'No.' }), unit('sv', 'public', { [behind]: null })).together,
  ).toEqual(['follow-source sv'])
})

import { expect, test } from 'vitest'
import {
  may,
  mayOnUnit,
  maySeeUnit,
  mayUse,
  mayWriteLocale,
  readsOnlySent,
  type Action,
  type ContentCollection,
  type Person,
} from '../../src/access'
import { mayWriteShared } from '../../src/access/person'
import { contentCollections, operations, roles, type Operation, type Role } from '../../src/access/roles'
import { resourceNames } from '../../src/contract'
import { isPublishable } from '../../src/publishing'
import { verbs } from '../../src/units'
import { transitions } from '../../src/units/stages'
import { cells, closedWays, rowsOf, unitAndAction } from './table'

// Every set of roles in one person, asked of the rules alone: the person may what any of the roles may by the table.

type Rule = (person: Person, collection: ContentCollection, unit: string) => boolean
const right =
  (action: Action | Operation): Rule =>
  (person, collection) =>
    may(person, collection, action)
const onUnit =
  (...rights: readonly (Action | 'update')[]): Rule =>
  (person, collection, unit) =>
    rights.some((one) => mayOnUnit(person, one, { collection, unit, isSent: unit !== 'de' }))
const sees: Rule = (person, collection, unit) => maySeeUnit(person, { collection, unit })
const never: Rule = () => false

const rules: Record<string, Rule> = {
  ...Object.fromEntries(operations.map((operation) => [operation, right(operation)])),
  ...Object.fromEntries([...closedWays, 'restore-version'].map((way) => [way, never])),
  ...Object.fromEntries(verbs.map((verb) => [verb, onUnit(...transitions[verb].needs)])),
  'read-unsent': (person, collection) =>
    may(person, collection, 'read') && !readsOnlySent(person, collection),
  update: right('update'),
  'update-shared': (person, collection) => mayWriteShared(person, collection),
  'update-language': (person, collection, unit) => mayWriteLocale(person, collection, unit),
  publish: (person, collection) => isPublishable(collection) && may(person, collection, 'publish'),
  'take-down': (person, collection) => isPublishable(collection) && may(person, collection, 'take-down'),
  history: sees,
  words: sees,
  review: sees,
  preview: (person, collection, unit) =>
    resourceNames.some((name) => name === collection) && sees(person, collection, unit),
  // Nobody reads as a translator what was not sent to that language.
  read: sees,
  list: sees,
  comment: onUnit('comment'),
  assign: right('assign'),
  // Where translators write nothing, there is nothing to send them.
  'send-to-translation': (person, collection) =>
    may(person, collection, 'send-to-translation') &&
    may({ id: '', roles: ['translator'] }, collection, 'update'),
}
const ofDesk: Record<string, (person: Person) => boolean> = {
  import: (person) => mayUse(person, 'import'),
  'read-log': (person) => mayUse(person, 'read-log'),
  'export-log': (person) => mayUse(person, 'read-log'),
  'end-hold': (person) => mayUse(person, 'end-hold'),
}

const subsets = (of: readonly Role[]): Role[][] =>
  of.reduce<Role[][]>((sets, role) => [...sets, ...sets.map((set) => [...set, role])], [[]])

const holding = (held: readonly Role[]): Person => ({
  id: 'somebody',
  roles: held,
  locales: ['sv', 'fr'],
  reviewCollections: contentCollections,
  reviewLocales: ['en', 'sv', 'fr'],
})

const byRow = rowsOf(cells)
const isContent = (value: string): value is ContentCollection =>
  contentCollections.some((one) => one === value)

/** What the rules say of a row, or undefined where no rule of roles decides it. */
function ruleOf(row: string): ((person: Person) => boolean) | undefined {
  const [collection = '', operation = ''] = row.split(' ')
  if (collection === 'desk') return ofDesk[operation]
  const [action, unit] = unitAndAction(operation)
  const rule = rules[operation] ?? rules[action]
  return isContent(collection) && rule ? (person) => rule(person, collection, unit) : undefined
}

test.each(subsets(roles).map((set) => [set.join(', ') || 'no role', set] as const))('%s', (_, held) => {
  const wrong: string[] = []
  let tried = 0
  for (const [row, ofRow] of byRow) {
    const rule = ruleOf(row)
    if (!rule) continue
    tried += 1
    const isAllowed = ofRow.some(
      ({ actor, verdict }) => verdict === 'allow' && held.some((role) => role === actor),
    )
    if (rule(holding(held)) !== isAllowed) wrong.push(row)
  }
  expect(wrong).toEqual([])
  expect(tried).toBeGreaterThan(300)
})

test('whoever is disabled may nothing, whatever the roles', () => {
  const person = { ...holding(roles), disabled: true }
  expect([...byRow.keys()].filter((row) => ruleOf(row)?.(person))).toEqual([])
})

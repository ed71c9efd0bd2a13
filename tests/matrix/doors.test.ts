import { expect, test } from 'vitest'
import { contentCollections, operations, roles } from '../../src/access/roles'
import { doors, refuseClosedFunction } from '../../src/workflow'
import { useDesk } from '../payload'
import {
  actionRows,
  actors,
  closedWays,
  contentActions,
  contentOperations,
  otherActions,
  rows,
  rowsOfDoor,
  screenRows,
} from './table'
import { closedFunctions } from './closed-functions'

// A collection, a role, an action or an address without rows fails here, before anybody forgets to try it.

const desk = useDesk()
test('the table has every collection and role with everything that is tried, once', () => {
  const content = new Set<string>(contentCollections)
  const wanted = desk.config.collections.flatMap(({ slug }) =>
    [
      ...operations,
      ...(content.has(slug) ? contentOperations : []),
      ...(slug === 'users' ? closedWays : []),
    ].map((operation) => `${slug} ${operation}`),
  )
  expect(rows.toSorted()).toEqual([...wanted, ...actionRows, ...screenRows].toSorted())
  expect(actors).toEqual(['anonymous', ...roles])
})

test('every right that a role can hold is tried', async () => {
  const { grants, verbs } = await import('../../src/access/roles')
  const held = new Set(Object.values(grants).flatMap((grant) => Object.values(grant).flat()))
  const tried = new Set(
    [...operations, ...contentOperations, ...contentActions].map((row) =>
      row.replace(/-(shared|assigned|other)$/, ''),
    ),
  )
  expect([...held].filter((right) => !tried.has(right))).toEqual([])
  // `edit-shared` and `read-internal` are rights on fields; access-fields.test.ts tries them.
  const ofDesk = new Set([
    'import',
    'read-log',
    'end-hold',
    'manage-webhooks',
    'edit-shared',
    'read-internal',
  ])
  expect(
    Object.values(verbs)
      .flat()
      .filter((verb) => !ofDesk.has(verb)),
  ).toEqual([])
})

test('every address of REST is tried by rows of the table, and every row has its address', () => {
  const open = doors.map(({ method, path }) => `${method} ${path}`)
  expect(Object.keys(rowsOfDoor).toSorted()).toEqual(open.toSorted())
  const tried = new Set(Object.values(rowsOfDoor))
  const names = [...contentActions, ...otherActions.map((row) => row.split(' ')[1] ?? '')]
  const nowhere = names
    .map((row) => row.replace(/-(shared|assigned|other)$/, ''))
    .filter((row) => !tried.has(row) && !atThePerson.has(row))
  expect(nowhere).toEqual([])
})

/** At the address of the person; `unlock` is a function of the framework that has none. */
const atThePerson = new Set([
  'update-rights',
  'disable',
  'let-in-again',
  'unlock',
  'change-own-name',
  'change-own-password',
  'change-own-rights',
  'change-password-of-others',
])

test.each(closedFunctions)('the function %s of the server is closed', (name) => {
  expect(() => refuseClosedFunction(name)).toThrow('This function is not available.')
})

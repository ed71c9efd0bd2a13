import { beforeAll, describe, expect, test } from 'vitest'
import { useDesk } from '../payload'
import { createDocuments, useStaff } from '../staff'
import { attacksOn, parameters, values } from './attacks'
import { fingerprint, publicState, secrets } from './evidence'
import { createUnsent, expectHappened, nameOf, tryOf, type Outcome, type Try, type World } from './operations'
import { operationCells, type Cell } from './table'
import { cellsOfPair, pairsFor } from './unions'

// Each cell of storing, by one door: what is denied is a refusal, and what is allowed happens.

type Door = (world: World, made: Try) => Promise<Outcome>
const isWrite = ({ operation }: Cell) => !/^(read|list)/.test(operation)
const attacksFor = (cell: Cell) =>
  attacksOn(isWrite(cell) ? (cell.operation === 'delete' ? parameters : [...parameters, ...values]) : [])
/** Releasing is tried in an order of its own, and preferences of screens by their own addresses. */
const isElsewhere = ({ collection, operation }: Cell) =>
  operation === 'publish' || operation === 'take-down' || collection === 'payload-preferences'
/** A note in the document that these may not read. */
const mayNotReadInternal = new Set<string>(['reviewer', 'translator'])

/** Declares the tests of every cell. `applies`: is there such a door at all? */
export function tryOperations(door: Door, applies: (cell: Cell) => boolean): void {
  const desk = useDesk()
  const collections = [...new Set(operationCells.map(({ collection }) => collection))]
  const staff = useStaff(desk, [...new Set(collections.flatMap((_, index) => pairsFor(index)))])
  const world: World = { desk, staff, ids: {} }
  beforeAll(async () => {
    Object.assign(world, { ids: await createDocuments(desk.payload) })
    Object.assign(world, { unsent: await createUnsent(world) })
  })
  const cells = operationCells.filter((cell) => !isElsewhere(cell))
  const collectionsHere = collections.filter((one) => cells.some(({ collection }) => collection === one))

  describe.each(collectionsHere)('%s', (collection) => {
    const single = cells.filter((cell) => cell.collection === collection)
    const pairs = pairsFor(collections.indexOf(collection))
    const mine = [...single, ...pairs.flatMap((pair) => cellsOfPair(single, pair))]
    const isAllowed = (cell: Cell) => cell.verdict === 'allow' && applies(cell)

    test('what is denied is refused, changes no row and tells nothing', async () => {
      const before = await fingerprint(desk)
      for (const cell of mine.filter((one) => !isAllowed(one)))
        for (const attack of attacksFor(cell)) {
          const { kind, isRefused, said } = await door(world, await tryOf(world, cell, attack))
          const told = secrets.filter((secret) => said.includes(secret))
          const name = nameOf(cell, attack)
          expect({ name, kind, isRefused, told }).toEqual({ name, kind, isRefused: true, told: [] })
        }
      expect(await fingerprint(desk)).toBe(before)
    })

    const allowed = mine.filter(isAllowed)
    if (allowed.length === 0) return
    test('what is allowed happens', async () => {
      for (const cell of allowed) {
        const made = await tryOf(world, cell, { name: 'nothing more' })
        const outcome = await door(world, made)
        const name = nameOf(cell, made.attack)
        expect({ name, kind: outcome.kind, said: outcome.kind === 'done' ? '' : outcome.said }).toEqual({
          name,
          kind: 'done',
          said: '',
        })
        await expectHappened(world, made, outcome)
        const isTold = mayNotReadInternal.has(cell.actor) && outcome.said.includes('CANARY')
        expect({ name, isTold }).toEqual({ name, isTold: false })
      }
    })

    test('an allowed write makes nothing public or approved, whatever comes with it', async () => {
      const before = await publicState(desk)
      for (const cell of allowed.filter(isWrite))
        for (const attack of attacksFor(cell)) {
          const { kind, isRefused } = await door(world, await tryOf(world, cell, attack))
          const name = nameOf(cell, attack)
          expect({ name, kind }).not.toMatchObject({ kind: '500' })
          // Foreign words to start from, ids, authors and states are refused, whoever may write.
          const mustBe = cell.operation.startsWith('update-') && values.includes(attack)
          expect({ name, kind, isRefused: isRefused || !mustBe }).toEqual({ name, kind, isRefused: true })
        }
      expect(await publicState(desk)).toBe(before)
    })
  })
}

import { beforeAll, expect, test } from 'vitest'
import { withClient } from '../../src/processes/database.mjs'
import { approve, personWith } from '../factories'
import { useDesk } from '../payload'
import { createDocuments, useStaff } from '../staff'
import { textOf } from './bodies'
import { attacksOn, parameters, withParameters } from './attacks'
import { fingerprint, secrets } from './evidence'
import { operationCells, type Cell } from './table'

// Publishing and taking down, cell by cell, each when nothing but the right stands in the way: everything is approved
// before it is published, and everything is public before it is taken down.

const desk = useDesk()
const staff = useStaff(desk)
let ids: Record<string, string> = {}
const units = ['shared', 'en']
/** In the order in which they need each other. */
const publishable = [
  'prizes',
  'press-contacts',
  'editions',
  'laureates',
  'citations',
  'biographies',
  'press-releases',
  'media',
]
const cellsOf = (operation: string): Cell[] => operationCells.filter((cell) => cell.operation === operation)

beforeAll(async () => {
  ids = await createDocuments(desk.payload)
  const write = (collection: string, data: object) =>
    desk.payload.update({
      collection,
      id: ids[collection],
      locale: 'en',
      data,
      overrideAccess: true,
    } as never)
  await write('editions', { status: 'announced', defaultContacts: [ids['press-contacts']] })
  await write('biographies', textOf('biographies', 'She was born in Uppsala.'))
  await write('press-releases', textOf('press-releases', 'The prize of 2024'))
  const editor = await personWith(desk.payload, ['editor'])
  const targets = publishable.map((collection) => ({ collection, id: ids[collection] ?? '', units: ['en'] }))
  await approve(editor, targets)
})

async function send({ actor, collection, operation }: Cell, attack = attacksOn(parameters)[0]) {
  const path = `/api/${collection}/${ids[collection] ?? staff.ids.editor}/${operation}`
  const response = await staff.as(actor)('POST', attack ? withParameters(path, attack) : path, {
    units: units.map((unit) => ({ unit })),
    reason: 'Because.',
  })
  return { status: response.status, said: await response.text() }
}

async function publicUnits(collection: string): Promise<string[]> {
  const { rows } = await withClient(desk.database.owner, (client) =>
    client.query<{ unit: string }>(
      `select c.unit from published.current_units c join published.units u on u.id = c.unit_id
        where c.document_id = $1 and not u.is_withdrawn order by 1`,
      [ids[collection]],
    ),
  )
  return rows.map(({ unit }) => unit)
}

async function expectRefused(operation: string): Promise<void> {
  const before = await fingerprint(desk)
  for (const cell of cellsOf(operation).filter(({ verdict }) => verdict === 'deny'))
    for (const attack of attacksOn(parameters)) {
      const { status, said } = await send(cell, attack)
      const isRefused = [401, 403, 404, ...(attack.byItself ?? [])].includes(status)
      const told = secrets.filter((secret) => said.includes(secret))
      expect({ ...cell, status, isRefused, told }).toEqual({ ...cell, status, isRefused: true, told: [] })
    }
  expect(await fingerprint(desk), operation).toBe(before)
}

async function expectDone(operation: string, order: readonly string[]): Promise<void> {
  const allowed = cellsOf(operation).filter(({ verdict }) => verdict === 'allow')
  expect([...new Set(allowed.map(({ collection }) => collection))].toSorted()).toEqual(order.toSorted())
  for (const collection of order) {
    const [first, ...others] = allowed.filter((cell) => cell.collection === collection)
    expect(others, 'each can be done once only').toEqual([])
    if (!first) continue
    const { status, said } = await send(first, { name: 'nothing more' })
    expect({ ...first, status, said: status < 300 ? '' : said }).toEqual({ ...first, status: 200, said: '' })
    expect(await publicUnits(collection), collection).toEqual(operation === 'publish' ? ['en', 'shared'] : [])
  }
}

test('what is approved is published by those who may, and by nobody else', async () => {
  await expectRefused('publish')
  await expectDone('publish', publishable)
})

test('what is public is taken down by those who may, and by nobody else', async () => {
  await expectRefused('take-down')
  await expectDone('take-down', publishable.toReversed())
})

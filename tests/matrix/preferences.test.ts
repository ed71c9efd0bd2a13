import { expect, test } from 'vitest'
import { useDesk } from '../payload'
import { useStaff, type Actor } from '../staff'
import { isRefusal } from './by-local-api'
import { fingerprint } from './evidence'
import { operationCells } from './table'

// What screens keep about a person: each has their own, and nobody that of others. Their addresses name the key only; the
// Local API names the document.

const desk = useDesk()
const staff = useStaff(desk)
const collection = 'payload-preferences' as const
const cells = operationCells.filter((cell) => cell.collection === collection)
const verdictOf = (actor: Actor, operation: string, of?: 'self' | 'others') =>
  cells.find((cell) => cell.actor === actor && cell.operation === operation && cell.of === of)?.verdict

const people = [...new Set(cells.map(({ actor }) => actor))]
const steps = [
  ['create', 'POST'],
  ['read', 'GET'],
  ['update', 'POST'],
  ['delete', 'DELETE'],
] as const

test.each(people)('%s by REST: the own ones only', async (actor) => {
  const other = actor === 'admin' ? 'editor' : 'admin'
  const path = `/api/${collection}/columns`
  await staff.as(other)('POST', path, { value: 'CANARY of others' })
  for (const [operation, method] of steps) {
    const foreign = { user: { relationTo: 'users', value: staff.ids[other] } }
    const response = await staff.as(actor)(
      method,
      path,
      method === 'POST' ? { value: operation, ...foreign } : undefined,
    )
    const said = await response.text()
    const isAllowed = verdictOf(actor, operation, 'self') === 'allow'
    expect({ operation, status: response.status }).toEqual({ operation, status: isAllowed ? 200 : 401 })
    expect(said).not.toContain('CANARY')
  }
  expect(await (await staff.as(other)('GET', path)).json()).toMatchObject({ value: 'CANARY of others' })
})

test('nobody does anything with those of others, or with versions, by the Local API', async () => {
  const api = desk.payload as unknown as Record<string, (options: object) => Promise<unknown>>
  for (const actor of people) {
    const other = actor === 'admin' ? 'editor' : 'admin'
    const user = { relationTo: 'users', value: staff.ids[other] }
    await staff.as(other)('POST', `/api/${collection}/columns`, { value: 1 })
    const { docs } = await desk.payload.find({
      collection,
      where: { 'user.value': { equals: staff.ids[other] } },
      overrideAccess: true,
    })
    const id = docs[0]?.id
    const by = { collection, overrideAccess: false, user: await staff.person(actor) }
    const before = await fingerprint(desk, ['payload_preferences', 'payload_preferences_rels'])
    const tries: [string, () => Promise<unknown> | undefined][] = [
      ['read', () => api['findByID']?.({ ...by, id })],
      ['update', () => api['update']?.({ ...by, id, data: { value: 1, user } })],
      ['delete', () => api['delete']?.({ ...by, id })],
      ['readVersions', () => api['findVersions']?.(by)],
    ]
    for (const [operation, work] of tries) {
      const of = operation === 'readVersions' || actor === 'anonymous' ? undefined : 'others'
      expect(verdictOf(actor, operation, of), `${actor} ${operation}`).toBe('deny')
      const error: unknown = await work()?.then(
        () => 'done',
        (thrown: unknown) => thrown,
      )
      expect({
        actor,
        operation,
        isRefused: isRefusal(error),
        error: isRefusal(error) ? '' : String(error),
      }).toEqual({ actor, operation, isRefused: true, error: '' })
    }
    expect(await fingerprint(desk, ['payload_preferences', 'payload_preferences_rels']), actor).toBe(before)
  }
})

import { expect, test } from 'vitest'
import { bodyOf } from './entry'
import { createReadiness } from './readiness'

const at = new Date('2026-10-08T09:00:00Z')
const lostAt = new Date('2026-10-08T10:00:00Z')

function open() {
  const readiness = createReadiness({ now: () => lostAt })
  const said = (): unknown => JSON.parse(bodyOf(readiness.entry().identity).toString())
  return { readiness, said, header: () => readiness.notice()?.join(': ') }
}

test('a copy whose last beat is young, or that never had one, is ready and says nothing more', () => {
  const { readiness, said, header } = open()
  for (const beat of [null, { at, ageMs: 29_999 }]) {
    readiness.saw(beat)
    expect(said()).toEqual({ status: 'ready' })
    expect(header()).toBeUndefined()
  }
})

test('one whose last beat is older than half a minute is behind since that beat', () => {
  const { readiness, said, header } = open()
  readiness.saw({ at, ageMs: 30_001 })
  expect(said()).toEqual({ status: 'behind', since: at.toISOString() })
  expect(readiness.entry().status).toBe(200)
  expect(header()).toBe('Cache-Status: laureate-desk; hit; detail="publisher silent"')
  readiness.saw({ at: new Date(at.getTime() + 60_000), ageMs: 10 })
  expect(said()).toEqual({ status: 'ready' })
  expect(header()).toBeUndefined()
})

test('a database that does not answer comes before a beat that is old', () => {
  const { readiness, said, header } = open()
  readiness.saw({ at, ageMs: 30_001 })
  readiness.lost()
  expect(said()).toEqual({ status: 'cut-off', since: lostAt.toISOString() })
  expect(header()).toBe('Cache-Status: laureate-desk; hit; detail="database unreachable"')
  readiness.saw({ at, ageMs: 90_000 })
  expect(said()).toMatchObject({ status: 'behind' })
})

test('answers from the disk are not called ready before the database was looked at', () => {
  const { readiness, said, header } = open()
  readiness.hasAnswers()
  expect(said()).toEqual({ status: 'cut-off', since: lostAt.toISOString() })
  expect(header()).toContain('database unreachable')
  readiness.saw(null)
  expect([said(), header()]).toEqual([{ status: 'ready' }, undefined])
})

import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import * as fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import { bodyOf, copyEntry, headOf, successEntry, withCoding } from './entry'
import { createMemory } from './memory'
import { openSpill } from './spill'

const folder = mkdtempSync(path.join(tmpdir(), 'laureate-desk-spill-'))
afterAll(() => rmSync(folder, { recursive: true }))
const mib = 1024 * 1024
const reports: unknown[] = []
const open = (bytes: number) =>
  openSpill(path.join(folder, 'rest'), bytes, (error) => void reports.push(error))

const entry = (body: string, dependsOn = ['a']) =>
  successEntry({
    body,
    modifiedAt: new Date(1e12),
    contentLanguage: 'sv',
    links: ['</x>; rel="next"'],
    tags: ['å'.length.toString()],
    dependsOn,
  })

const bodyText = (name: number, version: number, kib: number) =>
  `${name} ${version} ${'Människor är födda fria. '.repeat(kib * 40)}`

test('what comes out is what went in last, or nothing, also when the file has gone round', async () => {
  const put = fc.record({ name: fc.nat(400), version: fc.nat(1000), kib: fc.integer({ min: 1, max: 60 }) })
  await fc.assert(
    fc.asyncProperty(fc.array(put, { minLength: 300, maxLength: 900 }), async (puts) => {
      const spill = open(20 * mib)
      const last = new Map<string, string>()
      for (const [index, { name, version, kib }] of puts.entries()) {
        const body = bodyText(name, version, kib)
        spill.put(`/${name}`, entry(body))
        last.set(`/${name}`, body)
        // Writing happens beside this.
        if (index % 20 === 0) await new Promise((resolve) => setImmediate(resolve))
      }
      let found = 0
      for (const [target, body] of last) {
        const lent = spill.get(target)
        if (!lent) continue
        found += 1
        expect(bodyOf(lent.identity).toString()).toBe(body)
        expect([lent.status, lent.modifiedAt, lent.dependsOn]).toEqual([200, 1e9, ['a']])
        expect(headOf(lent.identity)).toEqual(headOf(entry(body).identity))
      }
      expect(found).toBeGreaterThan(0)
      await spill.close()
    }),
    { numRuns: 3 },
  )
  expect(reports).toEqual([])
})

test('all codings come along, and the file has no name', async () => {
  const spill = open(20 * mib)
  expect(existsSync(path.join(folder, 'rest'))).toBe(false)
  const whole = await withCoding(entry(bodyText(1, 1, 5)), 'br')
  spill.put('/x', whole)
  const lent = spill.get('/x')
  expect(lent?.br?.bytes.equals(whole.br?.bytes ?? Buffer.alloc(0))).toBe(true)
  expect([lent?.br?.etag, lent?.gzip]).toEqual([whole.br?.etag, undefined])
  expect(spill.get('/y')).toBeUndefined()
  await spill.close()
})

test('what was lent and given away, or copied, stays as it is when another is read', async () => {
  const spill = open(20 * mib)
  for (const name of [1, 2, 3]) spill.put(`/${name}`, entry(bodyText(name, 0, 2)))
  const given = spill.get('/1')
  spill.giveAway()
  const lent = spill.get('/2')
  const copied = lent && copyEntry(lent)
  spill.get('/3')
  expect([given, copied].map((one) => one && bodyOf(one.identity).toString())).toEqual([
    bodyText(1, 0, 2),
    bodyText(2, 0, 2),
  ])
  await spill.close()
})

test('memory that is full keeps what it has, and remembers the rest until it changes', async () => {
  const spill = open(20 * mib)
  const memory = createMemory(400_000, spill)
  const targets = Array.from({ length: 40 }, (_, n) => `/${n}`)
  for (const [n, target] of targets.entries())
    memory.keep(target, entry(bodyText(n, 0, 15), [`id-${n}`]), memory.generation())
  const held = targets.filter((target) => memory.get(target))
  const recalled = targets.filter((target) => !memory.get(target) && memory.recall(target))
  expect(held.length).toBeGreaterThan(5)
  expect([...held, ...recalled].toSorted()).toEqual(targets.toSorted())
  memory.advance(['id-0', 'id-39'])
  expect([memory.get('/0'), memory.recall('/0'), memory.get('/39'), memory.recall('/39')]).toEqual([
    undefined,
    undefined,
    undefined,
    undefined,
  ])
  expect(memory.recall('/38')).toBeDefined()
  memory.advance()
  expect(targets.filter((target) => memory.get(target) ?? memory.recall(target))).toEqual([])
  await spill.close()
})

test('without the file, memory goes on with what is asked for now', async () => {
  const spill = open(20 * mib)
  const memory = createMemory(400_000, spill)
  await spill.close()
  const targets = Array.from({ length: 60 }, (_, n) => `/${n}`)
  for (const [n, target] of targets.entries())
    memory.keep(target, entry(bodyText(n, 0, 15)), memory.generation())
  expect(memory.get('/59')).toBeDefined()
  expect(memory.recall('/0')).toBeUndefined()
})

test('memory that gives back gets smaller at once, and loses nothing', async () => {
  const spill = open(20 * mib)
  const memory = createMemory(4_000_000, spill)
  for (let n = 0; n < 100; n += 1) memory.keep(`/${n}`, entry(bodyText(n, 0, 15)), memory.generation())
  memory.giveBack(2_500_000)
  expect(memory.size().bytes).toBeLessThan(1_300_000)
  for (let n = 0; n < 100; n += 1) expect(memory.get(`/${n}`) ?? memory.recall(`/${n}`)).toBeDefined()
  await spill.close()
})

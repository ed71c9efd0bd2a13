import { expect, test } from 'vitest'
import { notFound } from './refused'
import { successEntry, problemEntry } from './entry'
import { createMemory } from './memory'

const entry = (bytes: number) =>
  successEntry({ body: Buffer.alloc(bytes), modifiedAt: null, contentLanguage: '', links: [], tags: [] })

test('memory stays within its bound, the least used goes first', () => {
  const memory = createMemory(1_000_000)
  memory.keep('hot', entry(1000), 0)
  for (let index = 0; index < 500; index += 1) {
    memory.keep(`/${index}`, entry(10_000), 0)
    memory.get('hot')
  }
  const held = Array.from({ length: 500 }, (_, index) => memory.get(`/${index}`)).filter(Boolean)
  expect(memory.get('hot')).toBeDefined()
  expect(held.length * 10_000).toBeLessThan(1_000_000)
  expect(held.length).toBeGreaterThan(60)
})

test('questions for what is not there cannot drive out what is', () => {
  const memory = createMemory(1_000_000)
  memory.keep('hot', entry(1000), 0)
  for (let index = 0; index < 5000; index += 1) memory.keep(`/none/${index}`, problemEntry(notFound), 0)
  expect(memory.get('hot')).toBeDefined()
})

test('what was made from an earlier world is not kept, and nothing of it stays', () => {
  const memory = createMemory(1_000_000)
  memory.keep('old', entry(10), memory.generation())
  const before = memory.generation()
  memory.advance()
  memory.keep('late', entry(10), before)
  expect([memory.get('old'), memory.get('late')]).toEqual([undefined, undefined])
})

test('an answer too large for its share is sent but not kept', () => {
  const memory = createMemory(1_000_000)
  memory.keep('huge', entry(900_000), 0)
  expect(memory.get('huge')).toBeUndefined()
})

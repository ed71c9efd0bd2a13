import { expect, test } from 'vitest'
import { createRecent } from './recent'

test('what was used longest ago makes room, and nothing is held above the limit', () => {
  const recent = createRecent<string>(10, (value) => value.length)
  recent.set('a', 'xxxx')
  recent.set('b', 'xxxx')
  expect(recent.get('a')).toBe('xxxx')
  recent.set('c', 'xxxx')
  expect([recent.get('a'), recent.get('b'), recent.get('c')]).toEqual(['xxxx', undefined, 'xxxx'])
  recent.set('a', 'x')
  recent.set('d', 'xxxxx')
  expect([recent.get('a'), recent.get('c'), recent.get('d')]).toEqual(['x', 'xxxx', 'xxxxx'])
  recent.set('e', 'x'.repeat(11))
  expect([recent.get('a'), recent.get('d'), recent.get('e')]).toEqual([undefined, undefined, undefined])
})

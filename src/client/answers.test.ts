import { expect, test } from 'vitest'
import { createAnswers } from './answers'

const of = (length: number) => ({ etag: 'e', text: 'x'.repeat(length) })

test('what was used longest ago goes first, and no more than the limit is held', () => {
  const answers = createAnswers(10)
  answers.keep('/a', of(4))
  answers.keep('/b', of(4))
  expect(answers.get('/a')).toEqual(of(4))
  answers.keep('/c', of(4))
  expect([answers.get('/a'), answers.get('/b'), answers.get('/c')]).toEqual([of(4), undefined, of(4)])
  answers.keep('/a', of(1))
  answers.keep('/d', of(5))
  expect([answers.get('/a'), answers.get('/c'), answers.get('/d')]).toEqual([of(1), of(4), of(5)])
})

test('what alone is larger than the limit is not held and drives nothing out', () => {
  const answers = createAnswers(10)
  answers.keep('/a', of(10))
  answers.keep('/b', of(11))
  expect([answers.get('/a'), answers.get('/b')]).toEqual([of(10), undefined])
})

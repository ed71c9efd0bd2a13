import { expect, test } from 'vitest'
import type { ComparedField, Comparison } from './compare'
import { givenUp, keptChoices, openChoices } from './conflict-choices'

const field = (path: string, state: ComparedField['state'], theirs = 'theirs'): ComparedField => {
  const shown = { path, label: path, of: 'text', kind: 'changed', shows: 'words' } as const
  return {
    path,
    state,
    mine: { ...shown, parts: [{ kind: 'added', text: 'mine' }] },
    theirs: { ...shown, parts: [{ kind: 'added', text: theirs }] },
  }
}
const comparison = (theirs = 'theirs'): Comparison => ({
  base: {},
  units: [
    {
      unit: 'en',
      by: [],
      at: null,
      fields: [
        field('one', 'conflict', theirs),
        field('two', 'conflict'),
        field('three', 'mine'),
        field('birth.place', 'theirs'),
        field('five', 'both-same'),
      ],
    },
    { unit: 'shared', by: [], at: null, fields: [field('birth.date', 'theirs')] },
  ],
})

test('nothing is open once every field that both changed has a choice', () => {
  expect(openChoices(comparison(), {})).toBe(2)
  expect(openChoices(comparison(), { 'en one': 'mine', 'en two': 'theirs' })).toBe(0)
})

test('what the other side changed alone, and what was given to it, is not sent', () => {
  expect(givenUp(comparison(), { 'en one': 'mine', 'en two': 'theirs' })).toEqual([
    'two',
    'birth.place',
    'birth.date',
  ])
})

test('a choice stays as long as it is about the same words', () => {
  const choices = { 'en one': 'mine', 'en two': 'theirs' } as const
  expect(keptChoices(choices, comparison(), comparison())).toEqual(choices)
  expect(keptChoices(choices, comparison(), comparison('newer'))).toEqual({ 'en two': 'theirs' })
})

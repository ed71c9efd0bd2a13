import * as fc from 'fast-check'
import { afterAll, describe, expect, test } from 'vitest'
import {
  blocksOfSide,
  charsOf,
  head,
  link,
  list,
  para,
  quotation,
  rich,
  shape,
  sideOf,
  words,
} from './difference.fixtures'
import { compareThree, difference } from './index'
import { richBlocks } from './rich-blocks'
import { richDifference } from './rich-difference'
import { textDifference } from './text-difference'
import { isQuick } from '../../tests/quick'

// Laws, tried on random texts. The seed is printed, so that a failure can be repeated.
const seed = Date.now() % 1_000_000
const options = { seed, numRuns: 200 }
afterAll(() => process.stdout.write(`fast-check seed ${seed}\n`))

const locale = fc.constantFrom('en', 'sv', 'ar', 'fa', 'zh-Hans', 'fr', 'shared')
const word = fc.constantFrom(
  'peace',
  'prize',
  'for',
  'the',
  'work',
  '和平',
  '奖',
  'حقوق',
  'الإنسان',
  'می\u200Cشود',
  ' ',
  ' ',
  '\u00A0',
  '\u2009',
  '\n',
  ', ',
  '.',
  '“',
  '"',
  '–',
  '-',
  '\u200F',
  '👩🏽‍🔬',
  'e\u0301',
)
const text = fc.oneof(
  fc.array(word, { maxLength: 40 }).map((all) => all.join('')),
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.string({ unit: 'grapheme', maxLength: 60 }),
)
/** A text, and the same with something cut out and something put in. */
const edited = fc
  .record({ before: text, from: fc.nat(60), length: fc.nat(20), put: text })
  .map(({ before, from, length, put }) => ({
    before,
    after: before.slice(0, from) + put + before.slice(from + length),
  }))
const twoTexts = fc.oneof(edited, fc.record({ before: text, after: text }))

const inline = fc.oneof(
  fc.record({ text, format: fc.constantFrom(0, 1, 2, 3, 32, 64) }).map((run) => words(run.text, run.format)),
  fc
    .record({ text, url: fc.constantFrom('https://example.org/a', 'https://example.org/b') })
    .map((run) => link(run.url, words(run.text))),
  fc.constant({ type: 'linebreak', version: 1 }),
)
const node = fc.oneof(
  fc.array(inline, { maxLength: 4 }).map((nodes) => para(...nodes)),
  fc.record({ text, tag: fc.constantFrom('h2', 'h3') }).map((one) => head(one.text, one.tag)),
  fc
    .record({
      kind: fc.constantFrom('bullet' as const, 'number' as const),
      items: fc.array(text, { maxLength: 4 }),
    })
    .map((one) => list(one.kind, ...one.items)),
  fc
    .record({ text, speaker: fc.option(text, { nil: undefined }) })
    .map((one) => quotation(one.text, one.speaker)),
)
const nodes = fc.array(node, { maxLength: 8 })
/** A rich text, and the same with nodes taken out, put in and moved. */
const twoRich = nodes.chain((before) =>
  fc.record({
    before: fc.constant(rich(...before)),
    after: fc
      .tuple(fc.shuffledSubarray(before), nodes, fc.nat(8))
      .map(([kept, fresh, at]) => rich(...kept.toSpliced(at, 0, ...fresh.slice(0, 2)))),
  }),
)

describe('of two texts', () => {
  test('what was kept and removed is the text before, what was kept and added the text after', () => {
    fc.assert(
      fc.property(twoTexts, locale, ({ before, after }, language) => {
        const parts = textDifference(before, after, language)
        expect(sideOf(parts, 'removed')).toBe(before)
        expect(sideOf(parts, 'added')).toBe(after)
      }),
      options,
    )
  })

  test('equal ones have no difference, others have one that can be seen', () => {
    const isSeen = (said: string) => /[^\s\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}]/u.test(said)
    fc.assert(
      fc.property(twoTexts, locale, ({ before, after }, language) => {
        expect(textDifference(before, before, language).filter(({ kind }) => kind !== 'kept')).toEqual([])
        const changed = textDifference(before, after, language).filter(({ kind }) => kind !== 'kept')
        expect(changed.length > 0).toBe(before !== after)
        for (const part of changed)
          expect(isSeen(part.text) || part.signs !== undefined, JSON.stringify(part)).toBe(true)
      }),
      options,
    )
  })

  test('parts are never empty, and no two of a kind stand side by side', () => {
    fc.assert(
      fc.property(twoTexts, locale, ({ before, after }, language) => {
        const parts = textDifference(before, after, language)
        expect(parts.every((part) => part.text !== '')).toBe(true)
        expect(parts.every((part, index) => part.kind !== parts[index + 1]?.kind)).toBe(true)
      }),
      options,
    )
  })
})

describe('of two rich texts', () => {
  test('each side is there whole: its blocks, their forms, and each character with its marks', () => {
    fc.assert(
      fc.property(twoRich, locale, ({ before, after }, language) => {
        const blocks = richDifference(before, after, language)
        expect(blocksOfSide(blocks, 'removed')).toEqual(charsOf(richBlocks(before)))
        expect(blocksOfSide(blocks, 'added')).toEqual(charsOf(richBlocks(after)))
      }),
      options,
    )
  })

  test('equal ones have no difference', () => {
    fc.assert(
      fc.property(twoRich, ({ before }) => {
        const copy = structuredClone(before)
        expect(richDifference(before, copy, 'en').every(({ kind }) => kind === 'same')).toBe(true)
      }),
      options,
    )
  })
})

const fields = [
  shape('a', 'text'),
  shape('long', 'rich'),
  shape('rows', 'list', [shape('value', 'text'), shape('ok', 'check')]),
]
const values = fc.record(
  {
    a: text,
    long: nodes.map((some) => rich(...some)),
    rows: fc.array(fc.record({ value: text, ok: fc.boolean() }, { requiredKeys: [] }), { maxLength: 5 }),
  },
  { requiredKeys: [] },
)

describe('of two states of a unit', () => {
  test('every field is there once, in the order of the form', () => {
    fc.assert(
      fc.property(values, values, (before, after) => {
        const paths = difference(before, after, { fields, locale: 'en' }).map(({ path }) => path)
        expect(paths).toEqual(['a', 'long', 'rows'])
      }),
      options,
    )
  })

  test('of three, a field is untouched or the same exactly where the difference says so', () => {
    fc.assert(
      fc.property(values, values, values, (base, mine, theirs) => {
        const same = (one: object, other: object) =>
          difference({ ...one }, { ...other }, { fields, locale: 'en' }).map(({ kind }) => kind === 'same')
        const [own, other, both] = [same(base, mine), same(base, theirs), same(mine, theirs)]
        expect(compareThree({ base, mine, theirs }, fields).map(({ state }) => state)).toEqual(
          fields.map((_, at) => {
            if (both[at]) return own[at] ? 'untouched' : 'both-same'
            return own[at] ? 'theirs' : other[at] ? 'mine' : 'conflict'
          }),
        )
      }),
      options,
    )
  })
})

describe('time is bounded', () => {
  // Twenty thousand characters without anything in common but a few words, in one paragraph and in many.
  const long = (factor: number, ends: string) =>
    Array.from(
      { length: 3300 },
      (_, index) => `${(index * factor) % 4099}${index % 20 === 0 ? ends : ' '}`,
    ).join('')
  const chinese = (factor: number) =>
    Array.from({ length: 20_000 }, (_, index) =>
      String.fromCharCode(0x4e00 + ((index * factor) % 5000)),
    ).join('')

  test.each([
    ['in one paragraph', long(7, ' '), long(1301, ' ')],
    ['in sentences', long(7, '. A '), long(1301, '. A ')],
    ['in lines', long(7, '\n'), long(1301, '\n')],
    ['without spaces', chinese(7919), chinese(104_729)],
    ['one character over and over', 'a'.repeat(20_000), 'b'.repeat(20_000)],
    ['spaces only', ' '.repeat(20_000), '\u00A0'.repeat(20_000)],
  ])('for two long texts %s', (_, before, after) => {
    const compare = () => ({
      parts: textDifference(before, after, 'en'),
      blocks: richDifference(rich(...paragraphs(before)), rich(...paragraphs(after)), 'en'),
    })
    expect(isQuick(15_000, compare)).toBe(true)
    const { parts, blocks } = compare()
    expect(sideOf(parts, 'removed')).toBe(before)
    expect(sideOf(parts, 'added')).toBe(after)
    expect(blocks.length).toBeGreaterThan(0)
  })
})

const paragraphs = (all: string) => all.split('\n').map((line) => para(line))

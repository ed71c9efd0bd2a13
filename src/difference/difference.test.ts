import { describe, expect, test } from 'vitest'
import {
  head,
  link,
  list,
  para,
  quotation,
  rich,
  shape,
  words,
  written,
  writtenBlocks,
} from './difference.fixtures'
import { compareThree, difference, reading } from './index'
import { richDifference } from './rich-difference'
import type { FieldDifference, FieldShape } from './shape'
import { textDifference } from './text-difference'

const text = (before: string, after: string, locale = 'en') => written(textDifference(before, after, locale))

describe('texts are compared word by word', () => {
  test.each([
    ['en', 'She was born in 1962.', 'She was born in 1963.', 'She was born in [-1962-]{+1963+}.'],
    ['sv', 'för hans arbete', 'för hennes långa arbete', 'för [-hans-]{+hennes långa+} arbete'],
    ['zh-Hans', '他因人权工作获奖。', '他因民主工作获奖。', '他因[-人权-]{+民主+}工作获奖。'],
    ['zh-Hans', '他因在白俄罗斯工作。', '他因在乌克兰和白俄罗斯工作。', '他因在{+乌克兰和+}白俄罗斯工作。'],
    ['ar', 'الجائزة لعمله', 'الجائزة لعملها', 'الجائزة [-لعمله-]{+لعملها+}'],
    ['fa', 'او کتاب‌ها را نوشت', 'او نامه‌ها را نوشت', 'او [-کتاب‌ها-]{+نامه‌ها+} را نوشت'],
  ])('in %s', (...[locale, before, after, expected]) => {
    expect(text(before, after, locale)).toBe(expected)
  })

  test('a rewritten passage is one change, not one for each word', () => {
    expect(text('He fought long for peace.', 'She has worked hard for peace.')).toBe(
      '[-He fought long-]{+She has worked hard+} for peace.',
    )
  })
})

describe('what one does not see has a name', () => {
  test.each([
    ['a no-break space', '10\u00A0000 kr', '10 000 kr', '10[-\u00A0<noBreakSpace>-]{+ <space>+}000 kr'],
    ['a thin space', 'a b', 'a\u2009b', 'a[- <space>-]{+\u2009<thinSpace>+}b'],
    ['two spaces', 'a b', 'a  b', 'a {+ <space>+}b'],
    ['a mark of direction', 'قال: نعم', 'قال:\u200F نعم', 'قال[-:-]{+:\u200F<rightToLeft>+} نعم'],
    ['a line break', 'a b', 'a\nb', 'a[- <space>-]{+\n<lineBreak>+}b'],
    ['a joiner in a word', 'می\u200Cشود', 'میشود', '[-می\u200Cشود<nonJoiner>-]{+میشود+}'],
    ['dashes that look alike', '1903-1911', '1903–1911', '1903[--<hyphen>-]{+–<enDash>+}1911'],
    [
      'quotation marks',
      '"go"',
      '“go”',
      '[-"<straightQuote>-]{+“<openingQuote>+}go[-"<straightQuote>-]{+”<closingQuote>+}',
    ],
    ['a soft hyphen', 'peace\u00ADful', 'peaceful', '[-peace\u00ADful<softHyphen>-]{+peaceful+}'],
  ])('%s', (...[, before, after, expected]) => {
    expect(text(before, after)).toBe(expected)
  })

  test('where the words differ anyway, ordinary spaces of a language are not named', () => {
    expect(text('', 'Oui\u00A0! Vraiment\u00A0?')).toBe('{+Oui\u00A0! Vraiment\u00A0?+}')
  })
})

const long = (name: string) =>
  `${name} was a teacher in a small town before the war and wrote about the rivers.`
const blocks = (before: object[], after: object[]) =>
  writtenBlocks(richDifference(rich(...(before as never[])), rich(...(after as never[])), 'en'))

describe('rich text is compared block by block, then word by word', () => {
  test('an inserted paragraph leaves the others as they were', () => {
    expect(
      blocks(
        [para(long('Ada')), para(long('Berta'))],
        [para(long('Ada')), para('Something new.'), para(long('Berta'))],
      ),
    ).toEqual([`same: ${long('Ada')}`, 'added: {+Something new.+}', `same: ${long('Berta')}`])
  })

  test('a moved paragraph is shown as moved', () => {
    const [one, two, three] = [para('First things.'), para('Second matters.'), para('Third affairs.')]
    expect(blocks([one, two, three], [two, three, one])).toEqual([
      'moved removed: [-First things.-]',
      'same: Second matters.',
      'same: Third affairs.',
      'moved added: {+First things.+}',
    ])
  })

  test('a changed word in a paragraph whose neighbours are new is found', () => {
    expect(
      blocks(
        [para('One.'), para(long('Ada'))],
        [para('Other words here.'), para(long('Ida')), para('More.')],
      ),
    ).toEqual([
      'removed: [-One.-]',
      'added: {+Other words here.+}',
      `changed: [-Ada-]{+Ida+}${long('')}`,
      'added: {+More.+}',
    ])
  })

  test('an item put into a list is one block', () => {
    expect(blocks([list('bullet', 'red', 'blue')], [list('bullet', 'red', 'green', 'blue')])).toEqual([
      'same: red',
      'added: {+green+}',
      'same: blue',
    ])
  })

  test('bold, links and kinds of block that change over the same words are not lost', () => {
    const found = richDifference(
      rich(
        para('A ', words('bold', 1), ' word'),
        para('See ', link('https://example.org/a', words('here'))),
        para('Early life'),
        list('bullet', 'one'),
      ),
      rich(
        para('A bold word'),
        para('See ', link('https://example.org/b', words('here'))),
        head('Early life'),
        list('number', 'one'),
      ),
      'en',
    )
    expect(found.map(({ kind }) => kind)).toEqual(['changed', 'changed', 'changed', 'changed'])
    expect(found[0]?.parts[1]).toEqual({ kind: 'kept', text: 'bold', marks: {}, was: { bold: true } })
    expect(found[1]?.parts[1]).toMatchObject({
      marks: { link: 'https://example.org/b' },
      was: { link: 'https://example.org/a' },
    })
    expect(found[2]).toMatchObject({ form: { type: 'heading', level: 2 }, was: { type: 'paragraph' } })
    expect(found[3]).toMatchObject({ form: { ordered: true }, was: { ordered: false }, number: 1 })
  })

  test('the speaker of a quotation is a block of its own', () => {
    expect(blocks([quotation('Go on.', 'Ada')], [quotation('Go on.', 'Ida')])).toEqual([
      'same: Go on.',
      'removed: [-Ada-]',
      'added: {+Ida+}',
    ])
  })

  test('how the editor cut the same words into nodes is no difference', () => {
    expect(blocks([para('one ', 'two')], [para('one two')])).toEqual(['same: one two'])
  })
})

const only = (fields: FieldDifference[]): FieldDifference => {
  const [field] = fields
  if (!field) throw new Error('no field')
  return field
}
const compare = (of: FieldShape, before: unknown, after: unknown) =>
  only(difference({ x: before }, { x: after }, { fields: [of], locale: 'en' }))

describe('fields', () => {
  test('are same, added, removed or changed; empty is empty however it is written', () => {
    const field = shape('x', 'text')
    expect(compare(field, 'a', 'a').kind).toBe('same')
    expect(compare(field, undefined, 'a').kind).toBe('added')
    expect(compare(field, 'a', '').kind).toBe('removed')
    expect(compare(field, 'a', 'b').kind).toBe('changed')
    expect(compare(field, null, undefined)).toMatchObject({ kind: 'same', parts: [] })
    expect(compare(shape('x', 'rich'), undefined, rich(para()))).toMatchObject({ kind: 'same' })
    expect(compare(shape('x', 'check'), undefined, false)).toMatchObject({ kind: 'same' })
  })

  test('dates, choices, numbers and relations change as a whole', () => {
    expect(compare(shape('x', 'date'), '25 September 1962', '26 September 1962').parts).toEqual([
      { kind: 'removed', text: '25 September 1962' },
      { kind: 'added', text: '26 September 1962' },
    ])
    expect(compare(shape('x', 'number'), 2, 3).parts).toEqual([
      { kind: 'removed', text: '2' },
      { kind: 'added', text: '3' },
    ])
    const several = compare(shape('x', 'relation'), ['Ada', 'Berta'], ['Ada', 'Clara'])
    expect(several).toMatchObject({ shows: 'items', kind: 'changed' })
    expect(several.parts).toEqual([
      { kind: 'kept', text: 'Ada' },
      { kind: 'removed', text: 'Berta' },
      { kind: 'added', text: 'Clara' },
    ])
  })

  test('the order of several values matters', () => {
    expect(compare(shape('x', 'relation'), ['Ada', 'Berta'], ['Berta', 'Ada']).kind).toBe('changed')
  })

  test('rows are found again, then compared value by value', () => {
    const rows = shape('x', 'list', [shape('value', 'text'), shape('lang', 'choice')])
    const found = compare(
      rows,
      [
        { value: 'Alena Navumik', lang: 'be' },
        { value: 'Helena', lang: 'pl' },
      ],
      [
        { value: 'Jelena', lang: 'sr' },
        { value: 'Alena Navumyk', lang: 'be' },
        { value: 'Helena', lang: 'pl' },
      ],
    )
    expect(found).toMatchObject({
      shows: 'rows',
      parts: [{ kind: 'added' }, { kind: 'changed' }, { kind: 'same' }],
    })
  })

  test('two lists made one are a change although no word changed', () => {
    const found = compare(
      shape('x', 'rich'),
      rich(list('bullet', 'a'), list('bullet', 'b')),
      rich(list('bullet', 'a', 'b')),
    )
    expect(found.kind).toBe('changed')
  })

  test('a reading has no changes', () => {
    const form = { fields: [shape('x', 'text'), shape('y', 'rich')], locale: 'en' }
    expect(reading({ x: 'a', y: rich(para('b')) }, form).map(({ kind }) => kind)).toEqual(['same', 'same'])
  })
})

test('three states say of each field who changed it', () => {
  const fields = ['a', 'b', 'c', 'd', 'e'].map((path) => shape(path, 'text'))
  const found = compareThree(
    {
      base: { a: '1', b: '1', c: '1', d: '1', e: '1' },
      mine: { a: '1', b: '2', c: '1', d: '2', e: '2' },
      theirs: { a: '1', b: '1', c: '2', d: '2', e: '3' },
    },
    fields,
  )
  expect(Object.fromEntries(found.map(({ path, state }) => [path, state]))).toEqual({
    a: 'untouched',
    b: 'mine',
    c: 'theirs',
    d: 'both-same',
    e: 'conflict',
  })
})

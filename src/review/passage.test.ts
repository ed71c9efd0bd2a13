import { describe, expect, test } from 'vitest'
import { heading, paragraph, richText } from '@/rich-text'
import { findPassage, textOf } from './passage'

const found = (text: string, passage: Parameters<typeof findPassage>[1]) => {
  const place = findPassage(text, passage)
  return (
    place && `${text.slice(0, place.start)}[${text.slice(place.start, place.end)}]${text.slice(place.end)}`
  )
}

describe('a passage', () => {
  test('is found where it stood', () => {
    expect(found('for the sea and the ice', { quote: 'the sea', before: 'for', after: 'and' })).toBe(
      'for [the sea] and the ice',
    )
  })

  test('is found after words were put in before it', () => {
    expect(
      found('Once more: for the sea and the ice', { quote: 'the sea', before: 'for', after: 'and' }),
    ).toBe('Once more: for [the sea] and the ice')
  })

  test('that stands there twice is told apart by what stands around it', () => {
    const text = 'He wrote of rain. She wrote of rain and snow.'
    expect(found(text, { quote: 'wrote of rain', before: 'He', after: '.' })).toBe(
      'He [wrote of rain]. She wrote of rain and snow.',
    )
    expect(found(text, { quote: 'wrote of rain', before: 'She', after: 'and' })).toBe(
      'He wrote of rain. She [wrote of rain] and snow.',
    )
  })

  test('is gone when its words are', () => {
    expect(found('for the ocean and the ice', { quote: 'the sea', before: 'for', after: 'and' })).toBeNull()
    expect(found('', { quote: 'the sea', before: '', after: '' })).toBeNull()
    expect(found('the sea', { quote: '  ', before: '', after: '' })).toBeNull()
  })

  test('may reach over paragraphs, however the browser breaks them', () => {
    const text = textOf(richText([heading('A life'), paragraph('Born by the sea.'), paragraph('She left.')]))
    expect(text).toBe('A life Born by the sea. She left.')
    expect(found(text, { quote: 'the sea.\n\nShe', before: 'Born by', after: 'left' })).toBe(
      'A life Born by [the sea. She] left.',
    )
  })

  test('in Arabic is found like any other', () => {
    expect(found('تقديراً لعملها من أجل البحر', { quote: 'من أجل', before: 'لعملها', after: 'البحر' })).toBe(
      'تقديراً لعملها [من أجل] البحر',
    )
  })
})

test('lists and rows read as their words', () => {
  expect(textOf(['one', 'two'])).toBe('one two')
  expect(textOf([{ value: 'Mira', lang: 'nb' }])).toBe('Mira nb')
  expect(textOf(undefined)).toBe('')
})

import { describe, expect, test } from 'vitest'
import { writingIn } from './page-writing'

// Texts and dates of a preview: in which language they are, and where that is said.

const mark = '<span class="stand-in" dir="ltr"><span lang="sv">på engelska</span></span>'
const { text, rich } = writingIn('sv', 'v1.a.b')
const english = (words: string, isFallback = true) => ({ text: words, locale: 'en', isFallback })
const asRich = (isFallback: boolean) =>
  ({
    html: '<p>Long ago.</p>',
    text: 'Long ago.',
    blocks: [],
    sections: [],
    locale: 'en',
    isFallback,
  }) as never
const span = (words: string) => `<span lang="en" dir="ltr">${words}</span>`

describe('what stands in from another language says so', () => {
  test('behind what is short', () => {
    expect(text(english('Rain'))).toBe(`${span('Rain')} ${mark}`)
  })

  test('at the head of what is long, where it is seen', () => {
    const long = 'for a ledger of the rain '.repeat(4)
    expect(text(english(long))).toBe(`${mark} ${span(long)}`)
  })

  test('at the head of every rich text', () => {
    expect(rich(asRich(true))).toBe(`${mark}<div lang="en" dir="ltr"><p>Long ago.</p></div>`)
  })

  test('what is in the language that was asked for says nothing', () => {
    expect(text(english('Rain', false))).toBe(span('Rain'))
    expect(rich(asRich(false))).toBe('<div lang="en" dir="ltr"><p>Long ago.</p></div>')
    expect(text(null)).toBe('')
    expect(rich(null)).toBe('')
  })
})

test('a date is said in the language of the reader, and marked so; what is no date stays as it is', () => {
  const { date } = writingIn('sv', 'token')
  expect(date('1962-09-25')).toBe('<bdi lang="sv">25 september 1962</bdi>')
  expect(date('1943~')).toBe('<bdi lang="sv">omkring 1943</bdi>')
  expect(date('1943?/1950')).toBe('<bdi lang="sv">1943 (osäkert) – 1950</bdi>')
  expect(date('<b>')).toBe('<bdi>&lt;b&gt;</bdi>')
  expect(date(null)).toBe('')
})

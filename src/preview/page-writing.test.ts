import { describe, expect, test } from 'vitest'
import { writingIn } from './page-writing'

// The marks of what stands in from another language.

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

import { assert, jsonValue, property, string } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { inLanguage } from '@/lib/sentence'
import { heading, paragraph, render, richText, richTextProblem, type RichText } from './index'

type Loose = Record<string, unknown>
const withNode = (node: Loose): unknown => ({ root: { ...richText([]).root, children: [node] } })
const text = (words: string, format = 0): Loose => ({
  type: 'text',
  text: words,
  format,
  version: 1,
  mode: 'normal',
  style: '',
  detail: 0,
})
function problemOf(value: unknown): string | undefined {
  const problem = richTextProblem(value)
  return problem && inLanguage(problem, 'en')
}

const para = (...children: Loose[]): Loose => ({ ...paragraph(''), children })
const link = (url: string): Loose => ({
  type: 'link',
  version: 3,
  direction: null,
  format: '',
  indent: 0,
  fields: { linkType: 'custom', url, newTab: false },
  children: [text('here')],
})

describe('the allow-list', () => {
  test('what the builders make is stored', () => {
    expect(richTextProblem(richText([heading('One'), paragraph('Two\nlines')]))).toBeUndefined()
  })

  test.each([
    ['an unknown node', { type: 'iframe', version: 1 }],
    ['a picture', { type: 'upload', version: 1, relationTo: 'media', value: 'x', fields: {} }],
    ['a style', para({ ...text('x'), style: 'color: red' })],
    ['an unknown attribute', para({ ...text('x'), onclick: 'x' })],
    ['underline', para(text('x', 8))],
    ['a heading of level 1', { ...heading('x'), tag: 'h1' }],
    ['NUL', para(text('a\u0000'))],
    ['half a character', para(text('a\uD800'))],
    ['javascript:', para(link('javascript:alert(1)'))],
    ['javascript: behind a control character', para(link('\u0001javascript:alert(1)'))],
    ['data:', para(link('data:text/html,x'))],
    ['a protocol-relative address', para(link('//evil.example'))],
    ['a password in an address', para(link('https://a:b@example.org'))],
    ['a number where text belongs', para({ ...text('x'), text: 7 })],
    ['an infinite format', para({ ...text('x'), format: 1e308 })],
  ])('%s is refused, naming the paragraph', (_, node) => {
    expect(problemOf(withNode(node as Loose))).toMatch(/^Paragraph 1 /)
  })

  test.each([['text'], [{}], [{ root: {} }], [{ root: { type: 'root' } }], [7], [[]]])(
    '%j is no rich text',
    (value) => {
      expect(richTextProblem(value)).toBeDefined()
    },
  )

  test('http, https and mailto are kept', () => {
    for (const url of ['http://example.org', 'https://example.org/a?b#c', 'mailto:press@example.org'])
      expect(richTextProblem(withNode(para(link(url))))).toBeUndefined()
  })

  test('more than 2 MB is refused', () => {
    const long = Array.from({ length: 30 }, () => paragraph('x'.repeat(100_000)))
    expect(problemOf(richText(long))).toMatch(/larger than 2 MB/)
  })

  test('any JSON is answered, never thrown at', () => {
    assert(
      property(jsonValue(), (value) => {
        expect(['string', 'undefined']).toContain(typeof problemOf(value))
      }),
    )
  })
})

describe('what readers get', () => {
  test('html, text, blocks and sections of the same words', () => {
    const stored = withNode(
      para(text('A & '), text('bold', 1), link('https://example.org/?a=1&b="2"')),
    ) as RichText
    expect(render(stored)).toEqual({
      html: '<p>A &amp; <strong>bold</strong><a href="https://example.org/?a=1&amp;b=&quot;2&quot;">here</a></p>',
      text: 'A & boldhere',
      blocks: [
        {
          type: 'paragraph',
          runs: [
            { text: 'A & ' },
            { text: 'bold', bold: true },
            { text: 'here', href: 'https://example.org/?a=1&b="2"' },
          ],
        },
      ],
      sections: [],
    })
  })

  test('sections have stable anchors; equal headings differ; Chinese headings have one too', () => {
    const { sections, html } = render(
      richText([heading('Early life'), heading('Early life'), heading('早年')]),
    )
    expect(sections.map((section) => section.anchor)).toEqual(['early-life', 'early-life-2', 'section'])
    expect(html).toContain('<h2 id="early-life-2">Early life</h2>')
  })

  test('no words of a text come out as markup', () => {
    assert(
      property(string({ unit: 'grapheme', maxLength: 200 }), (words) => {
        const { html } = render(richText([paragraph(words.replaceAll('\n', ' '))]))
        expect(html.replace(/^<p>|<\/p>$/g, '')).not.toMatch(/[<>"']/)
      }),
    )
  })
})

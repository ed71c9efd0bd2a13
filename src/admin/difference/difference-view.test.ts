import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { difference, signNames, type FieldShape, type Values } from '@/difference'
import { DifferenceView } from './difference-view'
import { Words } from './words-view'
import { languages, screenWords } from '../words'

type Loose = Record<string, unknown>
const base = { direction: null, format: '', indent: 0, version: 1 }
const text = (words: string, format = 0): Loose => ({ type: 'text', text: words, format, version: 1 })
const para = (...children: Loose[]): Loose => ({ ...base, type: 'paragraph', children })
const link = (url: string, words: string): Loose => ({
  ...base,
  type: 'link',
  fields: { linkType: 'custom', url },
  children: [text(words)],
})
const rich = (...children: Loose[]): Loose => ({ root: { ...base, type: 'root', children } })

const fields: FieldShape[] = [
  { path: 'motivation', label: 'Motivation', kind: 'lines' },
  { path: 'long', label: 'Biography', kind: 'rich' },
]
type Shown = { unit?: string; language?: string }
const show = (before: Values, after: Values, { unit = 'en', language = 'en' }: Shown = {}): string =>
  renderToStaticMarkup(
    createElement(DifferenceView, {
      differences: difference(before, after, { fields, locale: unit }),
      unit,
      language,
    }),
  )
const seen = (html: string): string => html.replaceAll(/<[^>]+>/g, '')

test('removed and added words are del and ins, and are told to who does not see them', () => {
  const html = show({ motivation: 'for peace' }, { motivation: 'for freedom' })
  expect(html).toMatch(/<del[^>]*><span class="desk-heard"[^>]*> removed: <\/span>peace<\/del>/)
  expect(html).toMatch(/<ins[^>]*><span class="desk-heard"[^>]*> added: <\/span>freedom<\/ins>/)
})

test('an invisible character that changed has its name, in the language of the screens', () => {
  const html = show({ motivation: '10\u00A0000' }, { motivation: '10 000' }, { language: 'de' })
  expect(seen(html)).toContain('geschütztes Leerzeichen')
})

test('texts have the language and direction of their unit, our own words those of the screens', () => {
  const html = show({ motivation: 'لعمله' }, { motivation: 'لعملها' }, { unit: 'ar', language: 'sv' })
  expect(html).toContain('<div class="desk-text" lang="ar" dir="rtl">')
  expect(html).toContain('<h3 class="desk-field__name" lang="sv" dir="ltr">')
})

test('a picture is seen, before and now; the name that the desk gave its file is no word', () => {
  const [was, is] = ['a'.repeat(20), 'b'.repeat(20)]
  const change = difference(
    { filename: `${was}.jpg` },
    { filename: `${is}.jpg` },
    {
      fields: [{ path: 'filename', label: 'Picture', kind: 'picture' }],
      locale: 'shared',
    },
  )
  const html = renderToStaticMarkup(
    createElement(DifferenceView, { differences: change, unit: 'shared', language: 'sv' }),
  )
  expect(html).toMatch(new RegExp(`alt="Bilden före"[^>]* src="/api/media/file/${was}.jpg"`))
  expect(html).toMatch(new RegExp(`alt="Bilden nu"[^>]* src="/api/media/file/${is}.jpg"`))
  expect(seen(html)).not.toMatch(/aaa|bbb/)
})

test('changed formatting says from what to what', () => {
  const html = show({ long: rich(para(text('a '), text('word', 1))) }, { long: rich(para(text('a word'))) })
  expect(seen(html)).toContain('Format changed: bold → plain')
})

test('paragraphs without changes are folded, and are there when opened', () => {
  const same = ['One.', 'Two.', 'Three.', 'Four.'].map((words) => para(text(words)))
  const html = show({ long: rich(...same, para(text('Old.'))) }, { long: rich(...same, para(text('New.'))) })
  expect(html).toMatch(/<details[^>]*><summary[^>]*>… 3 paragraphs without changes<\/summary>/)
  expect(seen(html)).toContain('Two.')
})

test('no value is markup, and only safe addresses are links', () => {
  const long = rich(
    para(
      text('<img src=x onerror=alert(1)>'),
      link('javascript:alert(1)', 'bad'),
      link('https://example.org', 'good'),
    ),
  )
  const html = show({}, { motivation: '<script>alert(1)</script>', long })
  expect(html).not.toMatch(/<(?:script|img)/)
  expect(html.match(/<a [^>]*href="[^"]*"/g)).toEqual([expect.stringContaining('https://example.org')])
})

test('equal states say that nothing changed', () => {
  expect(seen(show({ motivation: 'a' }, { motivation: 'a' }))).toContain('Nothing changed.')
})

test('the words of a unit stand as they will be read, without a mark of change', () => {
  const values = {
    motivation: 'for peace',
    long: rich({ ...base, type: 'heading', tag: 'h2', children: [text('Life')] }, para(text('Born.', 1))),
  }
  const html = renderToStaticMarkup(createElement(Words, { values, fields, unit: 'en', language: 'en' }))
  expect(html).toContain('>Life</h4>')
  expect(html).toContain('<strong>Born.</strong>')
  expect(html).not.toMatch(/<(?:del|ins|details)/)
})

test('every character that has a name has it in every language', () => {
  for (const language of languages)
    for (const name of signNames)
      expect(screenWords(language).difference.signs[name], `${language} ${name}`).toMatch(/\S/)
})

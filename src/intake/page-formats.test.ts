import { describe, expect, test } from 'vitest'
import { englishPage } from './page.fixtures'
import { readPage } from './read-page'
import { read } from './reading.fixtures'

const escape = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('“', '&ldquo;').replaceAll('”', '&#8221;')
const bytes = (text: string, encoding: BufferEncoding) => new Uint8Array(Buffer.from(text, encoding))

describe('HTML pasted from a browser', () => {
  const headings = new Set([
    'Biographical Information',
    'Long bio',
    'Press releases',
    'Media contacts',
    'A Childhood by the Water',
    'Ninety Weirs',
  ])
  const lines = englishPage().split('\n\n')
  const html = (line: (text: string) => string) => lines.map((text) => line(escape(text))).join('\n')

  test.each([
    ['paragraphs', html((text) => `<p>${text}</p>`)],
    ['headings', html((text) => (headings.has(text) ? `<h3>${text}</h3>` : `<p>${text}</p>`))],
    [
      'bold headings and line breaks',
      html((text) => (headings.has(text) ? `<b>${text}</b><br>` : `${text}<br><br>`)),
    ],
    [
      'lists of terms',
      html((text) =>
        text
          .replace(/^(Place of Birth|Established|Phone): (.*)$/, '<dl><dt>$1<dd>$2</dl>')
          .replace(/^(?!<dl>)(.*)$/, '<div>$1</div>'),
      ),
    ],
    [
      'a whole document',
      `<!doctype html><html><head><title>T</title><style>p{}</style></head><body><nav><a>Home</a></nav>${html((text) => `<p>${text}</p>`)}<script>"<p>no</p>"</script></body></html>`,
    ],
  ])('%s read as the text does', (_name, markup) => {
    expect(read(markup).proposal).toEqual(read(englishPage()).proposal)
  })

  test('links under “Press releases” are its titles', () => {
    const markup = html((text) =>
      text === 'Press releases'
        ? '<h2>Press releases</h2><ul><li><a href="https://rivers.example/a.pdf">Rivers win</a></li></ul>'
        : `<p>${text}</p>`,
    )
    expect(read(markup).proposal.award.pressReleases).toEqual([
      { title: 'Rivers win', url: 'https://rivers.example/a.pdf' },
    ])
  })
})

describe('refused, naming the reason and the place', () => {
  test.each([
    ['empty', ''],
    ['empty', ' \n\u00A0\n'],
    ['too_large', 'x'.repeat(2 * 1024 * 1024 + 1)],
    ['too_large', 'Long bio\n'.repeat(5001)],
    ['wrong_encoding', bytes(`\uFEFF${englishPage()}`, 'utf16le')],
    ['wrong_encoding', bytes(englishPage(), 'utf16le')],
    ['not_text', bytes('%PDF-1.7', 'latin1')],
    ['not_a_laureate_page', '{"laureates": []}'],
    ['not_a_laureate_page', 'Dear all,\n\nPress releases are on the web.\n\nPhone: +1 202 555 0100'],
  ])('%s', (code, input) => {
    expect(readPage(input)).toMatchObject({ ok: false, code })
  })

  test('wrong type', () => {
    expect(readPage(42 as never)).toMatchObject({ ok: false, code: 'wrong_type' })
  })

  test('broken characters name their line', () => {
    const latin = bytes('Title (Norway)\n... for\ncafé', 'latin1')
    expect(readPage(latin)).toMatchObject({ code: 'wrong_encoding', line: 3 })
    expect(readPage('a\nb\u0000c')).toMatchObject({ code: 'bad_character', line: 2 })
    expect(readPage('a\n\nb\uD800c')).toMatchObject({ code: 'bad_character', line: 3 })
  })

  test('what was looked for is listed, and what was found', () => {
    const refused = readPage('Minutes of a meeting\n\nPress releases\n\nNothing was decided.')
    expect(refused).toMatchObject({
      code: 'not_a_laureate_page',
      message: expect.stringMatching(
        /Looked for .*“Biographical Information”; “Long bio”.*Found: “Press releases”\.$/,
      ),
    })
  })
})

import { describe, expect, test } from 'vitest'
import { said, useInput, type Doc } from './input-world'

// Texts: rich text holds what is on the list, and every text is well-formed.

const { desk, staff, ids, editor, expectRefused } = useInput()

const base = { version: 1, direction: null, format: '', indent: 0 }

const text = (value: string, more: Doc = {}) => ({
  type: 'text',
  text: value,
  format: 0,
  version: 1,
  ...more,
})

const paragraph = (...children: Doc[]) => ({ ...base, type: 'paragraph', children })

const doc = (...children: Doc[]) => ({ root: { ...base, type: 'root', children } })

const link = (url: string, more: Doc = {}) =>
  paragraph({
    ...base,
    type: 'link',
    fields: { linkType: 'custom', url, newTab: false, ...more },
    children: [text('x')],
  })

const nest = (depth: number): Doc =>
  depth === 0 ? paragraph(text('deep')) : { ...base, type: 'quote', children: [nest(depth - 1)] }

describe('rich text holds what is on the list and nothing else', () => {
  const wrong: [string, Doc][] = [
    ['an unknown node', doc({ ...base, type: 'iframe', src: 'https://evil.example', children: [] })],
    ['an upload node', doc({ ...base, type: 'upload', relationTo: 'media', value: 'x' })],
    [
      'HTML as a node',
      doc({
        ...base,
        type: 'paragraph',
        children: [{ type: 'html', html: '<script>1</script>', version: 1 }],
      }),
    ],
    ['a javascript: link', doc(link('javascript:alert(1)'))],
    ['a hidden javascript: link', doc(link('\tjavascript:alert(1)'))],
    ['a data: link', doc(link('data:text/html,x'))],
    ['a link without a scheme', doc(link('//evil.example'))],
    ['a link with credentials', doc(link('https://user:pw@evil.example'))],
    ['a link to a document', doc(link('https://ok.example', { doc: { relationTo: 'users', value: 'x' } }))],
    [
      'an attribute that is not offered',
      doc(paragraph(text('x', { style: 'background:url(https://evil.example)' }))),
    ],
    ['an event handler', doc({ ...paragraph(text('x')), onclick: 'x' })],
    ['a format that is not offered', doc(paragraph(text('x', { format: 8 })))],
    ['a huge number', doc(paragraph(text('x', { format: 1e308 })))],
    ['a heading of level 1', doc({ ...base, type: 'heading', tag: 'h1', children: [] })],
    ['deep nesting', doc(nest(15))],
    ['deeper nesting', doc(nest(2000))],
    ['a text', 'plain' as unknown as Doc],
    ['a list', [] as unknown as Doc],
    ['no root', { children: [] }],
    [
      'a block of another collection',
      doc({ ...base, type: 'block', fields: { blockType: 'embed', url: 'https://evil.example' } }),
    ],
  ]
  test.each(wrong)('%s is refused', (_, value) =>
    expectRefused('biographies', { short: value }, /short|nested/),
  )

  test('3 MB of it are refused', () => {
    const large = doc(...Array.from({ length: 30 }, () => paragraph(text('x'.repeat(100_000)))))
    return expectRefused('biographies', { long: large }, /long: .*2 MB/)
  })

  test('what is on the list is kept as it is', async () => {
    const value = doc(
      { ...base, type: 'heading', tag: 'h2', children: [text('Early life')] },
      link('https://example.org'),
      paragraph(text('“Quoted”.', { format: 3 })),
    )
    const response = await editor('PATCH', `/api/biographies/${ids['biographies']}?locale=en`, {
      short: value,
    })
    expect(response.status).toBe(200)
    expect(((await response.json()) as { doc: Doc }).doc['short']).toMatchObject(value)
  })
})

describe('text is well-formed and in NFC', () => {
  test('words that look the same are stored the same, in keys of every kind', async () => {
    const decomposed = 'Ame\u0301lie A\u030Angstro\u0308m'
    await editor('PATCH', `/api/laureates/${ids['laureates']}?locale=en`, {
      fullName: decomposed,
      variants: [{ value: decomposed }],
    })
    await editor('PATCH', `/api/biographies/${ids['biographies']}?locale=en`, {
      short: doc(paragraph(text(decomposed))),
    })
    const person = await desk.payload.findByID({
      collection: 'laureates',
      id: ids['laureates'] ?? '',
      locale: 'en',
      draft: true,
      overrideAccess: true,
    })
    expect([person.fullName, person.variants?.[0]?.value]).toEqual(['Amélie Ångström', 'Amélie Ångström'])
    const biography = await desk.payload.findByID({
      collection: 'biographies',
      id: ids['biographies'] ?? '',
      locale: 'en',
      draft: true,
      overrideAccess: true,
    })
    expect(JSON.stringify(biography.short)).toContain('Amélie Ångström')
    expect(
      (await staff.as('admin')('PATCH', `/api/users/${staff.ids.editor}`, { name: decomposed })).status,
    ).toBe(200)
    expect(
      (await desk.payload.findByID({ collection: 'users', id: staff.ids.editor, overrideAccess: true })).name,
    ).toBe('Amélie Ångström')
  })

  const wrong: [string, string, RegExp][] = [
    ['a lone surrogate', 'half \uD800 of a character', /surrogate/],
    ['NUL', 'nul \u0000 inside', /NUL/],
    ['a control character', 'bell \u0007', /control/],
    ['a direction override', 'abc \u202E cba', /direction/],
  ]
  test.each(wrong)('%s is refused, with its place', async (_, value, pattern) => {
    await expectRefused('laureates', { knownName: value }, pattern)
    await expectRefused(
      'laureates',
      { variants: [{ value }] },
      new RegExp(`(?:Spelling|variants › 1 › value): .*${pattern.source}`),
    )
    await expectRefused('biographies', { short: doc(paragraph(text(value))) }, pattern)
    const person = await said(
      await staff.as('admin')('PATCH', `/api/users/${staff.ids.editor}`, { name: value }),
    )
    expect(person).toMatchObject({ status: 400, message: expect.stringMatching(pattern) })
  })

  test('what languages need is kept: joiners, marks of direction, emoji', async () => {
    const value = 'می\u200Cخواهم \u200Eabc\u200F 👩\u200D🔬'
    const response = await editor('PATCH', `/api/laureates/${ids['laureates']}?locale=fa`, {
      knownName: value,
    })
    expect(((await response.json()) as { doc: Doc }).doc['knownName']).toBe(value)
  })
})

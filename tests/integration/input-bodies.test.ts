import { beforeAll, describe, expect, test } from 'vitest'
import { withClient } from '../../src/processes/database.mjs'
import { useDesk } from '../payload'
import { createDocuments, picture, raw, useStaff, type Ask } from '../staff'

// Bodies at the edge of REST: a clear 4xx that names the place, nothing written, process alive.

const desk = useDesk()
const staff = useStaff(desk)
let ids: Record<string, string> = {}
let editor: Ask

beforeAll(async () => {
  ids = await createDocuments(desk.payload)
  editor = staff.as('editor')
})

type Doc = Record<string, unknown>

const said = async (response: Response) => {
  const { errors } = (await response.json()) as { errors?: { message: string }[] }
  return { status: response.status, message: errors?.[0]?.message }
}

const versions = () =>
  withClient(desk.database.owner, async (client) => {
    const { rows } = await client.query('select count(*) as all from _laureates_v')
    return Number(rows[0].all)
  })

describe('a body is a JSON object of known fields', () => {
  const path = () => `/api/laureates/${ids['laureates']}?locale=en`
  const json = { 'Content-Type': 'application/json' }
  type Body = { body: BodyInit; headers: Record<string, string>; status: number; pattern: RegExp }
  const bodies: [string, Body][] = [
    ['no JSON', { body: '{"knownName":', headers: json, status: 400, pattern: /not JSON/ }],
    ['a list', { body: '[]', headers: json, status: 400, pattern: /object/ }],
    ['a number', { body: '1', headers: json, status: 400, pattern: /object/ }],
    ['null', { body: 'null', headers: json, status: 400, pattern: /object/ }],
    [
      'Latin-1',
      {
        body: new Uint8Array([123, 34, 97, 34, 58, 34, 0xe5, 34, 125]),
        headers: json,
        status: 400,
        pattern: /UTF-8/,
      },
    ],
    [
      'UTF-16',
      {
        body: new Uint8Array(Buffer.from('{"a":"å"}', 'utf16le')),
        headers: json,
        status: 400,
        pattern: /JSON|UTF-8/,
      },
    ],
    [
      'text',
      { body: 'hello', headers: { 'Content-Type': 'text/plain' }, status: 415, pattern: /application\/json/ },
    ],
    [
      'XML',
      {
        body: '<a/>',
        headers: { 'Content-Type': 'application/xml' },
        status: 415,
        pattern: /application\/json/,
      },
    ],
    [
      'a web form',
      {
        body: 'knownName=x',
        headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
        status: 415,
        pattern: /application\/json/,
      },
    ],
    [
      'compressed',
      { body: '{}', headers: { ...json, 'Content-Encoding': 'gzip' }, status: 415, pattern: /compressed/ },
    ],
    [
      '__proto__',
      { body: '{"__proto__":{"roles":["admin"]}}', headers: json, status: 400, pattern: /__proto__/ },
    ],
    [
      '__proto__ inside',
      {
        body: '{"birth":{"__proto__":{"date":"1962"}}}',
        headers: json,
        status: 400,
        pattern: /birth › __proto__/,
      },
    ],
    [
      'constructor',
      { body: '{"constructor":{"prototype":{"x":1}}}', headers: json, status: 400, pattern: /constructor/ },
    ],
    ['a surrogate as a key', { body: '{"\\ud800":1}', headers: json, status: 400, pattern: /surrogate/ }],
    [
      '10,000 levels',
      {
        body: `${'{"a":'.repeat(10_000)}1${'}'.repeat(10_000)}`,
        headers: json,
        status: 400,
        pattern: /nested/,
      },
    ],
    [
      '5 MiB',
      {
        body: JSON.stringify({ knownName: 'x'.repeat(5 * 1024 * 1024) }),
        headers: json,
        status: 413,
        pattern: /4 MiB/,
      },
    ],
    [
      'a broken form',
      {
        body: 'no boundary here',
        headers: { 'Content-Type': 'multipart/form-data; boundary=x' },
        status: 400,
        pattern: /form/i,
      },
    ],
  ]
  test.each(bodies)('%s is refused', async (_, { body, headers, status, pattern }) => {
    const before = await versions()
    const answer = await said(await editor('PATCH', path(), raw({ body, headers })))
    expect(answer).toMatchObject({ status, message: expect.stringMatching(pattern) })
    expect(await versions()).toBe(before)
  })

  test('a body without end is cut off at the limit, also without a Content-Length', async () => {
    let sent = 0
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        sent += 65_536
        controller.enqueue(new Uint8Array(65_536).fill(32))
      },
    })
    const answer = await said(
      await editor('PATCH', path(), raw({ headers: json, body: endless, duplex: 'half' } as RequestInit)),
    )
    expect(answer.status).toBe(413)
    expect(sent).toBeLessThan(6 * 1024 * 1024)
  })
})

describe('pictures', () => {
  const send = async (file: File, payload: Doc = { alt: 'x' }, extra: Record<string, string> = {}) => {
    const form = new FormData()
    form.set('_payload', JSON.stringify(payload))
    form.set('file', file)
    for (const [name, value] of Object.entries(extra)) form.set(name, value)
    return said(await editor('POST', '/api/media?locale=en', form))
  }
  const png = async () => new Uint8Array((await picture()).data)

  test('only what is a picture by its bytes is taken', async () => {
    const svg = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
    expect((await send(new File([svg], 'x.svg', { type: 'image/svg+xml' }))).status).toBe(400)
    expect((await send(new File([svg], 'x.png', { type: 'image/png' }))).status).toBe(400)
    expect((await send(new File(['<html></html>'], 'x.html', { type: 'text/html' }))).status).toBe(400)
    expect((await send(new File([], 'x.png', { type: 'image/png' }))).status).toBe(400)
    expect((await send(new File([await png()], 'fine.png', { type: 'image/png' }))).status).toBe(201)
  })

  test('a name never leaves the folder', async () => {
    for (const name of ['../../escape.png', '/etc/escape.png', '..\\escape.png', 'a\u0000.png']) {
      const { status } = await send(new File([await png()], name, { type: 'image/png' }))
      expect([201, 400], name).toContain(status)
    }
    const { docs } = await desk.payload.find({
      collection: 'media',
      draft: true,
      overrideAccess: true,
      limit: 100,
    })
    expect(docs.filter(({ filename }) => /[/\\]|\.\./.test(filename ?? ''))).toEqual([])
  })

  test('60 MiB are refused, and so is a file that is only named', async () => {
    expect(
      (await send(new File([new Uint8Array(61 * 1024 * 1024)], 'big.png', { type: 'image/png' }))).status,
    ).toBe(413)
    const form = new FormData()
    form.set('_payload', '{"alt":"x"}')
    form.set('file', JSON.stringify({ filename: 'x.png', mimeType: 'image/png', size: 1 }))
    expect((await editor('POST', '/api/media?locale=en', form)).status).toBe(400)
    expect(
      (await send(new File([await png()], 'y.png', { type: 'image/png' }), { alt: 'x' }, { other: '1' }))
        .status,
    ).toBe(400)
  })

  test('nothing is fetched from an address', async () => {
    for (const data of [
      { alt: 'x', filename: 'x.png', url: 'http://127.0.0.1:1/x.png' },
      { alt: 'x', url: 'http://169.254.169.254/' },
    ]) {
      const answer = await said(await editor('POST', '/api/media?locale=en', data))
      expect(answer.status).toBe(400)
    }
  })
})

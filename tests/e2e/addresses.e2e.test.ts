import { connect } from 'node:net'
import { describe, expect, inject, test } from 'vitest'

// Addresses of the desk that no browser makes of itself, as they arrive on the wire.

const { serverUrl } = inject('app')

type Answer = { status: number; head: string; body: string }

/** One request with this very target. */
function ask(target: string, accept: string): Promise<Answer> {
  const { hostname, port, host } = new URL(serverUrl)
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    const lines = [
      `GET ${target} HTTP/1.1`,
      `Host: ${host}`,
      `Accept: ${accept}`,
      'Connection: close',
      '',
      '',
    ]
    const socket = connect(Number(port), hostname)
    socket.on('data', (chunk: Buffer) => chunks.push(chunk))
    socket.on('error', reject)
    socket.on('end', () => {
      const [head = '', ...body] = Buffer.concat(chunks).toString('utf8').split('\r\n\r\n')
      resolve({ status: Number(head.split(' ')[1]), head, body: body.join('\r\n\r\n') })
    })
    socket.write(lines.join('\r\n'))
  })
}

describe('an address that is no percent-encoded UTF-8', () => {
  test.each(['%', '%zz', '%ff', '%c0%ae'])('is refused in words: %s', async (wrong) => {
    for (const path of ['/', '/admin/', '/admin/collections/laureates/', '/preview/v1/laureates/']) {
      const page = await ask(`${path}${wrong}?token=CANARY`, 'text/html')
      expect([page.status, page.body.includes('This address cannot be read')], path).toEqual([400, true])
      expect(page.head + page.body).not.toContain('CANARY')
    }
    for (const path of ['/api/', '/api/laureates/', '/preview/v1/laureates/'])
      for (const accept of path.startsWith('/api') ? ['text/html', '*/*'] : ['*/*']) {
        const { status, head, body } = await ask(`${path}${wrong}`, accept)
        expect([status, head.includes('application/problem+json')], path).toEqual([400, true])
        expect(body).toContain('"code":"unreadable_address"')
      }
  })
})

test('an address with a token in it is never redirected', async () => {
  for (const target of [
    '/preview/v1/laureates/ana/?locale=en&token=CANARY',
    '/preview//v1/laureates/ana?token=CANARY',
    '//preview/v1/laureates/ana?token=CANARY',
    '/admin/?token=CANARY',
  ]) {
    const { status, head, body } = await ask(target, 'application/json')
    expect([status, (head + body).includes('CANARY')], target).toEqual([404, false])
    expect(head.toLowerCase()).not.toContain('location:')
  }
  expect((await ask('/admin/', 'text/html')).status).toBe(308)
})

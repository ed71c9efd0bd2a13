import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { addressesOf, isPublic, readAddress, resolveByDns } from './destination'

// Where webhooks do not go, however the address is spelt.

const look = async (text: string, resolved: string[] = [], allowed: string[] = []) => {
  const url = readAddress(text)
  if (!(url instanceof URL)) return url
  return addressesOf(url, { allowed, resolve: () => Promise.resolve(resolved) }, AbortSignal.timeout(1000))
}

const inside = [
  'https://127.0.0.1/',
  'https://127.1/',
  'https://0/',
  'https://0.0.0.0/',
  'https://0x7f000001/',
  'https://0177.0.0.1/',
  'https://2130706433/',
  'https://127.0.0.2/',
  'https://[::1]/',
  'https://[::]/',
  'https://[::ffff:10.0.0.1]/',
  'https://[::ffff:a00:1]/',
  'https://[::10.0.0.1]/',
  'https://[fd00::1]/',
  'https://[fe80::1]/',
  'https://[fec0::1]/',
  'https://[64:ff9b::a00:1]/',
  'https://[64:ff9b:1::a00:1]/',
  'https://[2002:a00:1::]/',
  'https://[2001:db8::1]/',
  'https://[2001::a00:1]/',
  'https://[ff02::1]/',
  'https://10.0.0.1/',
  'https://100.64.0.1/',
  'https://169.254.169.254/latest/meta-data/',
  'https://172.16.0.1/',
  'https://192.0.0.1/',
  'https://192.168.1.1/',
  'https://198.18.0.1/',
  'https://224.0.0.1/',
  'https://240.0.0.1/',
  'https://255.255.255.255/',
]
test.each(inside)('%s is no public address', async (text) => {
  expect(await look(text)).toBe('private')
})

test.each([
  '127.0.0.1',
  '10.1.2.3',
  '169.254.169.254',
  '::1',
  'fd12::1',
  '::ffff:192.168.0.1',
  '64:ff9b::7f00:1',
])(
  'a name that leads to %s is refused, also when it leads to a public address beside it',
  async (address) => {
    expect(await look('https://rebind.example.org/', [address])).toBe('private')
    expect(await look('https://rebind.example.org/', ['93.184.215.14', address])).toBe('private')
  },
)

test.each([
  'http://example.org/',
  'https://example.org:22/',
  'https://example.org:5432/',
  'https://example.org:8443/',
])('%s is refused: https on its own port only', async (text) => {
  expect(await look(text, ['93.184.215.14'])).toBe('not-https')
})

test.each([
  'file:///etc/passwd',
  'gopher://example.org/',
  'unix:/var/run/docker.sock',
  'ftp://example.org/',
  'javascript:alert(1)',
  'example.org',
  '//example.org/',
  'https:/example.org',
  String.raw`https:\\example.org`,
  'https://',
  'https://exämple.org/',
  'https://①②⑦.⓪.⓪.①/',
  'https://example.org/ x',
  'https://example.org/\nHost: x',
  'https://[::1',
  'https://999.1.1.1/',
  `https://example.org/${'x'.repeat(2000)}`,
])('%s is no address for a webhook', (text) => {
  expect(readAddress(text)).toBe('not-an-address')
})

test.each(['https://user@example.org/', 'https://user:word@example.org/', 'https://example.org@127.0.0.1/'])(
  '%s holds a name or a password',
  (text) => {
    expect(readAddress(text)).toBe('with-password')
  },
)

test.each(['https://localhost/', 'https://localhost./', 'https://metadata.google.internal/'])(
  '%s leads to nothing that may be reached',
  async (text) => {
    expect(['not-found', 'private']).toContain(await look(text))
    expect(await look(text, ['127.0.0.1'])).toBe('private')
  },
)

test('a public address is what it is, and what follows “#” is nobody’s business', async () => {
  expect(
    await look('https://example.org/hook?token=x#part', ['93.184.215.14', '2606:2800:21f:cb07::1']),
  ).toEqual(['93.184.215.14', '2606:2800:21f:cb07::1'])
  expect(String(readAddress('https://EXAMPLE.org/hook?token=x#part'))).toBe(
    'https://example.org/hook?token=x',
  )
  expect(await look('https://93.184.215.14/')).toEqual(['93.184.215.14'])
})

test('networks that are allowed may be reached by http and on any port; nothing else by that', async () => {
  const allowed = ['127.0.0.0/8', '::1/128']
  expect(await look('http://127.0.0.1:3999/hook', [], allowed)).toEqual(['127.0.0.1'])
  expect(await look('http://[::1]:3999/hook', [], allowed)).toEqual(['::1'])
  expect(await look('http://10.0.0.1:3999/hook', [], allowed)).toBe('private')
  expect(await look('http://example.org/', ['93.184.215.14'], allowed)).toBe('not-https')
  expect(await look('http://mixed.example.org/', ['127.0.0.1', '93.184.215.14'], allowed)).toBe('not-https')
})

test('no address of a private IPv4 network is public, however it is wrapped', () => {
  const octet = fc.integer({ min: 0, max: 255 })
  const privates = fc.oneof(
    fc.tuple(fc.constant(10), octet, octet, octet),
    fc.tuple(fc.constant(127), octet, octet, octet),
    fc.tuple(fc.constant(172), fc.integer({ min: 16, max: 31 }), octet, octet),
    fc.tuple(fc.constant(192), fc.constant(168), octet, octet),
    fc.tuple(fc.constant(169), fc.constant(254), octet, octet),
  )
  fc.assert(
    fc.property(privates, (parts) => {
      const address = parts.join('.')
      const hex = Buffer.from(parts).toString('hex')
      const tail = `${hex.slice(0, 4)}:${hex.slice(4)}`
      for (const wrapped of [
        address,
        `::ffff:${address}`,
        `::ffff:${tail}`,
        `::${tail}`,
        `64:ff9b::${tail}`,
        `2002:${tail}::`,
      ])
        expect({ wrapped, isPublic: isPublic(wrapped) }).toEqual({ wrapped, isPublic: false })
    }),
  )
})

test('a name that nobody has is not found', async () => {
  expect(
    await look(
      'https://no-such-name.invalid/',
      await resolveByDns('no-such-name.invalid', AbortSignal.timeout(50)),
    ),
  ).toBe('not-found')
})

import { expect, test } from 'vitest'
import { addressOf, prefixOf } from './network'

test.each([
  ['203.0.113.77', '203.0.113.0/24'],
  ['::ffff:203.0.113.77', '203.0.113.0/24'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:DB8:0001:2::1', '2001:db8:1:2::/64'],
  ['2001:db8::1', '2001:db8:0:0::/64'],
  ['::1', '0:0:0:0::/64'],
  ['fe80::1%eth0', 'fe80:0:0:0::/64'],
  ['', 'unknown'],
  ['nonsense', 'unknown'],
])('%s is in %s', (address, prefix) => {
  expect(prefixOf(address)).toBe(prefix)
})

test.each([
  ['nobody is trusted', 0, '10.0.0.1', '192.0.2.1'],
  ['one proxy wrote it', 1, '10.0.0.1', '10.0.0.1'],
  ['the sender wrote the rest', 1, '1.1.1.1, 10.0.0.1', '10.0.0.1'],
  ['two proxies', 2, '1.1.1.1, 10.0.0.1, 10.0.0.2', '10.0.0.1'],
  ['more proxies are trusted than there are', 2, '10.0.0.1', '192.0.2.1'],
  ['with a port', 1, '10.0.0.1:4711', '10.0.0.1'],
  ['with a port, IPv6', 1, '[2001:db8::1]:4711', '2001:db8::1'],
  ['no address', 1, 'unknown', '192.0.2.1'],
  ['nothing', 1, '', '192.0.2.1'],
] as const)('which address counts: %s', (...[, trusted, forwarded, address]) => {
  expect(addressOf('192.0.2.1', forwarded, trusted)).toBe(address)
})

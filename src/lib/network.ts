import { isIP } from 'node:net'
import { deskEnv } from './env'
import { peerHeader } from './peer-address'

// Who comes from where. A home or an office is a /24 (IPv4) or a /64 (IPv6); single addresses are changed at will.

/**
 * The network from which this request comes, such as `203.0.113.0/24` or `2001:db8:1:2::/64`. The address is the
 * connection's; with TRUSTED_PROXIES=n it is what the n-th of our proxies saw, counted from the right of
 * X-Forwarded-For. What stands further left is written by whoever sent the request and is never read.
 */
export const networkOf = (headers: Headers): string =>
  prefixOf(
    addressOf(
      headers.get(peerHeader()) ?? '',
      headers.get('x-forwarded-for') ?? '',
      deskEnv().TRUSTED_PROXIES,
    ),
  )

/** Whether somebody else than the sender seems to have sent this on: then everybody counts as that one network. */
export function isForwardedUnasked(headers: Headers): boolean {
  const forwarded = headers.get('x-forwarded-for')
  return deskEnv().TRUSTED_PROXIES === 0 && forwarded !== null && forwarded !== headers.get(peerHeader())
}

/** The address that counts: the connection's `peer`, or the entry that the outermost trusted proxy added. */
export function addressOf(peer: string, forwarded: string, trustedProxies: number): string {
  const entries = forwarded.split(',').map((entry) => withoutPort(entry.trim()))
  const seen = trustedProxies === 0 ? undefined : entries.at(-trustedProxies)
  return seen !== undefined && isIP(seen) !== 0 ? seen : peer
}

// Some proxies write `192.0.2.1:4711` or `[2001:db8::1]:4711`.
function withoutPort(entry: string): string {
  const bracketed = /^\[([^\]]+)\](?::\d+)?$/.exec(entry)?.[1]
  if (bracketed !== undefined) return bracketed
  return /^[\d.]+:\d+$/.test(entry) ? (entry.split(':')[0] ?? '') : entry
}

/** The /24 or /64 of an address; `unknown` when it is none. */
export function prefixOf(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1] ?? address
  if (isIP(mapped) === 4) return `${mapped.split('.').slice(0, 3).join('.')}.0/24`
  if (isIP(mapped) !== 6) return 'unknown'
  const groups = expand(mapped.split('%', 1)[0] ?? '')
  return `${groups.slice(0, 4).join(':')}::/64`
}

function expand(address: string): string[] {
  const [head = '', tail] = address.split('::')
  const left = head === '' ? [] : head.split(':')
  const right = tail === undefined || tail === '' ? [] : tail.split(':')
  const groups = tail === undefined ? left : [...left, ...zeros(8 - left.length - right.length), ...right]
  return groups.map((group) => Number.parseInt(group, 16).toString(16))
}

const zeros = (count: number): string[] => Array.from({ length: Math.max(count, 0) }, () => '0')

import { Resolver } from 'node:dns/promises'
import { isIP } from 'node:net'
import ipaddr from 'ipaddr.js'

// Where a webhook may go. A name is resolved once, each of its addresses is looked at, and the connection goes to one of
// these and no other: what the name says a moment later does not matter.

/** Why nothing is sent there. */
export type Trouble = 'not-an-address' | 'not-https' | 'with-password' | 'not-found' | 'private'
type Resolve = (host: string, signal: AbortSignal) => Promise<string[]>
/** Networks (CIDR) that may be reached although they are not public, by http and on any port. */
export type Reach = { allowed: readonly string[]; resolve: Resolve }

const longest = 2000

/** The address that somebody typed. Nothing is asked of the network. */
export function readAddress(text: string): URL | Trouble {
  // Letters of other scripts could look like a name that they are not, or turn into digits.
  if (text.length > longest || !/^https?:\/\/[\x21-\x7e]+$/i.test(text) || text.includes('\\'))
    return 'not-an-address'
  if (!URL.canParse(text)) return 'not-an-address'
  const url = new URL(text)
  url.hash = ''
  return url.username === '' && url.password === '' ? url : 'with-password'
}

/** The IP addresses behind `url`, all of which may be reached; or why not. */
export async function addressesOf(
  url: URL,
  { allowed, resolve }: Reach,
  signal: AbortSignal,
): Promise<string[] | Trouble> {
  const isSafe = url.protocol === 'https:' && url.port === ''
  if (!isSafe && allowed.length === 0) return 'not-https'
  const host = url.hostname.replace(/^\[(.*)\]$/, '$1')
  const found = isIP(host) === 0 ? await resolve(host, signal) : [host]
  if (found.length === 0) return 'not-found'
  const shut = found.filter((address) => !isIn(allowed, address))
  if (shut.some((address) => !isPublic(address))) return 'private'
  return shut.length > 0 && !isSafe ? 'not-https' : found
}

/** Whether the whole internet can reach this IP address, as far as its kind tells. */
export function isPublic(address: string): boolean {
  if (!ipaddr.isValid(address)) return false
  const parsed = ipaddr.process(address)
  if (parsed.range() !== 'unicast') return false
  // What else ipaddr.js calls unicast outside of 2000::/3 was never given out, or leads to IPv4 by old ways.
  return parsed.kind() === 'ipv4' || parsed.match(ipaddr.parseCIDR('2000::/3'))
}

function isIn(networks: readonly string[], address: string): boolean {
  if (!ipaddr.isValid(address)) return false
  const parsed = ipaddr.process(address)
  return networks.some((network) => {
    const [base, bits] = ipaddr.parseCIDR(network)
    return base.kind() === parsed.kind() && parsed.match(base, bits)
  })
}

/**
 * The addresses of a name by DNS; none when there are none. Asks the name servers itself: the resolver of the operating
 * system answers in four threads that everything else needs too, and one slow name would hold them up.
 */
export async function resolveByDns(host: string, signal: AbortSignal): Promise<string[]> {
  const resolver = new Resolver({ timeout: 2500, tries: 2 })
  const stop = () => resolver.cancel()
  signal.addEventListener('abort', stop, { once: true })
  const answers = await Promise.allSettled([resolver.resolve4(host), resolver.resolve6(host)])
  signal.removeEventListener('abort', stop)
  return answers.flatMap((answer) => (answer.status === 'fulfilled' ? answer.value : []))
}

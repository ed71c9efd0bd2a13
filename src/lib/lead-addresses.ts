import { subscribe } from 'node:diagnostics_channel'
import type { IncomingMessage } from 'node:http'

// Two kinds of addresses that Next answers badly before any of our routes is asked. A path that is no percent-encoded UTF-8
// is a 500. A path with one slash too many is redirected, and its whole query goes into the `Location`: into histories and
// into the logs of proxies. Node announces each request before Next sees it (see peer-address.ts); there such an
// address is exchanged for one of ours.

type Ways = {
  /** Where an address leads that nobody can read: the same for programs and for people. */
  unreadable: { programs: string; people: string }
  /** Where nothing is, for an address that holds a secret and would be redirected. */
  absent: string
  /** The paths of programs, and those that hold secrets. */
  programs: string
  secrets: string
  /** A parameter that is a secret wherever it stands. */
  secret: string
}

/** What Next gets to see instead of this target of a request; most are as they were. */
export function ledAddress(target: string, ways: Ways): string {
  const [path = '', query = ''] = target.split(/\?(.*)/s)
  const straight = path.replaceAll(/[/\\]+/g, '/')
  if (!isReadable(path))
    return straight.startsWith(ways.programs) ? ways.unreadable.programs : ways.unreadable.people
  const isRedirected = straight !== path || (path.length > 1 && path.endsWith('/'))
  const isSecret = straight.startsWith(ways.secrets) || new URLSearchParams(query).has(ways.secret)
  return isRedirected && isSecret ? ways.absent : target
}

function isReadable(path: string): boolean {
  try {
    decodeURIComponent(path)
    return true
  } catch {
    return false
  }
}

/** From now on every request to this process is led so. */
export function leadAddresses(ways: Ways): void {
  subscribe('http.server.request.start', (message) => {
    const { request } = message as { request: IncomingMessage }
    request.url = ledAddress(request.url ?? '/', ways)
  })
}

// Which content coding an answer is sent in (RFC 9110, section 12.5.3).

export type Coding = 'br' | 'gzip' | 'identity'

const remembered = new Map<string, Coding>()
const mostRemembered = 200

/** The best of br, gzip and identity that the header accepts. What cannot be read counts as identity. */
export function negotiateCoding(header: string | undefined): Coding {
  if (header === undefined) return 'identity'
  const known = remembered.get(header)
  if (known !== undefined) return known
  const coding = choose(header)
  if (remembered.size < mostRemembered && header.length < 200) remembered.set(header, coding)
  return coding
}

function choose(header: string): Coding {
  const weights = new Map<string, number>()
  for (const part of header.slice(0, 1000).toLowerCase().split(',')) {
    const [name = '', ...parameters] = part.split(';').map((piece) => piece.trim())
    weights.set(name === 'x-gzip' ? 'gzip' : name, weightOf(parameters))
  }
  const weigh = (name: string, otherwise: number) => weights.get(name) ?? otherwise
  const others = weigh('*', 0)
  const [br, gzip] = [weigh('br', others), weigh('gzip', others)]
  const best = Math.max(br, gzip)
  if (best <= 0 || best < weigh('identity', 0)) return 'identity'
  return br === best ? 'br' : 'gzip'
}

function weightOf(parameters: readonly string[]): number {
  const given = parameters.find((parameter) => parameter.startsWith('q='))
  if (given === undefined) return 1
  return /^q=(?:0(?:\.\d{0,3})?|1(?:\.0{0,3})?)$/.test(given) ? Number(given.slice(2)) : 0
}

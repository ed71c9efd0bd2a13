import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import { sha256 } from '@/lib/hash'
import type { Problem } from '@/contract'
import type { Coding } from './negotiate-coding'
import { wholeWorld } from './changes'

// An answer, ready to be sent: all header lines and all bytes are made once.

/**
 * What is sent in one content coding: header lines, an empty line and the body, in one piece. The lines that go into a 304
 * as well are the last ones, from `commonAt` on: those that RFC 9110, section 15.4.5, asks for, and who may read it.
 */
export type Variant = { etag: string; bytes: Buffer; commonAt: number; bodyAt: number }

export type Entry = {
  status: number
  /** Whole seconds since 1970; NaN where the answer has no date. */
  modifiedAt: number
  identity: Variant
  br: Variant | undefined
  gzip: Variant | undefined
  isCompressible: boolean
  type: string
  /** Neither caches nor this process may hold it. */
  isOfThisMoment: boolean
  /** The parts of the public world that it was made from, by name. */
  dependsOn: readonly string[]
  /** The generation of memory in which none of them had changed. */
  seenAt: number
  /** Where it is in the file of what left memory; -1 where it is not. */
  spilledAt: number
  /** Asked for since memory last looked. */
  isUsed: boolean
}

export type Answer = {
  /** JSON where it is not given. */
  type?: string
  body: string | Buffer
  modifiedAt: Date | null
  /** Empty where the answer is in no language. */
  contentLanguage: string
  /** Link header values. */
  links: readonly string[]
  /** Ids of public resources, or the name of a list. */
  tags: readonly string[]
  contentLocation?: string
  /** A header of the request, besides Accept-Encoding, that the answer depends on. */
  vary?: string
  /** Where the answer is a file to be saved: its name, ASCII without quotes. */
  fileName?: string
  /** The parts of the public world that it was made from; all of it where they are not given. */
  dependsOn?: readonly string[]
}

// Constant: a time to live that shrinks towards an hour would announce it. Browsers ask again each time,
// because a shared-cache lifetime alone lets them guess one from Last-Modified.
export const cacheControl = {
  success: 'public, max-age=0, s-maxage=30, stale-while-revalidate=60, stale-if-error=86400',
  absent: 'public, max-age=0, s-maxage=5',
  never: 'no-store',
  // A page shows many pictures: browsers may keep one for five minutes without asking.
  file: 'public, max-age=300, s-maxage=30, stale-while-revalidate=60, stale-if-error=86400',
} as const

const readers = ['Access-Control-Allow-Origin: *', 'Access-Control-Expose-Headers: *']

/** On every answer: who may read it, and that nobody runs it. Lines. */
export const protection = [...readers, ...protectionWith('')]

// `policy`: what the Content-Security-Policy says besides, ending with a semicolon.
function protectionWith(policy: string): string[] {
  return [
    'X-Content-Type-Options: nosniff',
    `Content-Security-Policy: default-src 'none'; ${policy}frame-ancestors 'none'`,
  ]
}

const pageProtection = (styles: string): string[] =>
  protectionWith(`style-src ${styles}; base-uri 'none'; form-action 'none'; `)

const smallestCompressed = 1024

/** The entry of a successful answer. */
export function successEntry(answer: Answer): Entry {
  const modifiedAt = answer.modifiedAt ? Math.floor(answer.modifiedAt.getTime() / 1000) : Number.NaN
  const common = [
    `Cache-Control: ${cacheControl.success}`,
    ...lineIf('Content-Location', answer.contentLocation),
    ...lineIf('Vary', answer.vary),
  ]
  const shared = [
    ...(answer.contentLanguage === '' ? [] : [`Content-Language: ${answer.contentLanguage}`]),
    ...(Number.isNaN(modifiedAt) ? [] : [`Last-Modified: ${new Date(modifiedAt * 1000).toUTCString()}`]),
    ...(answer.links.length > 0 ? [`Link: ${answer.links.join(', ')}`] : []),
    ...(answer.tags.length > 0 ? [`Cache-Tag: ${answer.tags.join(',')}`] : []),
    ...lineIf('Content-Disposition', answer.fileName && `attachment; filename="${answer.fileName}"`),
  ]
  const { type = 'application/json', body, dependsOn = [wholeWorld] } = answer
  return makeEntry({ status: 200, type, common, shared, modifiedAt, dependsOn }, body)
}

const lineIf = (name: string, value: string | undefined): string[] => (value ? [`${name}: ${value}`] : [])

/** The entry of a refusal: absence may be held for seconds, the rest never. `headers` are lines. */
export function problemEntry(refusal: { details: Problem; headers: readonly string[] }): Entry {
  const { status } = refusal.details
  const isAbsence = status === 404 || status === 410
  const caching = isAbsence ? cacheControl.absent : cacheControl.never
  return makeEntry(
    {
      status,
      type: 'application/problem+json',
      common: [`Cache-Control: ${caching}`],
      shared: refusal.headers,
      isOfThisMoment: !isAbsence,
    },
    JSON.stringify(refusal.details),
  )
}

type Message = { status: number; type: string; body: string }

/** The entry of a refusal in a form of its own. */
export const messageEntry = ({ status, type, body }: Message): Entry =>
  makeEntry({ status, type, common: [`Cache-Control: ${cacheControl.never}`], isOfThisMoment: true }, body)

/** The entry of a former address: the same query at the new one. */
export function redirectEntry(location: string): Entry {
  const common = [`Cache-Control: ${cacheControl.absent}`]
  return makeEntry({ status: 308, type: '', common, shared: [`Location: ${location}`] }, '')
}

/** An entry without conditions, for what is about the process itself. */
export function plainEntry(body: string, caching: keyof typeof cacheControl): Entry {
  return makeEntry(
    {
      status: 200,
      type: 'application/json',
      common: [`Cache-Control: ${cacheControl[caching]}`],
      isOfThisMoment: caching === 'never',
      dependsOn: [],
    },
    body,
  )
}

/** The entry of a page for people that was made with the program, styled with nothing but `styles`. */
export function pageEntry(body: string, styles: string): Entry {
  const common = [`Cache-Control: ${cacheControl.success}`]
  const shared = ['Content-Language: en']
  return makeEntry(
    { status: 200, type: 'text/html; charset=utf-8', common, shared, dependsOn: [], styles },
    body,
  )
}

type Facts = Pick<Entry, 'status' | 'type'> & {
  /** Header lines of the answer and of its 304. */
  common: readonly string[]
  /** Header lines of the answer alone that do not depend on the coding. */
  shared?: readonly string[]
  modifiedAt?: number
  isOfThisMoment?: boolean
  dependsOn?: readonly string[]
  styles?: string
}

function makeEntry(facts: Facts, body: string | Buffer): Entry {
  const { status, type, modifiedAt = Number.NaN, isOfThisMoment = false } = facts
  const shared = lineBlock([
    ...(facts.shared ?? []),
    ...(facts.styles === undefined ? protectionWith('') : pageProtection(facts.styles)),
  ])
  const common = lineBlock(['Vary: Accept-Encoding', ...facts.common, ...readers])
  const identity = makeVariant({ status, type, shared, common, coding: 'identity' }, body)
  return {
    status,
    modifiedAt,
    identity,
    br: undefined,
    gzip: undefined,
    isCompressible: status === 200 && identity.bytes.length - identity.bodyAt >= smallestCompressed,
    type,
    isOfThisMoment,
    dependsOn: facts.dependsOn ?? [wholeWorld],
    seenAt: -1,
    spilledAt: -1,
    isUsed: false,
  }
}

const lineBlock = (lines: readonly string[]): string => lines.map((line) => `${line}\r\n`).join('')

type Head = { status: number; type: string; shared: string; common: string; coding: Coding }

// A buffer of its own, never a piece of a shared one: what memory drops is then free.
function makeVariant({ status, type, shared, common, coding }: Head, body: string | Buffer): Variant {
  const length = Buffer.byteLength(body)
  const own = lineBlock([
    ...(type === '' ? [] : [`Content-Type: ${type}`]),
    `Content-Length: ${length}`,
    ...(coding === 'identity' ? [] : [`Content-Encoding: ${coding}`]),
  ])
  const commonAt = own.length + shared.length
  const bodyAt = commonAt + (status === 200 ? etagLine.length : 0) + common.length + 2
  const bytes = Buffer.allocUnsafeSlow(bodyAt + length)
  if (typeof body === 'string') bytes.write(body, bodyAt)
  else body.copy(bytes, bodyAt)
  const etag = `"${sha256(bytes.subarray(bodyAt))}"`
  const tagged = status === 200 ? `ETag: ${etag}\r\n` : ''
  bytes.write(`${own}${shared}${tagged}${common}\r\n`, 0, 'latin1')
  return { etag, bytes, commonAt, bodyAt }
}

const etagLine = `ETag: "${sha256('')}"\r\n`

export const bodyOf = ({ bytes, bodyAt }: Variant): Buffer => bytes.subarray(bodyAt)

/** The header lines as a flat list: name, value, name, value. */
export const headOf = ({ bytes, bodyAt }: Variant): string[] => readLines(bytes.toString('latin1', 0, bodyAt))
export const notModifiedHeadOf = (variant: Variant): string[] => readLines(notModifiedLines(variant))

/** The header lines of a 304, with the empty line. */
export const notModifiedLines = ({ bytes, commonAt, bodyAt }: Variant): string =>
  bytes.toString('latin1', commonAt, bodyAt)

const readLines = (block: string): string[] =>
  block.split('\r\n').flatMap((line) => {
    const colon = line.indexOf(': ')
    return colon < 0 ? [] : [line.slice(0, colon), line.slice(colon + 2)]
  })

/** The same entry with bytes of its own. */
export const copyEntry = (entry: Entry): Entry => ({
  ...entry,
  identity: copyVariant(entry.identity),
  br: entry.br && copyVariant(entry.br),
  gzip: entry.gzip && copyVariant(entry.gzip),
})

function copyVariant(variant: Variant): Variant {
  const bytes = Buffer.allocUnsafeSlow(variant.bytes.length)
  variant.bytes.copy(bytes)
  return { ...variant, bytes }
}

const compressors = {
  br: (body: Buffer) =>
    promisify(brotliCompress)(body, {
      params: { [constants.BROTLI_PARAM_QUALITY]: 5, [constants.BROTLI_PARAM_SIZE_HINT]: body.length },
    }),
  gzip: (body: Buffer) => promisify(gzip)(body, { level: 6 }),
}

/** The same entry with one more coding. */
export async function withCoding(entry: Entry, coding: 'br' | 'gzip'): Promise<Entry> {
  const { status, type, identity } = entry
  const body = await compressors[coding](bodyOf(identity))
  const { bytes, commonAt } = identity
  // Without the length of the body, and without the entity tag and the empty line.
  const shared = bytes.toString(
    'latin1',
    bytes.indexOf('\r\n', bytes.indexOf('Content-Length: ')) + 2,
    commonAt,
  )
  const common = notModifiedLines(identity).slice(etagLine.length, -2)
  return { ...entry, spilledAt: -1, [coding]: makeVariant({ status, type, shared, common, coding }, body) }
}

// Bytes beside those of the answer: the objects around it, its entity tag, its place in memory. Measured.
const overhead = 1000

/** Bytes that an entry occupies in memory with its key, roughly. */
export function sizeOf(target: string, { identity, br, gzip: gz, dependsOn }: Entry): number {
  return overhead + target.length + 8 * dependsOn.length + identity.bytes.length + extra(br) + extra(gz)
}

const extra = (variant: Variant | undefined): number => (variant ? variant.bytes.length + 400 : 0)

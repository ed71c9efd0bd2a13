import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import { sha256 } from '@/lib/hash'
import type { Problem } from '@/contract'
import type { Coding } from './negotiate-coding'

// An answer, ready to be sent: all header lines and all bytes are made once.

/** What is sent in one content coding. Header lists are flat: name, value, name, value. */
export type Variant = { etag: string; head: string[]; notModified: string[]; body: Buffer }

export type Entry = {
  status: number
  /** Whole seconds since 1970; NaN where the answer has no date. */
  modifiedAt: number
  identity: Variant
  br?: Variant
  gzip?: Variant
  isCompressible: boolean
  /** Header lines that do not depend on the coding. */
  shared: readonly string[]
  type: string
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
  /** Where the answer is a file to be saved: its name, ASCII without quotes. */
  fileName?: string
}

// Constant: a time to live that shrinks towards an hour would announce it. Browsers ask again each time,
// because a shared-cache lifetime alone lets them guess one from Last-Modified.
export const cacheControl = {
  success: 'public, max-age=0, s-maxage=30, stale-while-revalidate=60, stale-if-error=86400',
  absent: 'public, max-age=0, s-maxage=5',
  never: 'no-store',
} as const

const protection = [
  'Access-Control-Allow-Origin',
  '*',
  'X-Content-Type-Options',
  'nosniff',
  'Content-Security-Policy',
  "default-src 'none'; frame-ancestors 'none'",
]

const smallestCompressed = 1024

/** The entry of a successful answer. */
export function successEntry(answer: Answer): Entry {
  const modifiedAt = answer.modifiedAt ? Math.floor(answer.modifiedAt.getTime() / 1000) : Number.NaN
  const shared = [
    'Cache-Control',
    cacheControl.success,
    ...(answer.contentLanguage === '' ? [] : ['Content-Language', answer.contentLanguage]),
    ...(Number.isNaN(modifiedAt) ? [] : ['Last-Modified', new Date(modifiedAt * 1000).toUTCString()]),
    ...(answer.links.length > 0 ? ['Link', answer.links.join(', ')] : []),
    ...(answer.tags.length > 0 ? ['Cache-Tag', answer.tags.join(',')] : []),
    ...(answer.contentLocation === undefined ? [] : ['Content-Location', answer.contentLocation]),
    ...(answer.fileName === undefined
      ? []
      : ['Content-Disposition', `attachment; filename="${answer.fileName}"`]),
  ]
  const { type = 'application/json', body } = answer
  return makeEntry({ status: 200, type, shared, modifiedAt }, Buffer.from(body))
}

/** The entry of a refusal: absence may be held for seconds, the rest never. */
export function problemEntry(refusal: { details: Problem; headers: readonly string[] }): Entry {
  const { status } = refusal.details
  const caching = status === 404 || status === 410 ? cacheControl.absent : cacheControl.never
  const shared = ['Cache-Control', caching, ...refusal.headers]
  return makeEntry(
    { status, type: 'application/problem+json', shared, modifiedAt: Number.NaN },
    Buffer.from(JSON.stringify(refusal.details)),
  )
}

/** The entry of a former address: the same query at the new one. */
export function redirectEntry(location: string): Entry {
  const shared = ['Cache-Control', cacheControl.absent, 'Location', location]
  return makeEntry({ status: 308, type: '', shared, modifiedAt: Number.NaN }, Buffer.alloc(0))
}

/** An entry without conditions or caching, for what is about the process itself. */
export function plainEntry(body: Buffer, caching: keyof typeof cacheControl): Entry {
  const shared = ['Cache-Control', cacheControl[caching]]
  return makeEntry({ status: 200, type: 'application/json', shared, modifiedAt: Number.NaN }, body)
}

type Facts = Pick<Entry, 'status' | 'type' | 'shared' | 'modifiedAt'>

function makeEntry(facts: Facts, body: Buffer): Entry {
  const isCompressible = facts.status === 200 && body.length >= smallestCompressed
  return { ...facts, isCompressible, identity: makeVariant(facts, body, 'identity') }
}

function makeVariant({ status, type, shared }: Facts, body: Buffer, coding: Coding): Variant {
  const etag = `"${sha256(body)}"`
  const common = [
    ...(status === 200 ? ['ETag', etag] : []),
    'Vary',
    'Accept-Encoding',
    ...shared,
    ...protection,
  ]
  const head = [
    ...(type === '' ? [] : ['Content-Type', type]),
    'Content-Length',
    String(body.length),
    ...(coding === 'identity' ? [] : ['Content-Encoding', coding]),
    ...common,
  ]
  return { etag, head, notModified: common, body }
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
  const body = await compressors[coding](entry.identity.body)
  return { ...entry, [coding]: makeVariant(entry, body, coding) }
}

const overhead = 600

/** Bytes that an entry occupies in memory, roughly. */
export function sizeOf(entry: Entry): number {
  const variants = [entry.identity, entry.br, entry.gzip].filter((variant) => variant !== undefined)
  return variants.reduce((sum, { body, head }) => sum + body.length + 2 * head.join('').length, overhead)
}

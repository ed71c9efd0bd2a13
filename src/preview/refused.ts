import { problem } from '@/contract'

// One answer for everything that is not shown: what is forged, over, another person's, or never was.

export const headers = {
  'Cache-Control': 'no-store',
  'X-Robots-Tag': 'noindex, nofollow',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Content-Security-Policy':
    "default-src 'none'; img-src 'self'; style-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
} as const

const problemType = 'application/problem+json'

export const absent = problem('not-found', { detail: 'Nothing is at this address.' })
export const busy = problem('unavailable', {
  detail: 'Too much is going on at this moment. Please ask again in a few seconds.',
})
export const internal = problem('internal', {
  detail: 'The answer could not be made. The reason is in the log of the server.',
})
export const onlyRead = problem('method-not-allowed', {
  detail: 'A preview is for reading: GET and HEAD.',
  allowed: ['GET', 'HEAD'],
})

export type Told = { status: number; type: string; body: string | Buffer; more?: Record<string, string> }

export const problemAnswer = (details: { status: number }, more: Record<string, string> = {}): Told => ({
  status: details.status,
  type: problemType,
  body: JSON.stringify(details),
  more,
})

import { STATUS_CODES } from 'node:http'
import type { Refusal } from '@/lib/errors'
import type { ScreenLanguage } from '@/lib/sentence'
import { tellRefusal } from '@/lib/told-refusal'
import { isRow, type Row } from './known-fields'

// One shape for every "no" of REST: a problem of RFC 9457 that carries Payload's `errors` along, because its screens
// read those.

type Told = { message: string; name: string; data?: unknown }

/** Payload's form reads an answer as JSON only where its type contains these letters. */
const readByForms = 'application/json'
// Readers pass over parameters of a media type that they do not know (RFC 2045, 5.).
const mediaType = `application/problem+json; also="${readByForms}"`

/** The refusal as a response, in the language of the reader. */
export function refusalProblem(refusal: Refusal, language: ScreenLanguage): Response {
  const { message, data } = tellRefusal(refusal, language)
  return respond({ status: refusal.status, errors: [{ message, name: 'Refusal', data }] })
}

/** The same answer; from status 400 on as a problem. Members that it has of its own stay. */
export async function problemOf(response: Response): Promise<Response> {
  if (response.status < 400) return response
  const { errors, message, ...own } = await readRow(response)
  const told =
    Array.isArray(errors) && errors.length > 0 ? errors : [{ message: message ?? phrase(response.status) }]
  return respond({ status: response.status, own, errors: told.map(tell), from: response.headers })
}

async function readRow(response: Response): Promise<Row> {
  try {
    const body: unknown = await response.json()
    return isRow(body) ? body : {}
  } catch {
    return {}
  }
}

function tell(error: unknown): Told {
  const { message, name, data } = isRow(error) ? error : {}
  return {
    message: typeof message === 'string' ? message : '',
    name: typeof name === 'string' ? name : 'Error',
    ...(data === undefined ? {} : { data }),
  }
}

const phrase = (status: number): string => STATUS_CODES[status] ?? 'Error'

type Parts = { status: number; own?: Row; errors: Told[]; from?: Headers }

function respond({ status, own, errors, from }: Parts): Response {
  const [first] = errors
  const data = isRow(first?.data) ? first.data : {}
  const { code } = data
  const problem = {
    ...own,
    type:
      typeof code === 'string'
        ? `urn:problem-type:laureate-desk:${code.replaceAll('_', '-')}`
        : 'about:blank',
    title: phrase(status),
    status,
    detail: first === undefined ? '' : inOnePiece(first).message,
    ...(typeof code === 'string' ? { code } : {}),
    ...forNotice(first),
    errors: errors.map(inOnePiece),
  }
  const headers = new Headers(from)
  for (const name of ['content-length', 'content-encoding']) headers.delete(name)
  headers.set('Content-Type', mediaType)
  const wait = waitOf(data)
  if (wait !== undefined) headers.set('Retry-After', wait)
  return new Response(JSON.stringify(problem), { status, headers })
}

// The notice of Payload's forms shows `message` as it stands. It makes a list of what `errors` says: split at the commas
// behind the first colon. Only `errors` mark the fields that they name, and only where `message` is missing.
const marksFields = (error: Told | undefined): boolean =>
  isRow(error?.data) && Array.isArray(error.data['errors'])

const forNotice = (first: Told | undefined): Row =>
  first === undefined || marksFields(first) ? {} : { message: first.message }

const inOnePiece = (error: Told): Told =>
  marksFields(error) ? { ...error, message: error.message.replaceAll(': ', ' – ') } : error

/** Seconds, of a refusal that says when to come back. */
function waitOf({ details }: Row): string | undefined {
  const wait = isRow(details) ? details['retryAfter'] : undefined
  return typeof wait === 'number' ? String(wait) : undefined
}

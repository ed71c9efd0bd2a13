import { executeAuthStrategies, type Payload } from 'payload'
import { contentCollections } from '@/access'
import { appendAudit, tally, type AuditEntry } from '@/audit'
import { networkOf } from '@/lib/network'
import { poolOf } from '@/lib/postgres'
import { inEach, inLanguage } from '@/lib/sentence'
import { toldRefusal } from '@/lib/told-refusal'
import { isRow } from './known-fields'

// What people were refused, and sign-ins that failed. The transaction of a refused request is gone, so these are
// written on a connection of their own, before the answer leaves.

type Answered = {
  request: Request
  response: Response
  /** The address with which someone tried to sign in. */
  address: string | undefined
}

const byRule = new Set([401, 403, 409, 429])
const longestAddress = 254
// What is no address may be a password in the wrong field.
const emailShape = /^\s*[^\s@]+@[^\s@]+\.[^\s@]+\s*$/
const minute = 60_000

/** Adds a refusal by a rule to the log. Never throws: an answer is not held back because the log cannot be written. */
export async function recordRefusal(payload: Payload, answered: Answered): Promise<void> {
  try {
    await (answered.address === undefined
      ? recordRefused(payload, answered)
      : recordFailedSignIn(payload, answered))
  } catch (error) {
    payload.logger.error({ err: error, msg: 'A refusal could not be written to the log.' })
  }
}

type Count = ReturnType<typeof tally>
let counts: { refused: Count; known: Count; unknown: Count } | undefined

function countsOf(payload: Payload): NonNullable<typeof counts> {
  const write = (entry: AuditEntry) => appendAudit(poolOf(payload), entry)
  const onLost = (error: unknown) => payload.logger.error({ err: error, msg: 'The log lost a count.' })
  const count = (atMost: number) => tally({ everyMs: minute, atMost, write, onLost })
  // There are only so many people; addresses can be made up without end.
  counts ??= { refused: count(30), known: count(Infinity), unknown: count(60) }
  return counts
}

async function recordRefused(payload: Payload, { request, response }: Answered): Promise<void> {
  if (!byRule.has(response.status)) return
  const { user } = await executeAuthStrategies({ headers: request.headers, payload })
  if (!user) return
  const { code, detail } = await readProblem(response)
  const { pathname } = new URL(request.url)
  const said = await toldRefusal()
  await countsOf(payload).refused({
    group: user.id,
    key: `${code} ${request.method} ${pathname}`,
    entry: {
      action: 'refused',
      person: user.id,
      ...targetOf(pathname),
      reason: said ? inLanguage(said, 'en') : detail,
      details: {
        code,
        status: response.status,
        method: request.method,
        path: pathname.slice(0, 300),
        ...(said ? { said: inEach((language) => inLanguage(said, language)) } : {}),
      },
    },
  })
}

async function recordFailedSignIn(
  payload: Payload,
  { request, response, address = '' }: Answered,
): Promise<void> {
  if (response.status < 400) return
  const given = emailShape.test(address) ? address.slice(0, longestAddress) : ''
  const { rows } = await poolOf(payload).query<{ id: string }>(
    'select id from public.users where email = $1',
    [given.toLowerCase().trim()],
  )
  const { code } = await readProblem(response)
  const account = rows[0] ? { collection: 'users', document: rows[0].id } : {}
  const { known, unknown } = countsOf(payload)
  await (rows[0] ? known : unknown)({
    group: rows[0]?.id ?? 'unknown',
    key: `${code} ${given.toLowerCase().trim()}`,
    entry: {
      action: 'sign-in-failed',
      person: null,
      ...account,
      details: { address: given, code, network: networkOf(request.headers) },
    },
  })
}

async function readProblem(response: Response): Promise<{ code: string; detail: string }> {
  const problem: unknown = await response.clone().json()
  const { code, detail } = isRow(problem) ? problem : {}
  return {
    code: typeof code === 'string' ? code : `${response.status}`,
    detail: typeof detail === 'string' ? detail : '',
  }
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/
const collections = new Set<string>([...contentCollections, 'users'])

function targetOf(pathname: string): Pick<AuditEntry, 'collection' | 'document'> {
  const [, , collection = '', id = ''] = pathname.split('/')
  if (!collections.has(collection)) return {}
  return uuid.test(id) ? { collection, document: id } : { collection }
}

/** The address in the body of an attempt to sign in; leaves the body unread. */
export async function addressIn(request: Request): Promise<string> {
  const type = request.headers.get('content-type') ?? ''
  const copy = request.clone()
  const text = type.startsWith('multipart/form-data')
    ? (await copy.formData()).get('_payload')
    : await copy.text()
  const body: unknown = typeof text === 'string' && text !== '' ? JSON.parse(text) : {}
  return isRow(body) && typeof body['email'] === 'string' ? body['email'] : ''
}

import {
  executeAuthStrategies,
  getPayload,
  getRequestLanguage,
  handleEndpoints,
  parseCookies,
  type SanitizedConfig,
} from 'payload'
import { Refusal, refuse } from '@/lib/errors'
import { withMemory } from '@/lib/request-memory'
import { screenLanguage, type ScreenLanguage } from '@/lib/sentence'
import { addressIn, recordRefusal } from './record-refusal'
import { refuseFilters } from './filter-rules'
import { refuseMissingFile } from './refuse-missing-file'
import { checkBody, decode, readBody } from './rest-body'
import { findDoor, type Door } from './rest-doors'
import { refuseHops } from './rest-links'
import { problemOf, refusalProblem } from './rest-problem'
import { checkQuery, cleanQuery, queriedPaths, questionsIn, refuseMisencoded } from './rest-query'
import { say } from './say'
import { takeTurns } from '@/lib/turns'

// The edge of Payload's REST: doors by name, one known language, limits, well-formed bodies, own origin. It
// protects nothing that the gate and the rules do not protect again behind it.

type Config = Promise<SanitizedConfig> | SanitizedConfig
type Answer = (request: Request) => Promise<Response>

const root = '/api'
const largestJson = 4 * 1024 * 1024
const pictureDoor = '/media/file/:file'
const largestQuery = 64 * 1024

const saveInTurn = takeTurns({ atOnce: 6, waiting: 200 })

/** Answers one request to `/api/…`. Every answer from 400 on is a problem (RFC 9457), see rest-problem.ts. */
export const answerRest =
  (config: Config, serverUrl: string): Answer =>
  (request) =>
    withMemory(async () => {
      const { response, address } = await answer(request, await config, serverUrl)
      if (response.status >= 400)
        await recordRefusal(await getPayload({ config }), { request, response, address })
      return neverStored(response)
    })

type Answered = { response: Response; address?: string | undefined }

async function answer(request: Request, config: SanitizedConfig, serverUrl: string): Promise<Answered> {
  let address: string | undefined
  try {
    const door = openDoor(request, serverUrl)
    if (!door.isPublic) await refuseUnknown(config, request.headers)
    const guarded = await guard(request, door)
    const { pathname, searchParams } = new URL(guarded.url)
    await refuseMissingFile(config, pathname)
    const slug = pathname.split('/')[2] ?? ''
    refuseHops(config, slug, queriedPaths(searchParams))
    refuseFilters(config, slug, questionsIn(searchParams))
    if (door.path === '/users/login') address = await addressIn(guarded)
    const work = () => handleEndpoints({ config, request: guarded })
    const response = await (door.takesOwnTurn || guarded.method === 'GET' ? work() : saveInTurn(work))
    refuseUnseenFile(door, response)
    return { response: await problemOf(response), address }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return { response: refusalProblem(error, readerOf(config, request.headers)), address }
  }
}

// Payload answers 403 to whoever may see some files only, for those that are there and those that are not.
function refuseUnseenFile({ path }: Door, { status }: Response): void {
  if (path === pictureDoor && status === 403) throw refuse('not_found', { what: say('This file') })
}

function openDoor(request: Request, serverUrl: string): Door {
  const { pathname } = new URL(request.url)
  const door = findDoor(methodOf(request), pathname.startsWith(`${root}/`) ? pathname.slice(root.length) : '')
  if (!door) throw refuse('not_found', { what: say('This address') })
  refuseForeign(request, serverUrl)
  return door
}

const methodOf = (request: Request): string =>
  asksByPost(request) || request.method === 'HEAD' ? 'GET' : request.method

async function guard(request: Request, door: Door): Promise<Request> {
  const method = methodOf(request)
  const url = new URL(request.url)
  if (asksByPost(request)) url.search = await readQuery(request)
  url.search = checkedQuery(url, door)
  const body = method === 'GET' ? undefined : await readChecked(request, door.largest ?? largestJson)
  return rebuild(request, { url, method, body })
}

function checkedQuery({ search, searchParams }: URL, { parameters }: Door): string {
  refuseMisencoded(search.slice(1))
  if (parameters === undefined) return cleanQuery(searchParams).toString()
  checkQuery(searchParams, parameters)
  return search
}

const readQuery = async (request: Request): Promise<string> =>
  `?${decode((await readBody(request, largestQuery)) ?? new Uint8Array())}`

async function readChecked(request: Request, limit: number): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const body = await readBody(request, limit)
  if (body) await checkBody(request, body)
  return body
}

// Screens send long queries as the body of a POST.
function asksByPost(request: Request): boolean {
  const wanted =
    request.headers.get('x-payload-http-method-override') ?? request.headers.get('x-http-method-override')
  if (wanted === null) return false
  const type = (request.headers.get('content-type') ?? '').split(';', 1)[0]?.trim()
  if (request.method === 'POST' && wanted === 'GET' && type === 'application/x-www-form-urlencoded')
    return true
  throw refuse('bad_input', { place: 'The method', reason: 'cannot be overridden in this way.' })
}

// Cookies are SameSite=Strict and Payload checks their origin; signing in carries no cookie yet.
function refuseForeign(request: Request, serverUrl: string): void {
  const origin = request.headers.get('origin')
  if (request.method === 'GET' || origin === null || origin === new URL(serverUrl).origin) return
  throw refuse('door_closed', {
    what: say('Signing in or saving from another address than {address}', { address: serverUrl }),
  })
}

// Before anything is read. Payload would go on as nobody, and answer some doors with what nobody may do, but by the
// names of our fields.
async function refuseUnknown(config: SanitizedConfig, headers: Headers): Promise<void> {
  const payload = await getPayload({ config })
  const { user } = await executeAuthStrategies({ headers, payload })
  if (!user) throw refuse('not_signed_in')
}

type Parts = { url: URL; method: string; body: Uint8Array<ArrayBuffer> | undefined }

function rebuild(request: Request, { url, method, body }: Parts): Request {
  const headers = new Headers(request.headers)
  for (const name of ['x-payload-http-method-override', 'x-http-method-override', 'content-length'])
    headers.delete(name)
  return new Request(url, { method, headers, signal: request.signal, ...(body ? { body } : {}) })
}

function neverStored(response: Response): Response {
  const headers = new Headers(response.headers)
  if (!headers.has('cache-control')) headers.set('Cache-Control', 'private, no-store')
  return new Response(response.body, { status: response.status, statusText: response.statusText, headers })
}

// The language in which Payload answers this person: the cookie of the screens, else what the browser asks for.
const readerOf = (config: SanitizedConfig, headers: Headers): ScreenLanguage =>
  screenLanguage(getRequestLanguage({ config, cookies: parseCookies(headers), headers }))

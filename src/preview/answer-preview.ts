import { getPayload, type SanitizedConfig } from 'payload'
import { Refused } from '@/delivery'
import { Refusal } from '@/lib/errors'
import { factsOf, openLog } from '@/lib/log'
import { withMemory } from '@/lib/request-memory'
import { takeTurns } from '@/lib/turns'
import { asked, prefix, type Address } from './asked'
import { enter, type Entered } from './enter'
import { pageOf } from './page'
import { nothingPage, type Why } from './page-frame'
import { pageStyle } from './page-style'
import { readerOf } from './reader'
import { absent, busy, headers, internal, onlyRead, problemAnswer, type Told } from './refused'
import { openShown } from './shown'

// `/preview/…` on the host of the desk: what the delivery would answer if the words that a token names were public.

type Config = Promise<SanitizedConfig> | SanitizedConfig

const log = openLog('admin')
/** A preview composes anew what the delivery keeps ready. */
const inTurn = takeTurns({ atOnce: 3, waiting: 60 })

/** Answers one request. */
export const answerPreview =
  (config: Config) =>
  (request: Request): Promise<Response> =>
    withMemory(async () => {
      const told = await tell(request, await config).catch(failed)
      const isHead = request.method === 'HEAD'
      const body = typeof told.body === 'string' ? told.body : new Uint8Array(told.body)
      return new Response(isHead ? null : body, {
        status: told.status,
        headers: { ...headers, 'Content-Type': told.type, ...told.more },
      })
    })

/** A bug: operators hear its place, who asks hears nothing. */
function failed(error: unknown): Told {
  log.error('A preview failed.', factsOf(error))
  return problemAnswer(internal)
}

async function tell(request: Request, config: SanitizedConfig): Promise<Told> {
  if (request.method !== 'GET' && request.method !== 'HEAD')
    return problemAnswer(onlyRead, { Allow: 'GET, HEAD' })
  const address = asked(request)
  if (address.path === `${prefix}/v1/preview.css`)
    return { status: 200, type: 'text/css; charset=utf-8', body: pageStyle }
  const payload = await getPayload({ config })
  const entered = await enter(payload, request)
  if (typeof entered !== 'string') return showOrRefuse(entered, address, request)
  log.info('A preview was refused.', { reason: entered })
  return nothing(request, config, 'over')
}

async function showOrRefuse(entered: Entered, address: Address, request: Request): Promise<Told> {
  const { claims, payload } = entered
  try {
    const told = await inTurn(() => show(entered, address, request))
    log.info('A preview was shown.', { preview: claims.jti, as: told.type })
    return told
  } catch (error) {
    if (error instanceof Refusal) return problemAnswer(busy, { 'Retry-After': '5' })
    if (!(error instanceof Refused)) throw error
    log.info('A preview was refused.', { preview: claims.jti, status: error.details.status })
    // A parameter that the delivery refuses as well is told; everything else is absent.
    if (error.details.status === 400) return problemAnswer(error.details)
    return nothing(request, payload.config, slashAtEnd.test(address.path) ? 'slash' : 'elsewhere')
  }
}

const slashAtEnd = /^\/preview\/v1\/.*[^/]\/+$/

async function show(entered: Entered, address: Address, request: Request): Promise<Told> {
  const { claims, payload } = entered
  const shown = await openShown(entered)
  if (address.file) {
    const { id, name, type } = address.file
    const bytes = await shown.file(id, name)
    if (!bytes) throw new Refused(absent)
    return { status: 200, type, body: bytes }
  }
  const { locale = claims.locale } = address
  if (locale !== claims.locale) throw new Refused(absent)
  const given = await shown.read(address.targetIn(locale))
  if (claims.use === 'page' && address.wantsPage && given.type === 'application/json') {
    const language = readerOf(payload.config, request.headers)
    const body = await pageOf(entered, shown, { address, language })
    return { status: 200, type: 'text/html; charset=utf-8', body, more: { 'Content-Language': language } }
  }
  const more = given.contentLanguage === '' ? {} : { 'Content-Language': given.contentLanguage }
  return { status: 200, type: given.type, body: given.body, more }
}

/** To people a page, to programs a problem. Whatever is wrong with a token, the answer is the same. */
function nothing(request: Request, config: SanitizedConfig, why: Why): Told {
  if (!asked(request).wantsPage) return problemAnswer(absent)
  const language = readerOf(config, request.headers)
  const body = nothingPage({ language, why, desk: config.routes.admin })
  return { status: 404, type: 'text/html; charset=utf-8', body }
}

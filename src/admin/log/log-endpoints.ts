import type { Endpoint, PayloadRequest } from 'payload'
import { mayUse } from '@/access'
import { appendAudit } from '@/audit'
import { refuse } from '@/lib/errors'
import { poolOf } from '@/lib/postgres'
import { phrasebook, screenLanguage } from '@/lib/sentence'
import { csvHead, csvRow } from './log-csv'
import { readLogPage, readLogQuery, type LogQuery } from './log-query'
import { logWords } from '../words'

// The log by REST, for those who may read it.

/** GET /log → LogPage. GET /log.csv → all that fits, as a table. The parameters are those of `readLogQuery`. */
export const logEndpoints: Endpoint[] = [
  { path: '/log', method: 'get', handler: (req) => show(req, queryOf(req)) },
  { path: '/log.csv', method: 'get', handler: (req) => download(req, queryOf(req)) },
]

const say = phrasebook({ 'read the log': ['läsa loggen', 'das Protokoll zu lesen'] })

const batch = 500

function queryOf(req: PayloadRequest): LogQuery {
  if (!req.user) throw refuse('not_signed_in')
  if (!mayUse(req.user, 'read-log')) throw refuse('not_allowed', { action: say('read the log') })
  const read = readLogQuery(Object.fromEntries(req.searchParams))
  if ('query' in read) return read.query
  throw refuse('bad_input', { place: read.wrong.slice(0, 100), reason: 'cannot be read.' })
}

const languageOf = ({ i18n }: PayloadRequest) => screenLanguage(i18n.language)

async function show(req: PayloadRequest, query: LogQuery): Promise<Response> {
  return Response.json(await readLogPage(req.payload, query, languageOf(req)))
}

// Read page by page as the browser takes it: no memory grows and no connection waits for a slow line.
async function download(req: PayloadRequest, query: LogQuery): Promise<Response> {
  const { limit: _limit, after: _after, ...asked } = query
  await appendAudit(poolOf(req.payload), {
    action: 'downloaded',
    person: req.user?.id ?? null,
    details: { log: asked },
  })
  const pages = csvPages(req, asked)
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { done, value } = await pages.next()
      if (done) controller.close()
      else controller.enqueue(new TextEncoder().encode(value))
    },
  })
  const day = new Date().toISOString().slice(0, 10)
  return new Response(body, {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8; header=present',
      'Content-Disposition': `attachment; filename="log-${day}.csv"`,
      'X-Content-Type-Options': 'nosniff',
    },
  })
}

async function* csvPages(req: PayloadRequest, query: LogQuery): AsyncGenerator<string, void> {
  yield csvHead(logWords(languageOf(req)))
  let after: string | null | undefined
  while (after !== null) {
    const place = after === undefined ? {} : { after }
    const page = await readLogPage(req.payload, { ...query, ...place, limit: batch }, languageOf(req))
    if (page.rows.length > 0) yield page.rows.map(csvRow).join('')
    after = page.next
  }
}

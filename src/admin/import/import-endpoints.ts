import type { Endpoint, PayloadRequest } from 'payload'
import { z } from 'zod'
import { mayUse } from '@/access'
import {
  applyAnswers,
  findKnown,
  readPage,
  saveProposal,
  type Known,
  type PageRefused,
  type Reading,
} from '@/intake'
import { refuse, Refusal } from '@/lib/errors'
import { phrasebook, screenLanguage } from '@/lib/sentence'
import { tellRefusal } from '@/lib/told-refusal'
import type { ImportReading, ImportReport } from './import-types'

// The screen "Import a page" asks twice: what is on this page; save it with these answers. The page is sent
// both times and nothing is kept between, so nothing is stored before the person confirms.

const largestPage = 2 * 1024 * 1024
// The page as base64 or with JSON escapes, and the answers.
const largestBody = 6 * 1024 * 1024

const pageShape = {
  /** The page as text, or its bytes as base64: one of the two. */
  text: z.string().optional(),
  bytes: z.base64().optional(),
  format: z.enum(['text', 'html']).optional(),
}
const pageSchema = z.strictObject(pageShape)
const confirmSchema = z.strictObject({ ...pageShape, answers: z.record(z.string().max(200), z.unknown()) })
type SentPage = z.infer<typeof pageSchema>

/** POST /intake/page → ImportReading. POST /intake/page/confirm → ImportReport, or 422 with what is still asked. */
export const importEndpoints: Endpoint[] = [
  { path: '/intake/page', method: 'post', handler: (req) => answer(req, read) },
  { path: '/intake/page/confirm', method: 'post', handler: (req) => answer(req, confirm) },
]

const say = phrasebook({
  'import pages': ['importera sidor', 'Seiten zu übernehmen'],
  'The page': ['Sidan', 'Die Seite'],
})

type Handler = (req: PayloadRequest) => Promise<Response>

async function answer(req: PayloadRequest, handler: Handler): Promise<Response> {
  try {
    if (!req.user) throw refuse('not_signed_in')
    if (!mayUse(req.user, 'import')) throw refuse('not_allowed', { action: say('import pages') })
    return await handler(req)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return refused(tellRefusal(error, languageOf(req)).message, error.status)
  }
}

async function read(req: PayloadRequest): Promise<Response> {
  const reading = await readSent(req, await parseBody(req, pageSchema))
  return reading.ok ? Response.json(shown(reading)) : refused(reading.message, 422)
}

async function confirm(req: PayloadRequest): Promise<Response> {
  const { answers, ...sent } = await parseBody(req, confirmSchema)
  const reading = await readSent(req, sent)
  if (!reading.ok) return refused(reading.message, 422)
  const applied = applyAnswers(reading, answers)
  if (!applied.complete)
    return Response.json({ ...shown(applied.reading), mistakes: applied.errors }, { status: 422 })
  const report: ImportReport = await saveProposal({ req, proposal: applied.proposal })
  return Response.json(report, { status: 201 })
}

async function readSent(
  req: PayloadRequest,
  { text, bytes, format }: SentPage,
): Promise<Reading | PageRefused> {
  const page = bytes === undefined ? (text ?? '') : new Uint8Array(Buffer.from(bytes, 'base64'))
  const size = typeof page === 'string' ? Buffer.byteLength(page) : page.byteLength
  if (size > largestPage) throw refuse('too_large', { place: say('The page'), limit: '2 MB' })
  return readPage(page, {
    ...(format ? { format } : {}),
    known: await knownTo(req),
    language: languageOf(req),
  })
}

const languageOf = ({ i18n }: PayloadRequest) => screenLanguage(i18n.language)

const knownTo = async ({ payload, user }: PayloadRequest): Promise<Known> =>
  user ? findKnown({ payload, user }) : {}

const shown = ({ rows, questions, warnings, page }: Reading): ImportReading => ({
  rows,
  // A portrait is chosen on the laureate's own page, where the pictures are seen.
  questions: questions.filter((question) => question.kind !== 'media'),
  warnings,
  lines: page.lines.map(({ number, text }) => ({ number, text })),
})

const refused = (message: string, status: number): Response =>
  Response.json({ errors: [{ message }] }, { status })

async function parseBody<Shape extends z.ZodType>(
  req: PayloadRequest,
  schema: Shape,
): Promise<z.infer<Shape>> {
  if (Number(req.headers.get('content-length') ?? 0) > largestBody) throw tooLarge()
  const body = (await req.text?.()) ?? ''
  if (body.length > largestBody) throw tooLarge()
  const parsed = schema.safeParse(parseJson(body))
  if (parsed.success) return parsed.data
  throw notReadable(parsed.error)
}

function notReadable({ issues }: z.ZodError): Refusal {
  const [issue] = issues
  const place = issue?.path.join('.') || 'The request'
  return refuse('bad_input', { place, reason: issue?.message ?? 'is not readable' })
}

const tooLarge = (): Refusal => refuse('too_large', { place: say('The page'), limit: '2 MB' })

function parseJson(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch {
    throw refuse('bad_input', { place: 'The request', reason: 'is not JSON.' })
  }
}

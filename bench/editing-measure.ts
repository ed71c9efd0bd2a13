import type { Payload } from 'payload'
import { stagesInList } from '@/admin/lists/list-stages'
import { poolOf } from '@/lib/postgres'
import { readQueue, readWork } from '@/review'
import type { DocumentStatus } from '@/units'
import { idOf } from './copied-id'
import type { Counter } from './count-statements'
import type { Say, Size } from './editing'
import { addressOf, open, type First, type Kind, type Place } from './editing-first'
import type { Somebody, Staff } from './editing-people'

// The steps of editing as the screens take them, one after the other, each with other documents: those of documents by
// REST, through the edge of the desk; lists and queues by the functions that their screens call.

/** Milliseconds, and statements of one time. */
export type Step = { least: number; p50: number; p95: number; statements: number }
type Job = { size: Size; first: First; staff: Staff; counter: Counter; say: Say }
type Work = () => Promise<unknown>
/** Prepares the step with laureate `n`; what it returns is measured. */
type Steps = Record<string, (n: number) => Promise<Work> | Work>

export async function measureSteps(job: Job): Promise<Record<string, Step>> {
  const steps: Record<string, Step> = {}
  for (const [name, prepare] of Object.entries(stepsOf(job))) {
    job.say(`measuring: ${name}`)
    // The first time, Payload and Postgres make what they keep for the next.
    await (
      await prepare(job.size.laureates - 1)
    )()
    steps[name] = await timed(job, prepare)
  }
  await refuseFound(job.staff.payload)
  return steps
}

async function timed({ size, counter }: Job, prepare: Steps[string]): Promise<Step> {
  const times: number[] = []
  const statements: number[] = []
  for (let round = 0; round < size.rounds; round += 1) {
    const work = await prepare(size.laureates - 2 - round)
    counter.sent = 0
    const start = performance.now()
    await work()
    times.push(performance.now() - start)
    statements.push(counter.sent)
  }
  times.sort((a, b) => a - b)
  // Once in a while a request also notes that its session is in use.
  statements.sort((a, b) => a - b)
  const at = (percent: number) =>
    times[Math.min(times.length - 1, Math.floor((times.length * percent) / 100))] ?? Number.NaN
  return {
    least: at(0),
    p50: at(50),
    p95: at(95),
    statements: statements[Math.floor((statements.length - 1) / 2)] ?? 0,
  }
}

function stepsOf({ first, staff }: Job): Steps {
  const { editor, reviewer, translator, payload } = staff
  const place = (kind: Kind, n: number): Place => ({ kind, id: idOf(first[kind], n), locale: 'sv' })
  return {
    'open a laureate': (n) => () => openWhole(editor, place('laureates', n)),
    'open a biography': (n) => () => openWhole(editor, place('biographies', n)),
    'save a laureate in one language': (n) =>
      saving(editor, place('laureates', n), { education: `now ${n}` }),
    'save a biography in one language': (n) => savingLong(editor, place('biographies', n)),
    submit: (n) => stepping(editor, place('laureates', n), 'submit'),
    approve: (n) => stepping(reviewer, place('laureates', n), 'approve'),
    'list of laureates': (n) => () => list(payload, editor, { kind: 'laureates', page: 1 + (n % 2) }),
    'list of biographies': (n) => () => list(payload, editor, { kind: 'biographies', page: 1 + (n % 2) }),
    'my work of a reviewer': () => () => readWork(poolOf(payload), reviewer.user, perQueue),
    'my work of a translator': () => () => readWork(poolOf(payload), translator.user, perQueue),
    'queue of reviews': () => () => readQueue(poolOf(payload), reviewer.user, { queue: 'review' }),
  }
}

const perQueue = 8
const perPage = 10

/** What the document's screen reads: the document, where it stands, what was said of it. */
async function openWhole({ ask }: Somebody, place: Place): Promise<void> {
  const base = `/api/${place.kind}/${place.id}`
  await open(ask, place)
  await Promise.all([ask('GET', `${base}/status`), ask('GET', `${base}/comments`)])
}

/** The form sends everything back as it was read, but for what was typed. */
async function saving({ ask }: Somebody, place: Place, typed: Record<string, unknown>): Promise<Work> {
  const { id: _id, createdAt: _made, updatedAt: _saved, ...shown } = await ask('GET', addressOf(place))
  return () => ask('PATCH', addressOf(place), { ...shown, ...typed, _status: 'draft' })
}

async function savingLong(somebody: Somebody, place: Place): Promise<Work> {
  const { long } = await somebody.ask<{ long: unknown }>('GET', addressOf(place))
  const changed = JSON.parse(JSON.stringify(long).replaceAll('word3', 'other')) as unknown
  return saving(somebody, place, { long: changed })
}

async function stepping({ ask }: Somebody, { kind, id }: Place, verb: string): Promise<Work> {
  const { units } = await ask<DocumentStatus>('GET', `/api/${kind}/${id}/status`)
  const chosen = units.filter(({ unit }) => unit === 'sv').map(({ unit, revision }) => ({ unit, revision }))
  return () => ask('POST', `/api/${kind}/${id}/${verb}`, { units: chosen })
}

/** As the list's screen reads it: a page of titles, and in one more question where their units stand. */
async function list(payload: Payload, { user }: Somebody, { kind, page }: { kind: Kind; page: number }) {
  const { docs } = await payload.find({
    collection: kind,
    depth: 0,
    draft: true,
    fallbackLocale: false,
    limit: perPage,
    page,
    locale: 'en',
    overrideAccess: false,
    user,
    select: { adminTitle: true, updatedAt: true },
    sort: 'adminTitle',
  })
  if (docs.length !== perPage) throw new Error(`The list of ${kind} holds ${docs.length} documents.`)
  const chips = await Promise.all(docs.map(({ id }) => stagesInList(poolOf(payload), kind, id)))
  if (chips.some((units) => units.length === 0)) throw new Error(`A document of ${kind} has no units.`)
}

/** Had the copies other words than their revisions, opening them would have stored new ones. */
async function refuseFound(payload: Payload): Promise<void> {
  const { rows } = await poolOf(payload).query<{ count: number }>(
    `select count(*)::int as count from editorial.revisions where door = 'found'`,
  )
  if (rows[0]?.count !== 0) throw new Error(`${rows[0]?.count} revisions are not what their documents hold.`)
}

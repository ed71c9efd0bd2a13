import type { Pool } from 'pg'
import type { Registry } from 'prom-client'
import { addGauge, openRegistry } from './serve-metrics'

/** What the worker remembers of its own work. */
export type WorkLog = {
  /** Milliseconds since 1970. */
  beatAt: number
  isWorking: boolean
  tasks: Map<string, { succeededAt: number | null; isInTrouble: boolean }>
}

type Facts = Partial<Queue> & {
  seq: number
  release: number
  releasedAt: number | null
  isComposerCurrent: boolean
  isOnHold: boolean
  approved: number
  mailWaiting: number
}

type Queue = { webhooksWaiting: number; webhooksOldestSeconds: number; webhooksBehind: number }

const facts = `
select h.seq::float8 as seq, h.release::float8 as release, h.composer = $1 as "isComposerCurrent",
       (select extract(epoch from max(r.at))::float8 from published.releases r where r.number = h.release) as "releasedAt",
       exists (select from desk.hold) as "isOnHold",
       (select count(*)::float8 from editorial.units where stage = 'approved') as approved,
       (select count(*)::float8 from editorial.digests where done_at is null) as "mailWaiting"
  from published.head h`

const queue = `
select (select count(*)::float8 from webhooks.deliveries where state = 'waiting') as "webhooksWaiting",
       (select coalesce(extract(epoch from clock_timestamp() - min(made_at)), 0)::float8
          from webhooks.deliveries where state = 'waiting') as "webhooksOldestSeconds",
       h.release::float8 - (select c.release from webhooks.cursor c)::float8 as "webhooksBehind"
  from published.head h`

const gauges: readonly [name: string, help: string, value: (now: Facts) => number | null | undefined][] = [
  ['laureate_published_head_seq', 'Number of the last public event.', ({ seq }) => seq],
  ['laureate_published_head_release', 'Number of the last release.', ({ release }) => release],
  [
    'laureate_published_released_timestamp_seconds',
    'When the last release was.',
    ({ releasedAt }) => releasedAt,
  ],
  [
    'laureate_published_composer_current',
    '1 when all public bodies are of this version.',
    ({ isComposerCurrent }) => Number(isComposerCurrent),
  ],
  ['laureate_hold', '1 while nothing may leave the desk.', ({ isOnHold }) => Number(isOnHold)],
  ['laureate_units_approved', 'Units that are approved and not yet public.', ({ approved }) => approved],
  ['laureate_mail_waiting', 'Daily e-mails that are claimed and not sent.', ({ mailWaiting }) => mailWaiting],
  [
    'laureate_webhooks_waiting',
    'Webhooks that are not delivered yet.',
    ({ webhooksWaiting }) => webhooksWaiting,
  ],
  [
    'laureate_webhooks_oldest_seconds',
    'Age of the oldest webhook that is not delivered yet.',
    ({ webhooksOldestSeconds }) => webhooksOldestSeconds,
  ],
  [
    'laureate_webhooks_releases_behind',
    'Releases of which no webhooks were made yet.',
    ({ webhooksBehind }) => webhooksBehind,
  ],
]

/** What the worker and its queues are at, in the words of Prometheus; the database is asked once for each reading. */
export function workerMetrics(log: WorkLog, pool: Pool, composer: string): Registry {
  const registry = openRegistry('worker')
  let asked: { at: number; facts: Promise<Facts | undefined> } | undefined
  const ask = (): Promise<Facts | undefined> => {
    if (!asked || Date.now() - asked.at > 500)
      asked = { at: Date.now(), facts: readFacts(pool, composer).catch(() => undefined) }
    return asked.facts
  }
  for (const [name, help, value] of gauges)
    addGauge(registry, {
      name,
      help,
      async collect() {
        const now = await ask()
        this.set((now && value(now)) ?? Number.NaN)
      },
    })
  addWork(log, registry)
  return registry
}

async function readFacts(pool: Pool, composer: string): Promise<Facts | undefined> {
  const { rows } = await pool.query<Facts>(facts, [composer])
  const { rows: queued } = await pool.query<Queue>(queue).catch(() => ({ rows: [] as Queue[] }))
  return rows[0] && { ...rows[0], ...queued[0] }
}

function addWork(log: WorkLog, registry: Registry): void {
  addGauge(registry, {
    name: 'laureate_worker_beat_timestamp_seconds',
    help: 'When the worker last said that it lives.',
    collect() {
      this.set(log.beatAt / 1000)
    },
  })
  addGauge(registry, {
    name: 'laureate_worker_working',
    help: '1 for the worker whose turn it is.',
    collect() {
      this.set(Number(log.isWorking))
    },
  })
  addGauge(registry, {
    name: 'laureate_worker_task_success_timestamp_seconds',
    help: 'When a task last went well.',
    labelNames: ['task'],
    collect() {
      for (const [task, { succeededAt }] of log.tasks)
        this.set({ task }, succeededAt === null ? Number.NaN : succeededAt / 1000)
    },
  })
  addGauge(registry, {
    name: 'laureate_worker_task_trouble',
    help: '1 while the last turn of a task met trouble.',
    labelNames: ['task'],
    collect() {
      for (const [task, { isInTrouble }] of log.tasks) this.set({ task }, Number(isInTrouble))
    },
  })
}

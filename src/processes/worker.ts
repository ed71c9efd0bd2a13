// What has to be done without anybody asking: composing the public bodies anew after an update of the software
// or of the list of languages, checking that the public order of events has no gap, the daily e-mail, and webhooks.
// One worker works at a time, whoever holds the lock; others wait for it. Exits non-zero when the database is
// lost, the supervisor starts it again.

import { utimesSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { Client, Pool } from 'pg'
import { deskEnv, mailEnv, metricsEnv, webhookEnv } from '@/lib/env'
import { readHold } from '@/lib/hold'
import { endOnFault, factsOf, openLog } from '@/lib/log'
import { openMail } from '@/mail'
import { beatOfWorker, beginRelease, composer, keepBeating, recompose } from '@/publishing'
import { sendDigests } from '@/review'
import { foundationZone } from '@/units'
import { forgetOld, keepSending, resolveByDns } from '@/webhooks'
import { serveMetrics } from './serve-metrics'
import { workerMetrics, type WorkLog } from './worker-metrics'

type Task = { name: string; everySeconds: number; run: (client: Client) => Promise<string | undefined> }

const workerLock = 4_021_187_355
const heartbeatSeconds = 10

const tasks: readonly Task[] = [
  { name: 'public bodies', everySeconds: 300, run: composeAnew },
  { name: 'order of events', everySeconds: 300, run: checkEventOrder },
  { name: 'daily e-mail', everySeconds: 300, run: sendDaily },
  { name: 'old deliveries', everySeconds: 300, run: forgetDeliveries },
]

/** Bodies of an older composer are composed anew, all in one transaction; readers see the old ones until then. */
async function composeAnew(client: Client): Promise<undefined> {
  await client.query('begin')
  try {
    await beginRelease(client)
    await recompose(client, composer())
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw error
  }
}

/** Every event has its number, from 1 without a gap: consumers rely on it. Returns the trouble, if any. */
async function checkEventOrder(client: Client): Promise<string | undefined> {
  const { rows } = await client.query<{ count: string; last: string }>(
    'select count(*) as count, coalesce(max(seq), 0) as last from published.events',
  )
  const { count = '0', last = '0' } = rows[0] ?? {}
  return count === last ? undefined : `published.events holds ${count} events, the last one is number ${last}`
}

/** To everybody for whom something waits, unless the desk is on hold. Returns the trouble, if any. */
async function sendDaily(client: Client): Promise<string | undefined> {
  const isOnHold = async () => (await readHold(client)) !== undefined
  if (await isOnHold()) return undefined
  const { DIGEST_HOUR: hour, DIGEST_ZONE, ...mail } = mailEnv()
  const send = openMail({ ...mail, DATA_DIR: env.DATA_DIR, isOnHold })
  const zone = DIGEST_ZONE ?? (await foundationZone(client))
  const { failed } = await sendDigests(client, { now: new Date(), hour, zone, deskUrl: env.SERVER_URL, send })
  return failed === 0 ? undefined : `${failed} could not be sent. Look at SMTP_URL.`
}

async function forgetDeliveries(client: Client): Promise<undefined> {
  await forgetOld(client, new Date())
}

/** Beside all other tasks, on connections of its own: a receiver or a long task holds up nothing. */
async function sendWebhooks(): Promise<void> {
  const { WEBHOOK_ALLOW_NETWORKS: allowed } = webhookEnv()
  if (allowed.length > 0) log.info(`Webhooks may reach ${allowed.join(', ')} (WEBHOOK_ALLOW_NETWORKS)`)
  const pool = new Pool({
    connectionString: env.DESK_DATABASE_URL,
    application_name: 'laureate-desk webhooks',
    max: 4,
    statement_timeout: 30_000,
  })
  pool.on('error', () => undefined)
  await keepSending(
    {
      pool,
      key: env.PAYLOAD_SECRET,
      apiUrl: env.DELIVERY_URL.replace(/\/+$/, ''),
      allowed,
      resolve: resolveByDns,
      clock: () => new Date(),
      random: Math.random,
    },
    stopping.signal,
  )
  await pool.end()
}

const env = deskEnv()
const heartbeat = path.join(env.DATA_DIR, 'worker-heartbeat')
const client = new Client({
  connectionString: env.DESK_DATABASE_URL,
  application_name: 'laureate-desk worker',
})
const stopping = new AbortController()
const log = openLog('worker')
endOnFault(log)
const done: WorkLog = { beatAt: 0, isWorking: false, tasks: new Map() }

client.on('error', (error) => fail(error))
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => stopping.abort())

function beat() {
  writeFileSync(heartbeat, '', { flag: 'a' })
  utimesSync(heartbeat, new Date(), new Date())
  done.beatAt = Date.now()
}

function fail(error: unknown): never {
  log.error('The worker ends, and is started again.', factsOf(error))
  process.exit(1)
}

async function waitForTurn() {
  for (;;) {
    const { rows } = await client.query<{ mine: boolean }>('select pg_try_advisory_lock($1) as mine', [
      workerLock,
    ])
    beat()
    done.isWorking = rows[0]?.mine === true
    if (done.isWorking) return
    await pause(heartbeatSeconds * 1000, undefined, { signal: stopping.signal })
  }
}

async function take(task: Task): Promise<void> {
  const trouble = await task.run(client)
  if (trouble) log.warn(trouble, { task: task.name })
  const before = done.tasks.get(task.name)?.succeededAt ?? null
  done.tasks.set(task.name, {
    succeededAt: trouble ? before : Date.now(),
    isInTrouble: trouble !== undefined,
  })
}

/** On a connection of its own: a long task does not keep the numbers waiting. */
async function showNumbers(): Promise<void> {
  const { WORKER_METRICS_PORT: port, METRICS_HOST: host } = metricsEnv()
  if (port === undefined) return
  const pool = new Pool({
    connectionString: env.DESK_DATABASE_URL,
    application_name: 'laureate-desk worker numbers',
    max: 1,
    connectionTimeoutMillis: 3000,
    statement_timeout: 3000,
    allowExitOnIdle: true,
  })
  pool.on('error', () => undefined)
  await serveMetrics({ host, port, registry: workerMetrics(done, pool, composer()) })
}

async function work() {
  const dueAt = new Map(tasks.map((task) => [task, 0]))
  for (;;) {
    for (const task of tasks.filter((candidate) => (dueAt.get(candidate) ?? 0) <= Date.now())) {
      await take(task)
      dueAt.set(task, Date.now() + task.everySeconds * 1000)
    }
    beat()
    await pause(heartbeatSeconds * 1000, undefined, { signal: stopping.signal })
  }
}

let webhooks: Promise<void> = Promise.resolve()
try {
  await showNumbers()
  await client.connect()
  await waitForTurn()
  webhooks = sendWebhooks()
  // So that copies of what is public know whether they are behind.
  const beats = keepBeating({
    databaseUrl: env.DESK_DATABASE_URL,
    beat: beatOfWorker,
    report: (error) => log.warn('A beat failed.', factsOf(error)),
    signal: stopping.signal,
  })
  await Promise.all([work(), webhooks, beats])
} catch (error) {
  if (!stopping.signal.aborted) fail(error)
  await webhooks.catch(() => undefined)
  await client.end()
  // A receiver that is still being waited for is asked again after the next start.
  process.exit(0)
}

import { existsSync, statSync } from 'node:fs'
import { connect } from 'node:net'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { Look } from './check-server'
import { fine, warning, wrong, type Finding } from './finding'
import type { Installation } from './installation'

// The parts: do they answer, and is the public side up to date?

const logsOf = ({ isInContainers }: Installation): string =>
  isInContainers
    ? 'Look at what it said last with: docker compose logs --tail 50; then: docker compose up -d'
    : 'Look at the last lines of logs/ in the data folder, then start the desk again.'

/** While the desk runs its ports answer; while it does not, they are free. */
export async function checkPorts(installation: Installation): Promise<readonly Finding[]> {
  const { isRunning, admin, delivery } = installation
  const looks = [
    { name: 'the desk', variable: 'ADMIN_PORT', ...admin, path: '/admin/login' },
    { name: 'delivery', variable: 'DELIVERY_PORT', ...delivery, path: '/healthz' },
  ]
  return Promise.all(
    looks.map(async ({ name, variable, host, port, path: address }) => {
      const check = `port ${port}`
      if (isRunning) {
        if (await answers(`${baseOf({ host, port })}${address}`)) return fine(check, `${name} answers`)
        return wrong(check, `There is no answer from ${name}.`, logsOf(installation))
      }
      if (await isTaken({ host, port }))
        return wrong(
          check,
          `Another program uses it, so ${name} cannot start there.`,
          `Stop that program, or set ${variable} to another port.`,
        )
      return fine(check, `free for ${name}`)
    }),
  )
}

type Address = { host: string; port: number }

const reachable = (host: string): string => (host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host)

function baseOf({ host, port }: Address): string {
  const name = reachable(host)
  return `http://${name.includes(':') ? `[${name}]` : name}:${port}`
}

const patienceMs = 5000

const ask = (url: string): Promise<Response> =>
  fetch(url, { redirect: 'manual', signal: AbortSignal.timeout(patienceMs) })

const answers = (url: string): Promise<boolean> =>
  ask(url).then(
    (answer) => answer.status < 500,
    () => false,
  )

function isTaken({ host, port }: Address): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host: reachable(host), port, timeout: patienceMs })
    const say = (isThere: boolean) => {
      socket.destroy()
      resolve(isThere)
    }
    socket.once('connect', () => say(true))
    socket.once('timeout', () => say(false))
    socket.once('error', () => say(false))
  })
}

const oldestBeatMs = 60_000

export function checkWorker(installation: Installation): readonly Finding[] {
  const { dataDir, isRunning, now } = installation
  const file = path.join(dataDir, 'worker-heartbeat')
  if (!existsSync(file)) {
    if (!isRunning) return [fine('worker', 'does not run, as the desk does not')]
    return [wrong('worker', 'It never came up.', logsOf(installation))]
  }
  const seconds = Math.round((now() - statSync(file).mtimeMs) / 1000)
  if (seconds * 1000 <= oldestBeatMs) return [fine('worker', `was seen ${Math.max(0, seconds)} s ago`)]
  if (!isRunning) return [fine('worker', 'does not run, as the desk does not')]
  return [wrong('worker', `It was last seen ${seconds} s ago.`, logsOf(installation))]
}

/** Does delivery see the database, and serve the release that is public? */
export async function checkDelivery({ client, installation }: Look): Promise<readonly Finding[]> {
  if (!installation.isRunning) return []
  const base = baseOf(installation.delivery)
  const state = await readiness(base)
  if (state !== 'ready')
    return [
      wrong(
        'delivery',
        troubles[state] ?? 'It is not ready to answer.',
        state === 'behind'
          ? 'See that desk and worker run and, where delivery reads from a replica, that replication does.'
          : 'See that Postgres runs and DELIVERY_DATABASE_URL is right.',
      ),
    ]
  // Of the last change that anybody can see: a release may change nothing of that.
  const { rows } = await client.query<{ release: string }>(
    'select e.release::text from published.head h join published.events e on e.seq = h.seq',
  )
  const head = Number(rows[0]?.release ?? 0)
  const served = await servedRelease(base, head)
  if (served >= head) return [fine('delivery', `ready, serves release ${served}`)]
  return [
    wrong(
      'delivery',
      `It serves release ${served}, but ${head} is public.`,
      'Where it reads from a replica, see that replication runs; else start delivery again.',
    ),
  ]
}

const troubles: Readonly<Record<string, string>> = {
  'cut-off': 'It does not reach its database and answers from memory.',
  behind: 'It hears nothing from the worker, so what it answers can be behind.',
}

async function readiness(base: string): Promise<string> {
  try {
    const { status } = (await (await ask(`${base}/readyz`)).json()) as { status?: unknown }
    return String(status)
  } catch {
    return 'silent'
  }
}

/** It may be a moment behind: asks for two seconds at most. */
async function servedRelease(base: string, wanted: number): Promise<number> {
  let served = -1
  for (let turn = 0; turn < 8 && served < wanted; turn += 1) {
    if (turn > 0) await pause(250)
    served = await releaseOf(base)
  }
  return served
}

async function releaseOf(base: string): Promise<number> {
  try {
    const body = (await (await ask(`${base}/v1/press-contacts?limit=1`)).json()) as {
      meta?: { release?: unknown }
    }
    return Number(body.meta?.release ?? -1)
  } catch {
    return -1
  }
}

/** What is said where the database cannot be asked. */
export function databaseAway({ isBundled, isRunning }: Installation, reason: string): Finding {
  if (isBundled && !isRunning)
    return warning(
      'database',
      'It does not run now, so nothing in it was looked at.',
      'Start the desk with "npm start", then ask again.',
    )
  return wrong(
    'database',
    reason,
    'See that Postgres runs, and that DATABASE_URL and its password are right.',
  )
}

// What `npm run demo:scale` shows, one line per step with what was measured.

import { withClient } from '../src/processes/database.mjs'
import { step } from '../src/processes/steps.mjs'
import {
  beginReplica,
  completeReplica,
  promoteStandby,
  publishEverywhere,
  startDeliveries,
  startMachines,
  type Machines,
} from './scale-machines'
import { findBytes } from './scale-servers'
import { readinessOf, waitForRelease } from './scale-world'

const secret = 'kingfisher-words-that-stay-at-home'
const laureates = 200
const rounds = 10

type Measured = Record<string, number | string>

/** Shows everything in `folder`, which is the caller's to remove. */
export async function show(folder: string, isJson: boolean): Promise<void> {
  const measured: Measured = {}
  const machines = await step('Servers', async (note) => {
    const all = await startMachines(folder, laureates, secret)
    note(`home with ${laureates} laureates and a draft, an empty server, a streaming replica of everything`)
    return all
  })
  try {
    for (const [name, act] of acts) await step(name, async (note) => note(await act(machines, measured)))
  } finally {
    await machines.stop()
  }
  if (isJson) process.stdout.write(`${JSON.stringify(measured, null, 2)}\n`)
}

type Act = (machines: Machines, measured: Measured) => Promise<string>

const round = (ms: number): number => Math.round(ms)

function summarize(times: readonly number[]): { median: number; longest: number } {
  const sorted = times.toSorted((a, b) => a - b)
  return { median: round(sorted[Math.floor(sorted.length / 2)] ?? 0), longest: round(sorted.at(-1) ?? 0) }
}

const states = async ({ deliveries }: Machines): Promise<string> =>
  (await Promise.all(deliveries.map(readinessOf))).join(', ')

const firstCopy: Act = async (machines, measured) => {
  const since = performance.now()
  await beginReplica(machines, machines.home)
  await startDeliveries(machines)
  const before = await states(machines)
  await completeReplica(machines)
  await Promise.all(machines.deliveries.map((delivery) => waitForRelease(delivery, 2)))
  measured['first copy, ms'] = round(performance.now() - since)
  return `deliveries said: ${before}; complete after ${measured['first copy, ms']} ms`
}

const publishing: Act = async (machines, measured) => {
  const times: number[] = []
  for (let turn = 0; turn < rounds; turn += 1) times.push(...(await publishEverywhere(machines)))
  const { median, longest } = summarize(times)
  Object.assign(measured, { 'shows after, median ms': median, 'shows after, longest ms': longest })
  return `${rounds} releases showed on all three after ${median} ms (median), ${longest} ms at the latest`
}

const searching: Act = async ({ home, replica }, measured) => {
  for (const { url } of [home, replica]) await withClient(url, (client) => client.query('checkpoint'))
  const atHome = findBytes(home.clusterDir, secret)
  const away = findBytes(replica.clusterDir, secret)
  if (!atHome || away) throw new Error(`The words of the draft: at home ${atHome}, on the replica ${away}.`)
  measured['bytes of drafts on the replica'] = 0
  return 'the words of the draft are in files at home, in none of the replica'
}

const cutting: Act = async (machines, measured) => {
  const lines = Object.values(machines.lines)
  for (const line of lines) line.cut()
  const { release } = await machines.world.publish(5)
  await new Promise((resolve) => setTimeout(resolve, 3000))
  const meanwhile = await states(machines)
  const since = performance.now()
  for (const line of lines) line.join()
  await Promise.all(machines.deliveries.map((delivery) => waitForRelease(delivery, release)))
  measured['caught up after the cut, ms'] = round(performance.now() - since)
  return `cut for 3 s (${meanwhile}, the old release); caught up ${measured['caught up after the cut, ms']} ms after joining`
}

const rebuilding: Act = async (machines, measured) => {
  const since = performance.now()
  await beginReplica(machines, machines.home)
  const meanwhile = await states(machines)
  await completeReplica(machines)
  await publishEverywhere(machines)
  measured['made anew, ms'] = round(performance.now() - since)
  return `made from nothing in ${measured['made anew, ms']} ms; meanwhile: ${meanwhile}`
}

const promoting: Act = async (machines, measured) => {
  const since = performance.now()
  const home = await promoteStandby(machines)
  const [first = 0] = await publishEverywhere(machines, machines.deliveries.slice(2))
  measured['promotion to publishing, ms'] = round(performance.now() - since)
  await beginReplica(machines, home, home.port)
  await completeReplica(machines)
  const { longest } = summarize(await publishEverywhere(machines))
  return `home stopped, the standby publishes after ${measured['promotion to publishing, ms']} ms (shown in ${round(first)} ms); the replica follows it, all show in ${longest} ms`
}

const acts: readonly (readonly [string, Act])[] = [
  ['First copy', firstCopy],
  ['Publishing', publishing],
  ['Drafts', searching],
  ['Cut lines', cutting],
  ['Anew', rebuilding],
  ['Promotion', promoting],
]

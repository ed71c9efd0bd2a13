// `npm run bench:delivery-large`: delivery with 10,000 award entries in twelve languages, each with its laureate and a
// biography. --json for machines, --quick to see that it runs, --data FOLDER to keep the database for the next time,
// --only a,b to take some of the measurements.

import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { cpus, loadavg, tmpdir } from 'node:os'
import path from 'node:path'
import { bundle } from '../src/processes/bundle.mjs'
import { deriveUrls, startBundled } from '../src/processes/database.mjs'
import { migrate } from '../src/processes/migrate.mjs'
import { openSecrets } from '../src/processes/secrets.mjs'
import { makeRequest, runLoad, runSteadily } from './client.mjs'
import {
  anyPort,
  cpuSeconds,
  endAll,
  isPinned,
  leaveCore,
  rssMib,
  runProgram,
  startBare,
  startDelivery,
} from './machine.mjs'
import { median, percentile } from './report.mjs'

const argument = (name) => {
  const at = process.argv.indexOf(name)
  return at < 0 ? undefined : process.argv[at + 1]
}
const isQuick = process.argv.includes('--quick')
const plan = isQuick
  ? { entries: 40, pairs: 1, sliceMs: 300, warmMs: 500, steadyMs: 1000, snapshots: 80, idle: 50 }
  : {
      entries: 10_000,
      pairs: 5,
      sliceMs: 3000,
      warmMs: 15_000,
      steadyMs: 20_000,
      snapshots: 4000,
      idle: 1000,
    }
const only = argument('--only')?.split(',')
const languages = ['en', 'sv', 'de', 'fr', 'es', 'be', 'ru', 'uk', 'pt-BR', 'zh-Hans', 'ar', 'fa']
const load = { connections: 16, status: 200 }
const say = (text) => process.stderr.write(`${text}\n`)

async function main() {
  const kept = argument('--data')
  const dataDir = kept ?? mkdtempSync(path.join(tmpdir(), 'laureate-desk-bench-'))
  mkdirSync(dataDir, { recursive: true })
  let cluster
  try {
    const { secrets } = openSecrets(dataDir)
    const port = await anyPort()
    const database = await startBundled({ dataDir, secrets, port })
    cluster = database.cluster
    const urls = deriveUrls(database.owner, secrets, {})
    const owner = database.owner.replace(/\/\/[^@]*@/, `//postgres:${secrets.postgresPassword}@`)
    await fill({ urls, dataDir, owner })
    await bundle('delivery')
    report(await measureAll({ ...urls, answersFile: path.join(dataDir, 'delivery', 'answers.bin') }))
  } finally {
    endAll()
    await cluster?.stop()
    if (!kept) rmSync(dataDir, { recursive: true, force: true })
  }
}

async function fill({ urls, dataDir, owner }) {
  const mark = path.join(dataDir, `filled-${plan.entries}`)
  await migrate({ urls, dataDir })
  if (existsSync(mark)) return
  const env = { DESK_DATABASE_URL: urls.desk, BENCH_SUPER_URL: owner }
  for await (const { filled } of runProgram('large-load', ['fill', String(plan.entries)], env))
    say(`filled ${filled} of ${plan.entries} award entries`)
  writeFileSync(mark, '')
}

/** Every laureate, award entry and biography in every language, in an order of its own. */
function everyAddress() {
  const originals = Math.min(20, plan.entries)
  const each = Math.ceil(plan.entries / originals)
  const slugs = Array.from({ length: plan.entries }, (_, n) => {
    const [original, copy] = [Math.floor(n / each), n % each]
    return `laureate-${original}${copy === 0 ? '' : `x${copy}`}`
  })
  const found = slugs.flatMap((slug) =>
    languages.flatMap((locale) => [
      `/v1/laureates/${slug}?locale=${locale}`,
      `/v1/citations/2001-${slug}?locale=${locale}`,
      `/v1/biographies/2001-${slug}?locale=${locale}`,
    ]),
  )
  const random = makeRandom(5)
  for (let at = found.length - 1; at > 0; at -= 1) {
    const other = Math.floor(random() * (at + 1))
    ;[found[at], found[other]] = [found[other], found[at]]
  }
  return found
}

function makeRandom(seed) {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 4_294_967_296
  }
}

/** Requests by rank: the n-th address is asked for 1/n as often as the first. */
function zipf(requests, seed) {
  const random = makeRandom(seed)
  const sums = new Float64Array(requests.length)
  let sum = 0
  for (let rank = 0; rank < sums.length; rank += 1) sums[rank] = sum += 1 / (rank + 1)
  return () => {
    const wanted = random() * sum
    let [low, high] = [0, sums.length - 1]
    while (low < high) {
      const middle = (low + high) >> 1
      if (sums[middle] < wanted) low = middle + 1
      else high = middle
    }
    return requests[low]
  }
}

function uniform(requests, seed) {
  const random = makeRandom(seed)
  return () => requests[Math.floor(random() * requests.length)]
}

async function measureAll(urls) {
  const requests = everyAddress().map((target) => makeRequest(target))
  const found = { addresses: requests.length }
  const wants = (name) => only === undefined || only.includes(name)
  const world = { urls, requests, delivery: await startTimed(urls, found) }
  world.bare = await startBare(world.delivery.port, [urls.delivery])
  leaveCore()
  if (['first', 'zipf', 'uniform'].some(wants)) found.first = await askForAll(world)
  if (wants('zipf')) found.zipf = await measureZipf(world)
  if (wants('uniform')) found.uniform = await measureUniform(world)
  if (wants('steady')) found.steady = await measureSteady(world)
  if (wants('idle')) found.idle = await measureIdle(world)
  world.delivery.child.kill('SIGKILL')
  if (wants('roomy')) found.roomy = await measureRoomy(world)
  return found
}

async function startTimed(urls, found) {
  const since = performance.now()
  const delivery = await startDelivery(urls.delivery, { DELIVERY_ANSWERS_FILE: urls.answersFile })
  await (await fetch(`http://127.0.0.1:${delivery.port}/v1/laureates/laureate-0?locale=sv`)).text()
  found.coldStartMs = Math.round(performance.now() - since)
  return delivery
}

/** Pairs of slices, one of each server; who goes first alternates. */
async function measurePairs(servers, next) {
  const slices = { delivery: [], bare: [] }
  for (let pair = 0; pair < plan.pairs; pair += 1)
    for (const server of pair % 2 === 0 ? servers : servers.toReversed()) {
      const cpu = cpuSeconds(server.pid)
      const { count, seconds } = await runLoad({ ...load, port: server.port, ms: plan.sliceMs, next })
      slices[server.name].push({ rate: count / seconds, cpu: ((cpuSeconds(server.pid) - cpu) / count) * 1e6 })
    }
  const middle = (name, what) => Math.round(10 * median(slices[name].map((slice) => slice[what]))) / 10
  return {
    ratio: Number(median(slices.delivery.map(({ rate }, at) => rate / slices.bare[at].rate)).toFixed(2)),
    perSecond: Math.round(middle('delivery', 'rate')),
    barePerSecond: Math.round(middle('bare', 'rate')),
    cpuMicroseconds: middle('delivery', 'cpu'),
    bareCpuMicroseconds: middle('bare', 'cpu'),
  }
}

const memoryOf = ({ pid }) => ({ rssMib: rssMib(pid), mostRssMib: rssMib(pid, 'VmHWM') })

async function measureRate(server, next, ms) {
  const cpu = cpuSeconds(server.pid)
  const { count, seconds } = await runLoad({ ...load, port: server.port, ms, next })
  const cpuMicroseconds = Math.round(((cpuSeconds(server.pid) - cpu) / count) * 1e7) / 10
  return { perSecond: Math.round(count / seconds), cpuMicroseconds, ...memoryOf(server) }
}

/** Each address once, as nobody asked before. */
async function askForAll({ delivery, requests }) {
  say('each address for the first time')
  const queue = requests.values()
  const next = () => queue.next().value
  return measureRate(delivery, next, Infinity)
}

async function measureZipf({ delivery, bare, requests }) {
  say('Zipf(1), default memory')
  await runLoad({ ...load, port: delivery.port, ms: plan.warmMs, next: zipf(requests, 1) })
  const pairs = await measurePairs([delivery, bare], zipf(requests, 2))
  return { ...pairs, ...memoryOf(delivery) }
}

async function measureUniform({ delivery, requests }) {
  say('uniformly random, default memory')
  const next = uniform(requests, 3)
  await runLoad({ ...load, port: delivery.port, ms: plan.warmMs, next })
  return measureRate(delivery, next, 3 * plan.sliceMs)
}

const waits = (latencies) => ({
  p50: percentile(latencies, 50),
  p99: percentile(latencies, 99),
  most: percentile(latencies, 100),
})

const steadily = ({ delivery, requests }, ms, seed) =>
  runSteadily({ ...load, port: delivery.port, ms, perSecond: 500, next: zipf(requests, seed) })

async function measureSteady(world) {
  say('500 a second')
  const alone = waits(await steadily(world, plan.steadyMs, 4))
  say(`500 a second while ${plan.snapshots} snapshots are published`)
  const since = performance.now()
  const publishing = publish(world.urls).then(() => performance.now() - since)
  const found = await steadily(world, plan.steadyMs, 5)
  const publishedMs = Math.round(await publishing)
  return { alone, publishing: waits(found), publishedMs }
}

async function publish(urls) {
  let stored = 0
  const args = ['publish', String(plan.snapshots)]
  for await (const line of runProgram('large-load', args, { DESK_DATABASE_URL: urls.desk }))
    stored = line.stored
  return stored
}

/** Connections that say nothing, and some that say one byte a second, beside the load. */
async function measureIdle(world) {
  say(`500 a second beside ${plan.idle} idle and slow connections`)
  const sockets = Array.from({ length: plan.idle }, () => connect(world.delivery.port, '127.0.0.1'))
  for (const socket of sockets) socket.on('error', () => undefined)
  await Promise.all(sockets.map((socket) => new Promise((resolve) => socket.once('connect', resolve))))
  const slow = sockets.slice(0, Math.ceil(plan.idle / 10))
  for (const socket of slow) socket.write('GET /v1/laureates HTTP/1.1\r\nX-Slow: ')
  const timer = setInterval(() => slow.forEach((socket) => socket.write('x')), 1000)
  const found = waits(await steadily(world, plan.steadyMs / 2, 6))
  clearInterval(timer)
  for (const socket of sockets) socket.destroy()
  return found
}

/** With a setting that holds everything. */
async function measureRoomy({ urls, requests, bare }) {
  say('everything in memory')
  const delivery = await startDelivery(urls.delivery, { DELIVERY_MEMORY_MIB: '6000' })
  await askForAll({ delivery, requests })
  return { ...(await measurePairs([delivery, bare], uniform(requests, 7))), ...memoryOf(delivery) }
}

function report(found) {
  const setting = { ...plan, isPinned, node: process.version, cpu: cpus()[0]?.model, load: loadavg()[0] }
  if (process.argv.includes('--json'))
    process.stdout.write(`${JSON.stringify({ found, setting }, null, 2)}\n`)
  else {
    process.stdout.write(`${JSON.stringify(setting)}\n`)
    for (const [name, value] of Object.entries(found))
      process.stdout.write(`${name.padEnd(14)}${JSON.stringify(value)}\n`)
  }
}

main().catch((error) => {
  process.stderr.write(`${error.stack}\n`)
  process.exitCode = 1
})

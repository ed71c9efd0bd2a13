// `npm run bench`: how near the delivery API comes to a bare node:http server that sends the same bytes.
// --json for machines, --quick to see in half a minute that it runs, --short for a first look while working.

import { mkdtempSync, rmSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import path from 'node:path'
import { bundle } from '../src/processes/bundle.mjs'
import { deriveUrls, startBundled } from '../src/processes/database.mjs'
import { migrate } from '../src/processes/migrate.mjs'
import { openSecrets } from '../src/processes/secrets.mjs'
import { makeRequest, runLoad } from './client.mjs'
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
import { median, percentile, printReport } from './report.mjs'

const isQuick = process.argv.includes('--quick')
const isJson = process.argv.includes('--json')
const isShort = process.argv.includes('--short')
const plan = isQuick
  ? { laureates: 50, pairs: 1, sliceMs: 500 }
  : { laureates: 1000, pairs: isShort ? 3 : 10, sliceMs: isShort ? 1000 : 3000 }
const connections = 16
const say = (text) => process.stderr.write(text)

async function main() {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'laureate-desk-bench-'))
  let cluster
  try {
    const { secrets } = openSecrets(dataDir)
    const database = await startBundled({ dataDir, secrets, port: await anyPort() })
    cluster = database.cluster
    const urls = deriveUrls(database.owner, secrets, {})
    await migrate({ urls, dataDir })
    const addresses = await load(urls.desk)
    const servers = await startServers(urls.delivery)
    await warm(servers, addresses)
    await report(servers, addresses)
  } finally {
    endAll()
    await cluster?.stop()
    rmSync(dataDir, { recursive: true, force: true })
  }
}

/** @param {string} deskUrl @returns {Promise<string[]>} */
async function load(deskUrl) {
  const started = performance.now()
  for await (const line of runProgram('load', [String(plan.laureates)], { DESK_DATABASE_URL: deskUrl })) {
    const { published, addresses } = line
    if (addresses) return (say(` ${seconds(started)} s\n`), addresses)
    say(`\rPublishing ${published} of ${plan.laureates} laureates in 5 languages`)
  }
  throw new Error('The invented foundation was not published.')
}

const seconds = (since) => ((performance.now() - since) / 1000).toFixed(1)

/** Both servers on one core, this client on another: what is measured is what an answer costs the server. */
async function startServers(databaseUrl) {
  await bundle('delivery')
  const delivery = await startDelivery(databaseUrl)
  const bare = await startBare(delivery.port)
  leaveCore()
  return [delivery, bare]
}

const list = '/v1/laureates?locale=sv'

/** Every answer once, so that both servers hold all of them. Also: both send the same bytes. */
async function warm([delivery, bare], addresses) {
  const started = performance.now()
  const ask = async (port, target) =>
    Buffer.from(
      await (
        await fetch(`http://127.0.0.1:${port}${target}`, { headers: { 'accept-encoding': 'identity' } })
      ).arrayBuffer(),
    )
  const queue = [...addresses, list]
  const work = async () => {
    for (let target = queue.pop(); target; target = queue.pop()) {
      const [one, other] = [await ask(delivery.port, target), await ask(bare.port, target)]
      if (!one.equals(other)) throw new Error(`The servers differ at ${target}.`)
      if (queue.length % 500 === 0) say(`\rWarming up, ${queue.length} addresses left   `)
    }
  }
  await Promise.all(Array.from({ length: 8 }, work))
  say(` ${seconds(started)} s\n`)
}

/** What each kind of load asks for, and what is expected. */
async function kinds(port, addresses) {
  const hot = `/v1/laureates/laureate-0?locale=sv`
  const etag = (
    await fetch(`http://127.0.0.1:${port}${hot}`, { headers: { 'accept-encoding': 'identity' } })
  ).headers.get('etag')
  const all = addresses.map((target) => makeRequest(target))
  const always = (request) => () => request
  let state = 1
  // The same sequence for both servers does not matter; that it is spread evenly does.
  const any = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return all[Math.floor((state / 4_294_967_296) * all.length)]
  }
  return {
    hot: { next: always(makeRequest(hot)), status: 200 },
    random: { next: any, status: 200 },
    list: { next: always(makeRequest(list)), status: 200 },
    304: { next: always(makeRequest(hot, { 'If-None-Match': etag })), status: 304 },
  }
}

async function measure(servers, kind, name) {
  const slices = { delivery: [], bare: [] }
  for (let pair = 0; pair < plan.pairs; pair += 1) {
    // Who goes first alternates too.
    for (const server of pair % 2 === 0 ? servers : servers.toReversed()) {
      say(`\rMeasuring ${name}, pair ${pair + 1} of ${plan.pairs}   `)
      const cpu = cpuSeconds(server.pid)
      const slice = await runLoad({ ...kind, port: server.port, connections, ms: plan.sliceMs })
      slices[server.name].push({
        ...slice,
        rate: slice.count / slice.seconds,
        cpu: cpuSeconds(server.pid) - cpu,
      })
    }
  }
  const ratios = slices.delivery.map(({ rate }, index) => rate / slices.bare[index].rate)
  return {
    ratio: median(ratios),
    ratios,
    ...Object.fromEntries(servers.map((server) => [server.name, summary(slices[server.name])])),
  }
}

function summary(slices) {
  const all = Float64Array.from(slices.flatMap(({ latencies }) => [...latencies])).toSorted()
  const count = slices.reduce((sum, slice) => sum + slice.count, 0)
  const cpu = slices.reduce((sum, slice) => sum + slice.cpu, 0)
  return {
    perSecond: Math.round(median(slices.map(({ rate }) => rate))),
    p50: percentile(all, 50),
    p99: percentile(all, 99),
    cpuMicroseconds: Number(((cpu / count) * 1e6).toFixed(1)),
  }
}

async function report(servers, addresses) {
  const results = {}
  for (const [name, kind] of Object.entries(await kinds(servers[0].port, addresses)))
    results[name] = await measure(servers, kind, name)
  say('\r                                        \r')
  const found = {
    ratios: Object.fromEntries(
      Object.entries(results).map(([name, { ratio }]) => [name, Number(ratio.toFixed(3))]),
    ),
    results,
    rssMib: Object.fromEntries(servers.map(({ name, pid }) => [name, rssMib(pid)])),
    setting: {
      ...plan,
      connections,
      addresses: addresses.length,
      isPinned,
      node: process.version,
      cpu: cpus()[0]?.model,
    },
  }
  if (isJson) process.stdout.write(`${JSON.stringify(found, null, 2)}\n`)
  else printReport(found)
}

main().catch((error) => {
  process.stderr.write(`${error.stack}\n`)
  process.exitCode = 1
})

// `npm run bench:search`: how long /v1/search takes for questions that nobody asked before, with 10,000 award entries
// in twelve languages. --json for machines, --quick to see that it runs, --data FOLDER to keep the database for the next time.

import { spawn } from 'node:child_process'
import { randomInt } from 'node:crypto'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { cpus, loadavg, tmpdir } from 'node:os'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { build } from 'esbuild'
import { bundle } from '../src/processes/bundle.mjs'
import { deriveUrls, startBundled, withClient } from '../src/processes/database.mjs'
import { migrate } from '../src/processes/migrate.mjs'
import { findPort } from '../src/processes/requirements.mjs'
import { openSecrets } from '../src/processes/secrets.mjs'
import { root } from '../src/processes/settings.mjs'
import { percentile } from './report.mjs'

const isQuick = process.argv.includes('--quick')
const plan = isQuick ? { entries: 200, rounds: 10 } : { entries: 10_000, rounds: 150 }
const running = []
const say = (text) => process.stderr.write(text)
const program = path.join(root, 'dist', `bench-search-${process.pid}.mjs`)

async function main() {
  const at = process.argv.indexOf('--data')
  const kept = at < 0 ? undefined : process.argv[at + 1]
  const dataDir = kept ?? mkdtempSync(path.join(tmpdir(), 'laureate-desk-bench-'))
  mkdirSync(dataDir, { recursive: true })
  let cluster
  try {
    const { secrets } = openSecrets(dataDir)
    const database = await startBundled({ dataDir, secrets, port: await findPort(randomInt(12_000, 32_000)) })
    cluster = database.cluster
    const urls = deriveUrls(database.owner, secrets, {})
    await migrate({ urls, dataDir })
    const questions = await fillOnce(urls, path.join(dataDir, `questions-${plan.entries}.json`))
    const sizes = await withClient(urls.owner, readSizes)
    const { port, pid } = await startDelivery(urls.delivery)
    // Every connection prepares the statement and the memory of the database fills.
    const first = Math.floor(questions.length / 4)
    await measure(port, questions.slice(0, first))
    const pids = [pid, ...(await withClient(urls.owner, backendsOfDelivery))]
    print(await measure(port, questions.slice(first), pids), sizes)
  } finally {
    for (const child of running) child.kill('SIGKILL')
    await cluster?.stop()
    if (!kept) rmSync(dataDir, { recursive: true, force: true })
    rmSync(program, { force: true })
  }
}

async function fillOnce(urls, file) {
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8'))
  const questions = await fill(urls)
  writeFileSync(file, JSON.stringify(questions))
  return questions
}

/** @param {import('../src/processes/database.mjs').Urls} urls */
async function fill(urls) {
  // Made at the end, all at once; publishing adds to them bit by bit.
  const indexes = await withClient(urls.owner, async (client) => {
    const { rows } = await client.query(
      `select indexdef, schemaname || '.' || indexname as name from pg_indexes
        where schemaname = 'published' and indexname in ('search_words', 'search_names_key')`,
    )
    for (const { name } of rows) await client.query(`drop index ${name}`)
    return rows.map(({ indexdef }) => indexdef)
  })
  await build({
    bundle: true,
    packages: 'external',
    format: 'esm',
    platform: 'node',
    target: 'node20.20',
    tsconfig: path.join(root, 'tsconfig.json'),
    entryPoints: [path.join(root, 'bench', 'search-load.ts')],
    outfile: program,
  })
  const child = start([program, String(plan.entries), String(plan.rounds)], { DESK_DATABASE_URL: urls.desk })
  for await (const line of createInterface({ input: child.stdout })) {
    const { filled, questions } = JSON.parse(line)
    if (!questions) {
      say(`\rFilled ${filled} of ${plan.entries} award entries in 12 languages`)
      continue
    }
    say('\nMaking the indexes\n')
    await withClient(urls.owner, async (client) => {
      await client.query("set maintenance_work_mem = '512MB'")
      for (const definition of indexes) await client.query(definition)
      await client.query('vacuum analyze published.search')
      await client.query('vacuum analyze published.search_names')
    })
    return questions
  }
  throw new Error('The search was not filled.')
}

async function readSizes(client) {
  const { rows } = await client.query(
    `select (select count(*)::int from published.search) as rows,
            round(pg_table_size('published.search') / 1048576.0)::int as "tableMib",
            round(pg_relation_size('published.search_words') / 1048576.0)::int as "indexMib"`,
  )
  return rows[0]
}

function start(args, env) {
  const child = spawn(process.execPath, args, {
    cwd: root,
    env: { ...process.env, NODE_ENV: 'production', ...env },
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  })
  running.push(child)
  return child
}

async function startDelivery(databaseUrl) {
  await bundle('delivery')
  const port = await findPort(randomInt(12_000, 32_000))
  const { pid } = start(['dist/delivery.mjs'], {
    DELIVERY_DATABASE_URL: databaseUrl,
    DELIVERY_PORT: String(port),
  })
  for (let tries = 0; tries < 300; tries += 1) {
    const isUp = await fetch(`http://127.0.0.1:${port}/healthz`).then(
      ({ ok }) => ok,
      () => false,
    )
    if (isUp) return { port, pid }
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error('Delivery does not answer.')
}

/** One question after the other: what one reader waits. */
async function measure(port, questions, pids = []) {
  const found = []
  for (const { kind, locale, q } of questions) {
    const target = `http://127.0.0.1:${port}/v1/search?${new URLSearchParams({ q, locale })}`
    const cpu = cpuMs(pids)
    const since = performance.now()
    const answer = await fetch(target)
    const { meta } = await answer.json()
    if (!answer.ok) throw new Error(`${target} answers ${answer.status}.`)
    found.push({ kind, ms: performance.now() - since, cpu: cpuMs(pids) - cpu, total: meta.total })
  }
  return found
}

async function backendsOfDelivery(client) {
  const { rows } = await client.query(
    "select pid from pg_stat_activity where application_name = 'laureate-desk delivery' and usename = 'delivery_reader'",
  )
  return rows.map(({ pid }) => pid)
}

/** Milliseconds that these processes have run on a core: what a question costs, whatever else the machine does. */
function cpuMs(pids) {
  try {
    const spent = pids.map((pid) => Number(readFileSync(`/proc/${pid}/schedstat`, 'utf8').split(' ')[0]))
    return spent.reduce((sum, ns) => sum + ns, 0) / 1e6
  } catch {
    return Number.NaN
  }
}

function summary(found) {
  const sorted = Float64Array.from(found.map(({ ms }) => ms)).toSorted()
  const cpu = Float64Array.from(found.map((one) => one.cpu)).toSorted()
  const hits = found.map(({ total }) => total).toSorted((a, b) => a - b)
  return {
    questions: found.length,
    medianHits: hits[Math.floor(hits.length / 2)],
    p50: percentile(sorted, 50),
    p95: percentile(sorted, 95),
    p99: percentile(sorted, 99),
    cpu50: percentile(cpu, 50),
    cpu95: percentile(cpu, 95),
  }
}

function print(found, sizes) {
  const kinds = [...new Set(found.map(({ kind }) => kind))]
  const results = {
    ...Object.fromEntries(kinds.map((kind) => [kind, summary(found.filter((one) => one.kind === kind))])),
    all: summary(found),
  }
  const setting = { ...plan, ...sizes, node: process.version, cpu: cpus()[0]?.model, load: loadavg()[0] }
  if (process.argv.includes('--json')) {
    process.stdout.write(`${JSON.stringify({ results, setting }, null, 2)}\n`)
    return
  }
  process.stdout.write(`${JSON.stringify(setting)}\n`)
  const line = (cells) =>
    `${cells[0].padEnd(26)}${cells
      .slice(1)
      .map((cell) => String(cell).padStart(11))
      .join('')}\n`
  process.stdout.write(line(['', 'questions', 'hits', 'p50 ms', 'p95 ms', 'p99 ms', 'p50 CPU', 'p95 CPU']))
  for (const [kind, { questions, medianHits, p50, p95, p99, cpu50, cpu95 }] of Object.entries(results))
    process.stdout.write(line([kind, questions, medianHits, p50, p95, p99, cpu50, cpu95]))
}

main().catch((error) => {
  process.stderr.write(`${readable(error)}\n`)
  process.exitCode = 1
})

const readable = (error) => error.stack ?? String(error)

// `npm run bench:delivery-busy`: how long readers wait at 500 requests a second while people work at the desk, everything on
// this one machine as `npm start` runs it. --json for machines, --quick to see that it runs.

import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { cpus, loadavg, tmpdir } from 'node:os'
import path from 'node:path'
import { root } from '../src/processes/settings.mjs'
import { makeRequest, runSteadily } from './client.mjs'
import { anyPort, endAll, start } from './machine.mjs'
import { percentile } from './report.mjs'

const isQuick = process.argv.includes('--quick')
const plan = { perSecond: 500, ms: isQuick ? 2000 : 20_000, people: 8 }
const screens = ['/admin', '/admin/collections/laureates', '/admin/collections/citations?limit=50']
const say = (text) => process.stderr.write(`${text}\n`)

async function main() {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'laureate-desk-bench-'))
  const app = await startApp(dataDir)
  try {
    const targets = await addresses(app.delivery)
    const cookie = await signIn(app)
    say('500 a second')
    const alone = await steadily(app, targets)
    say(`500 a second while ${plan.people} people open screens without a pause`)
    const desk = keepBusy(app.desk, cookie)
    const busy = await steadily(app, targets)
    const opened = await desk.stop()
    report({ alone, busy, screensPerSecond: Number((opened / (plan.ms / 1000)).toFixed(1)) })
  } finally {
    endAll()
    app.child.kill('SIGINT')
    await new Promise((resolve) => app.child.once('exit', resolve))
    rmSync(dataDir, { recursive: true, force: true })
  }
}

/** `npm start` in a folder of its own. @param {string} dataDir */
async function startApp(dataDir) {
  const [desk, delivery] = [await anyPort(), await anyPort()]
  const env = { ...process.env, ADMIN_PORT: `${desk}`, DELIVERY_PORT: `${delivery}`, DATA_DIR: dataDir }
  const child = spawn(process.execPath, ['src/processes/start.mjs'], {
    cwd: root,
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let output = ''
  const [email, password] = await new Promise((resolve, reject) => {
    child.stdout.on('data', (chunk) => {
      output += chunk
      const found = /First sign-in +(\S+) +password \(shown once\): (\S+)/.exec(output)
      if (found) resolve(found.slice(1))
    })
    child.once('exit', () => reject(new Error(`The desk did not start:\n${output}`)))
  })
  return { child, email, password, desk: `http://localhost:${desk}`, delivery }
}

/** What the invented foundation has, by the lists. @param {number} port */
async function addresses(port) {
  const found = []
  for (const name of ['laureates', 'citations', 'biographies', 'press-releases'])
    for (const locale of ['en', 'sv', 'ar']) {
      const list = `/v1/${name}?locale=${locale}`
      const { data } = await (await fetch(`http://127.0.0.1:${port}${list}`)).json()
      found.push(list, ...data.map(({ slug }) => `/v1/${name}/${slug}?locale=${locale}`))
    }
  return found.map((target) => makeRequest(target))
}

async function signIn({ desk, email, password }) {
  const answer = await fetch(`${desk}/api/users/login`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Origin: desk },
    body: JSON.stringify({ email, password }),
  })
  if (!answer.ok) throw new Error(`Nobody could sign in: ${answer.status}`)
  return answer.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ')
}

/** @param {string} desk @param {string} cookie @returns {{ stop: () => Promise<number> }} how many screens they opened */
function keepBusy(desk, cookie) {
  const work = JSON.stringify({ desk, cookie, people: plan.people, screens })
  const child = start(['bench/people.mjs', work])
  const opened = new Promise((resolve, reject) => {
    child.once('message', resolve)
    child.once('exit', (code) => reject(new Error(`The people at the desk ended with ${code}.`)))
  })
  // Who ends before being asked to is heard of then.
  opened.catch(() => undefined)
  return {
    stop: () => {
      if (child.connected) child.send('over')
      return opened
    },
  }
}

async function steadily({ delivery }, targets) {
  let at = 0
  const latencies = await runSteadily({
    port: delivery,
    connections: 16,
    status: 200,
    ms: plan.ms,
    perSecond: plan.perSecond,
    next: () => targets[(at += 1) % targets.length],
  })
  return { p50: percentile(latencies, 50), p99: percentile(latencies, 99), most: percentile(latencies, 100) }
}

function report(found) {
  const setting = {
    ...plan,
    node: process.version,
    cpu: cpus()[0]?.model,
    cores: cpus().length,
    load: loadavg()[0],
  }
  if (process.argv.includes('--json'))
    process.stdout.write(`${JSON.stringify({ found, setting }, null, 2)}\n`)
  else {
    process.stdout.write(`${JSON.stringify(setting)}\n`)
    for (const [name, value] of Object.entries(found))
      process.stdout.write(`${name.padEnd(18)}${JSON.stringify(value)}\n`)
  }
}

main().catch((error) => {
  process.stderr.write(`${error.stack}\n`)
  process.exitCode = 1
})

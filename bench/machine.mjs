// Servers as processes of their own, and what they cost.

import { spawn, spawnSync } from 'node:child_process'
import { randomInt } from 'node:crypto'
import { readFileSync, rmSync } from 'node:fs'
import { cpus } from 'node:os'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { findPort } from '../src/processes/requirements.mjs'
import { root } from '../src/processes/settings.mjs'

export const isPinned = cpus().length > 1 && spawnSync('taskset', ['-V']).status === 0
/** @type {import('node:child_process').ChildProcess[]} */
const running = []

export function endAll() {
  for (const child of running) child.kill('SIGKILL')
}

export const anyPort = () => findPort(randomInt(12_000, 32_000))

/** A program in Node, on one core where that can be chosen. @param {string[]} args @param {number} [core] */
export function start(args, env = {}, core) {
  const command = [process.execPath, ...args]
  const [program, ...rest] =
    isPinned && core !== undefined ? ['taskset', '-c', String(core), ...command] : command
  const child = spawn(program, rest, {
    cwd: root,
    env: { ...process.env, NODE_ENV: 'production', ...env },
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  })
  running.push(child)
  return child
}

/** This process leaves core 0 to the servers. */
export function leaveCore() {
  if (isPinned) spawnSync('taskset', ['-cp', '1', String(process.pid)])
}

/** The lines of JSON that a program of this folder prints. @param {string} name @param {string[]} args */
export async function* runProgram(name, args, env) {
  const outfile = path.join(root, 'dist', `bench-${name}-${process.pid}.mjs`)
  await build({
    bundle: true,
    packages: 'external',
    format: 'esm',
    platform: 'node',
    target: 'node20.20',
    tsconfig: path.join(root, 'tsconfig.json'),
    entryPoints: [path.join(root, 'bench', `${name}.ts`)],
    outfile,
  })
  const child = start([outfile, ...args], env)
  try {
    for await (const line of createInterface({ input: child.stdout })) yield JSON.parse(line)
  } finally {
    rmSync(outfile, { force: true })
  }
  if (child.exitCode === null) await new Promise((resolve) => child.once('exit', resolve))
  if (child.exitCode !== 0) throw new Error(`${name} ended with ${child.exitCode}.`)
}

/** @param {string[]} args of the bare server, after the address of delivery and its own port */
export async function startBare(deliveryPort, args = []) {
  const port = await anyPort()
  const file = fileURLToPath(new URL('./bare.mjs', import.meta.url))
  const child = start([file, `http://127.0.0.1:${deliveryPort}`, String(port), ...args], {}, 0)
  await until(`http://127.0.0.1:${port}/healthz`, 3000)
  return { name: 'bare', port, pid: child.pid, child }
}

export async function startDelivery(databaseUrl, env = {}) {
  const port = await anyPort()
  const settings = { DELIVERY_DATABASE_URL: databaseUrl, DELIVERY_PORT: String(port), ...env }
  const child = start(['dist/delivery.mjs'], settings, 0)
  await until(`http://127.0.0.1:${port}/healthz`)
  return { name: 'delivery', port, pid: child.pid, child }
}

export async function until(url, tries = 300) {
  for (let tried = 0; tried < tries; tried += 1) {
    if (
      await fetch(url).then(
        (answer) => answer.ok,
        () => false,
      )
    )
      return
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error(`${url} does not answer.`)
}

/** @param {number} pid */
export function cpuSeconds(pid) {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ')
    return (Number(fields[11]) + Number(fields[12])) / 100
  } catch {
    return Number.NaN
  }
}

/** @param {number} pid @param {'VmRSS' | 'VmHWM'} name now, or at most so far */
export function rssMib(pid, name = 'VmRSS') {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8')
    return Math.round(Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)?.[1]) / 1024)
  } catch {
    return Number.NaN
  }
}

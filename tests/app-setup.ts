// Before the browser tests: the whole desk, started by the command that everybody uses, on free ports and in a
// folder of its own.

import { spawn, type ChildProcess } from 'node:child_process'
import { rmSync } from 'node:fs'
import type { TestProject } from 'vitest/node'
import { makeFolder } from './folder'
import { findTestPort } from './port'
import { root } from '../src/processes/settings.mjs'

declare module 'vitest' {
  interface ProvidedContext {
    app: App
  }
}

/** A running desk. `owner` is the database connection that may do everything. */
export type App = {
  serverUrl: string
  deliveryUrl: string
  dataDir: string
  pid: number
  email: string
  password: string
}

export type RunningApp = App & {
  /** All that was printed so far. */
  output: () => string
  child: ChildProcess
  /** Ctrl-C, then waits for the end. Returns the exit code. */
  stop: () => Promise<number | null>
}

const patienceMs = 600_000

/**
 * `npm start` on free ports. Resolves when it says "Ready"; rejects with its output when it ends before.
 * `email` and `password` are empty when this is not the first start of `dataDir`.
 */
export async function startApp(dataDir: string, env: Record<string, string> = {}): Promise<RunningApp> {
  const adminPort = await findTestPort()
  const deliveryPort = await findTestPort()
  const { DATABASE_URL: _owner, npm_lifecycle_event: _npm, ...rest } = process.env
  const child = spawn(process.execPath, ['src/processes/start.mjs'], {
    cwd: root,
    env: { ...rest, ADMIN_PORT: `${adminPort}`, DELIVERY_PORT: `${deliveryPort}`, DATA_DIR: dataDir, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk))
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve))
  await Promise.race([waitFor(() => /Ready in/.test(output) && /\/v1\//.test(output), patienceMs), ended])
  if (child.exitCode !== null) throw new Error(`The desk did not start:\n${output}`)
  const [, email = '', password = ''] =
    /First sign-in +(\S+) +password \(shown once\): (\S+)/.exec(output) ?? []
  return {
    serverUrl: `http://localhost:${adminPort}`,
    deliveryUrl: `http://localhost:${deliveryPort}`,
    dataDir,
    pid: child.pid ?? 0,
    email,
    password,
    child,
    output: () => output,
    stop: () => {
      child.kill('SIGINT')
      return ended
    },
  }
}

/** Waits until the condition holds and tells how long that took, in milliseconds; rejects after `limitMs`. */
export async function waitFor(
  condition: () => boolean | Promise<boolean>,
  limitMs = 60_000,
): Promise<number> {
  const since = Date.now()
  while (!(await condition())) {
    if (Date.now() - since > limitMs)
      throw new Error(`Waited ${limitMs / 1000} s in vain for: ${condition.toString()}`)
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  return Date.now() - since
}

export async function setup(project: TestProject) {
  const dataDir = makeFolder('e2e')
  // Receivers of webhooks are on this machine, too.
  const env = { WEBHOOK_ALLOW_NETWORKS: '127.0.0.1/32' }
  const { child: _child, output: _output, stop, ...app } = await startApp(dataDir, env)
  project.provide('app', app)
  return async () => {
    await stop()
    rmSync(dataDir, { recursive: true, force: true })
  }
}

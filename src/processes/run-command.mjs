import { spawn } from 'node:child_process'
import { closeSync, mkdirSync, openSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import { Problem } from './steps.mjs'

const endWithParent = new URL('./end-with-parent.mjs', import.meta.url).href

/**
 * Starts a program that ends with this process, even when this one is killed, and that leads a group of
 * processes of its own, so that Ctrl-C in the terminal does not reach it before we say so.
 *
 * @param {string} program
 * @param {string[]} args
 * @param {{ cwd: string, env: Record<string, string | undefined>, output: 'pipe' | number }} how
 */
function startBound(program, args, { cwd, env, output }) {
  const isWindows = process.platform === 'win32'
  return spawn(program, args, {
    cwd,
    env: { ...env, LAUREATE_DESK_PARENT: String(process.pid) },
    stdio: ['ignore', output, output, 'pipe'],
    detached: !isWindows,
    shell: isWindows && program.endsWith('.cmd'),
  })
}

/**
 * The same for a Node program.
 *
 * @param {string[]} args
 * @param {{ cwd: string, env: Record<string, string | undefined>, output: 'pipe' | number }} how
 */
export const startNode = (args, how) =>
  startBound(process.execPath, ['--import', endWithParent, ...args], how)

/**
 * Programs that load Payload name the build of the editor's packages that they want. Left to themselves these
 * choose with a top-level `await import()`, on which Node 20 now and then waits for ever.
 */
export const production = '--conditions=production'
export const development = '--conditions=development'

/**
 * The arguments that run one of our TypeScript programs.
 *
 * @param {string} name of a file in `src/processes`
 * @param {...string} args
 */
export const programArguments = (name, ...args) => [production, 'src/processes/run.mjs', name, ...args]

/**
 * Runs a Node program to its end, its output kept in `logFile`. A failure becomes a Problem that quotes
 * its errors and last lines and names the log.
 *
 * @param {{ args: string[], env: Record<string, string | undefined>, cwd: string, logFile: string, what: string }} command
 * @returns {Promise<string>} everything it printed
 */
export async function runNode(command) {
  return run(process.execPath, ['--import', endWithParent, ...command.args], command)
}

/**
 * The same for npm, which is found on the PATH; Node hands the option on to it by NODE_OPTIONS.
 *
 * @param {{ args: string[], env: Record<string, string | undefined>, cwd: string, logFile: string, what: string }} command
 */
export async function runNpm(command) {
  const env = { ...command.env, NODE_OPTIONS: `--import=${endWithParent}` }
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm'
  return run(npm, command.args, { ...command, env })
}

/**
 * @param {string} program
 * @param {string[]} args
 * @param {{ env: Record<string, string | undefined>, cwd: string, logFile: string, what: string }} command
 */
async function run(program, args, { env, cwd, logFile, what }) {
  mkdirSync(path.dirname(logFile), { recursive: true })
  const log = openSync(logFile, 'w', 0o600)
  const child = startBound(program, args, { env, cwd, output: log })
  running.add(child)
  /** @type {Promise<number | string>} */
  const ended = new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', (exit, signal) => resolve(exit ?? signal ?? 'unknown'))
  })
  const code = await ended.finally(() => {
    running.delete(child)
    closeSync(log)
  })
  const output = readFileSync(logFile, 'utf8')
  if (code !== 0) throw failure({ what, code, output, logFile })
  return output
}

/** @type {Set<import('node:child_process').ChildProcess>} */
const running = new Set()

/** Ends the commands that are still running, for a start that is interrupted half way. */
export function stopCommands() {
  for (const child of running) child.stdio[3]?.destroy()
}

/** @param {{ what: string, code: number | string, output: string, logFile: string }} result */
function failure({ what, code, output, logFile }) {
  if (/ENOSPC|No space left on device/.test(output)) {
    return new Problem('The disk is full. Free at least 1 GiB, then start again.')
  }
  const lines = stripVTControlCharacters(output).trimEnd().split('\n')
  const errors = lines.filter((line) => /caused by|error:/i.test(line)).slice(0, 4)
  const kept = new Set([...errors, ...lines.slice(-8)])
  const said = [...kept].map((line) => `  │ ${line.slice(0, 160)}`).join('\n')
  return new Problem(`${what} failed (${code}). From ${logFile}:\n${said}`)
}

import { createInterface } from 'node:readline'
import { stripVTControlCharacters } from 'node:util'
import { readLine, showLine } from './log-file.mjs'
import { startNode } from './run-command.mjs'
import { root } from './settings.mjs'
import { Problem } from './steps.mjs'

const patienceMs = 10_000
const longestPauseMs = 30_000

/**
 * Keeps one part running. When it ends unasked that is said in one line and it is started again, after a pause
 * that doubles with each end until the part has run for a minute.
 */
export class Supervised {
  /** @type {import('node:child_process').ChildProcess | undefined} */
  #child
  #ends = 0
  #isStopping = false
  #lastWords = ''

  /**
   * @param {import('./parts.mjs').Part} part
   * @param {(line: string) => void} keep what the part says, as JSON
   */
  constructor(part, keep) {
    this.part = part
    this.keep = keep
    this.#start()
  }

  get pid() {
    return this.#child?.pid
  }

  #start() {
    const { part } = this
    const startedAt = Date.now()
    const child = startNode(part.args, { cwd: root, env: part.env, output: 'pipe' })
    this.#child = child
    for (const stream of [child.stdout, child.stderr]) if (stream) this.#relay(stream)
    child.once('exit', (code, signal) => this.#restart(startedAt, signal ?? `exit ${code}`))
  }

  /** @param {import('node:stream').Readable} stream */
  #relay(stream) {
    createInterface({ input: stream }).on('line', (line) => {
      const text = stripVTControlCharacters(line).trim()
      if (!text) return
      const said = readLine(this.part.name, text)
      this.#lastWords = said.message
      const json = JSON.stringify(said)
      this.keep(json)
      // A terminal shows lines for people; a file or a pipe gets one object per line.
      process.stdout.write(`${process.stdout.isTTY ? showLine(said) : json}\n`)
    })
  }

  /** @param {number} startedAt @param {string} how */
  #restart(startedAt, how) {
    if (this.#child?.pid) signalGroup(this.#child.pid, 'SIGKILL')
    if (this.#isStopping) return
    this.#ends = Date.now() - startedAt > 60_000 ? 1 : this.#ends + 1
    const pauseMs = Math.min(1000 * 2 ** (this.#ends - 1), longestPauseMs)
    const message = `${this.part.name} ended (${how}), starting it again in ${pauseMs / 1000} s`
    this.keep(JSON.stringify({ time: new Date().toISOString(), level: 'error', part: 'start', message }))
    process.stderr.write(`! ${message}\n`)
    setTimeout(() => {
      if (!this.#isStopping) this.#start()
    }, pauseMs)
  }

  /**
   * Resolves when the part answers; a Problem after three ends in a row, or when it never does.
   *
   * @param {number} limitMs
   */
  async waitUntilReady(limitMs) {
    const limit = Date.now() + limitMs
    while (Date.now() < limit && this.#ends < 3 && !this.#isStopping) {
      if (await this.part.isReady()) return
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
    const said = this.#lastWords ? ` It last said: ${this.#lastWords}` : ''
    throw new Problem(`${this.part.name} does not answer.${said}`)
  }

  /** Asks the part to end, and makes it end after ten seconds. */
  async stop() {
    this.#isStopping = true
    const child = this.#child
    if (!child?.pid || child.exitCode !== null || child.signalCode !== null) return
    const ended = new Promise((resolve) => child.once('exit', resolve))
    const { pid } = child
    signalGroup(pid, 'SIGTERM')
    const timer = setTimeout(() => signalGroup(pid, 'SIGKILL'), patienceMs)
    await ended
    clearTimeout(timer)
  }
}

/** The part and all that it started. @param {number} pid @param {NodeJS.Signals} signal */
function signalGroup(pid, signal) {
  try {
    process.kill(process.platform === 'win32' ? pid : -pid, signal)
  } catch {
    // It is gone already.
  }
}

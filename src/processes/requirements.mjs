import { existsSync, mkdirSync, readFileSync, statfsSync } from 'node:fs'
import { createServer } from 'node:net'
import path from 'node:path'
import { runNpm } from './run-command.mjs'
import { Problem } from './steps.mjs'

const mebibyte = 1024 * 1024

/**
 * @param {string} folder
 * @param {number} needed MiB
 */
export function checkDisk(folder, needed) {
  mkdirSync(folder, { recursive: true })
  const { bavail, bsize } = statfsSync(folder)
  const free = Math.floor((bavail * bsize) / mebibyte)
  if (free < needed) {
    throw new Problem(
      `The disk that holds ${folder} has ${free} MiB left. Free at least ${needed} MiB, then start again.`,
    )
  }
}

/**
 * Whether node_modules is what package-lock.json asks for. npm leaves a list of what it installed, and leaves
 * it last: an install that was interrupted has none.
 *
 * @param {string} root
 */
export function areDependenciesInstalled(root) {
  const installed = path.join(root, 'node_modules', '.package-lock.json')
  if (!existsSync(installed)) return false
  const wanted = Object.entries(readPackages(path.join(root, 'package-lock.json')))
  const there = readPackages(installed)
  return wanted.every(([name, { version, optional }]) => {
    if (name === '' || (optional && !there[name])) return true
    return there[name]?.version === version
  })
}

/** @param {string} file @returns {Record<string, { version?: string, optional?: boolean }>} */
const readPackages = (file) => JSON.parse(readFileSync(file, 'utf8')).packages

/**
 * `npm ci`, with the development packages: the build and the scripts need some of them.
 *
 * @param {{ root: string, logFile: string, env: Record<string, string | undefined> }} place
 */
export async function installDependencies({ root, logFile, env }) {
  const args = ['ci', '--include=dev', '--no-audit', '--no-fund']
  await runNpm({ args, env, cwd: root, logFile, what: 'npm ci' })
}

/**
 * @param {{ port: number, host: string, variable: string }} wanted
 */
export async function checkPort({ port, host, variable }) {
  const code = await listenOnce(port, host)
  if (!code) return
  if (code === 'EADDRINUSE') {
    throw new Problem(
      `Port ${port} is taken. Stop what uses it, or choose another: ${variable}=${port + 1} npm start`,
    )
  }
  if (code === 'EACCES')
    throw new Problem(
      `Port ${port} needs more rights. Choose one above 1023: ${variable}=${port + 8000} npm start`,
    )
  throw new Problem(
    `Cannot listen on ${host}:${port} (${code}). Set ${variable.replace('PORT', 'HOST')} to an address of this machine.`,
  )
}

/**
 * @param {number} port 0 for any
 * @param {string} host
 * @returns {Promise<string | undefined>} the error code, if it cannot be had
 */
async function listenOnce(port, host) {
  const server = createServer()
  return new Promise((resolve) => {
    server.once('error', (error) => resolve('code' in error ? String(error.code) : error.message))
    server.listen(port, host, () => server.close(() => resolve(undefined)))
  })
}

/**
 * A free loopback port, `preferred` if that is one.
 *
 * @param {number} preferred
 * @returns {Promise<number>}
 */
export async function findPort(preferred) {
  if (!(await listenOnce(preferred, '127.0.0.1'))) return preferred
  const server = createServer()
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      const port = typeof address === 'object' && address ? address.port : preferred
      server.close(() => resolve(port))
    })
  })
}

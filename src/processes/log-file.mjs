import { appendFileSync, existsSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs'
import path from 'node:path'

const mostBytes = 10 * 1024 * 1024
const mostFiles = 5

/**
 * The log of the parts: one file of at most 10 MiB and the four before it. What cannot be written is lost, the desk goes on.
 *
 * @param {string} dataDir
 * @param {{ bytes: number, files: number }} [bounds]
 * @returns {(line: string) => void} takes one line without its end
 */
export function openLogFile(dataDir, { bytes, files } = { bytes: mostBytes, files: mostFiles }) {
  const file = path.join(dataDir, 'logs', 'desk.log')
  mkdirSync(path.dirname(file), { recursive: true })
  let size = existsSync(file) ? statSync(file).size : 0
  return (line) => {
    try {
      if (size + line.length > bytes) {
        turn(file, files)
        size = 0
      }
      appendFileSync(file, `${line}\n`, { mode: 0o600 })
      size += Buffer.byteLength(line) + 1
    } catch {
      // A full disk: the lines are still on the terminal.
    }
  }
}

/** @param {string} file @param {number} files */
function turn(file, files) {
  rmSync(`${file}.${files - 1}`, { force: true })
  for (let number = files - 2; number >= 0; number -= 1) {
    const from = number === 0 ? file : `${file}.${number}`
    if (existsSync(from)) renameSync(from, `${file}.${number + 1}`)
  }
}

/**
 * A line that a part printed, as an object: its own, or a bare text put into one.
 *
 * @param {string} part
 * @param {string} line
 * @returns {{ time: string, level: string, part: string, message: string }}
 */
export function readLine(part, line) {
  try {
    const said = JSON.parse(line)
    if (said && typeof said.message === 'string' && typeof said.time === 'string') return said
  } catch {
    // A bare text: of Node itself, or of a package.
  }
  return { time: new Date().toISOString(), level: 'info', part, message: line }
}

/**
 * The same for people.
 *
 * @param {{ time: string, level: string, part: string, message: string }} line
 */
export function showLine({ time, level, part, message, ...facts }) {
  const more = Object.entries(facts).map(([name, value]) => ` ${name}=${JSON.stringify(value)}`)
  return `${part.padEnd(8)} │ ${time.slice(11, 19)} ${level === 'info' ? '' : `${level}: `}${message}${more.join('')}`
}

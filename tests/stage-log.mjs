// What a stage printed, and how much of it is shown.

import { readFileSync } from 'node:fs'
import path from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import { root } from '../src/processes/settings.mjs'

export const logs = path.join(root, '.data', 'logs')

/** @param {string} stage */
export const logOf = (stage) => path.join(logs, `test-${stage}.log`)

/** @param {string} file @returns {string[]} */
const linesOf = (file) => stripVTControlCharacters(readFileSync(file, 'utf8')).trimEnd().split('\n')

/** @param {string} file */
export function printLog(file) {
  const lines = linesOf(file)
  const shown =
    lines.length > 400
      ? [`… the first ${lines.length - 400} lines are in ${file}`, ...lines.slice(-400)]
      : lines
  process.stdout.write(`${shown.join('\n')}\n`)
}

/** @param {string} file */
export const endOfLog = (file) => linesOf(file).slice(-40).join('\n')

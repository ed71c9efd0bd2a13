// The last lines of `npm test`. Where only the end of an output is kept, they have to be enough: each failure
// with its error, then all their names, then the counts.

/** @typedef {import('./vitest-stage.mjs').Outcome} Outcome */

const mostErrors = 25
const mostLines = 24

/** @param {Outcome} total @param {string} took @returns {string} */
export function finalWords({ passed, failed, skipped, secondTry }, took) {
  return [
    ...skipped.map((name) => `skipped: ${name}`),
    ...tellSecondTries(secondTry),
    '',
    `All stages took ${took}.`,
    ...tellFailures(failed),
    `${passed} passed, ${failed.length} failed, ${skipped.length} skipped`,
    '',
  ].join('\n')
}

/** @param {Outcome['secondTry']} secondTry @returns {string[]} */
function tellSecondTries(secondTry) {
  if (secondTry.length === 0) return []
  const told = secondTry.flatMap(({ name, error }) => [`  ${name}`, ...indent(error).slice(0, 8)])
  return ['', `${count(secondTry, 'test')} passed only on a second try:`, ...told]
}

/** @param {Outcome['failed']} failed @returns {string[]} */
function tellFailures(failed) {
  if (failed.length === 0) return []
  const shown = failed.slice(0, mostErrors).flatMap(({ name, error }) => ['', `✗ ${name}`, ...indent(error)])
  return [...shown, '', `${count(failed, 'failure')}:`, ...failed.map(({ name }) => `  ${name}`), '']
}

/** The whole of a short error, both ends of a long one. @param {string} error @returns {string[]} */
function indent(error) {
  const lines = error.split('\n').map((line) => `    ${line.slice(0, 300)}`)
  if (lines.length <= mostLines) return lines
  return [...lines.slice(0, mostLines / 2), '    …', ...lines.slice(-mostLines / 2)]
}

const count = (/** @type {unknown[]} */ list, /** @type {string} */ noun) =>
  `${list.length} ${noun}${list.length === 1 ? '' : 's'}`

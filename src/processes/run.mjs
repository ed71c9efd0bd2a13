// Runs one of our TypeScript programs: node src/processes/run.mjs NAME [ARGUMENT …]

import { pathToFileURL } from 'node:url'
import { bundle, bundleFile } from './bundle.mjs'

/** @param {unknown} error */
const isEsbuildMissing = (error) =>
  error instanceof Error &&
  'code' in error &&
  error.code === 'ERR_MODULE_NOT_FOUND' &&
  error.message.includes("'esbuild'")

const [name = '', ...args] = process.argv.slice(2)
try {
  await bundle(name)
  // It uploads pictures, and these are decoded by a program of their own.
  if (name === 'seed') await bundle('picture')
} catch (error) {
  if (!isEsbuildMissing(error)) throw error
  process.stderr.write('The packages are not installed. Run "npm start" or "npm ci", then try again.\n')
  process.exit(2)
}
process.argv = [process.argv[0] ?? '', bundleFile(name), ...args]
await import(pathToFileURL(bundleFile(name)).href)

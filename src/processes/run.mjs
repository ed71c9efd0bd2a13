// Runs one of our TypeScript programs: node src/processes/run.mjs NAME [ARGUMENT …]

import { pathToFileURL } from 'node:url'
import { bundle, bundleFile } from './bundle.mjs'

const [name = '', ...args] = process.argv.slice(2)
await bundle(name)
// It uploads pictures, and these are decoded by a program of their own.
if (name === 'seed') await bundle('picture')
process.argv = [process.argv[0] ?? '', bundleFile(name), ...args]
await import(pathToFileURL(bundleFile(name)).href)

// Runs one of our TypeScript programs: node src/processes/run.mjs NAME [ARGUMENT …]

import { pathToFileURL } from 'node:url'
import { bundle, bundleFile } from './bundle.mjs'

const [name = '', ...args] = process.argv.slice(2)
await bundle(name)
process.argv = [process.argv[0] ?? '', bundleFile(name), ...args]
await import(pathToFileURL(bundleFile(name)).href)

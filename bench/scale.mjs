// `npm run demo:scale`: many machines, shown on this one. --json prints what was measured.

import { mkdtempSync, rmSync, chmodSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'esbuild'
import { root } from '../src/processes/settings.mjs'
import { printFailure } from '../src/processes/steps.mjs'

const program = path.join(root, 'dist', `demo-scale-${process.pid}.mjs`)
const folder = mkdtempSync(path.join(tmpdir(), 'laureate-desk-scale-'))
// The account of Postgres passes through.
chmodSync(folder, 0o711)

/** @type {import('esbuild').Plugin} */
const keepOwnUrl = {
  name: 'keep-own-url',
  setup(building) {
    building.onLoad({ filter: /src\/processes\/.*\.mjs$/ }, async ({ path: file }) => {
      const { readFile } = await import('node:fs/promises')
      const text = await readFile(file, 'utf8')
      return {
        contents: text.replaceAll('import.meta.url', JSON.stringify(pathToFileURL(file).href)),
        loader: 'js',
      }
    })
  },
}

try {
  await build({
    absWorkingDir: root,
    entryPoints: [path.join(root, 'bench', 'scale.ts')],
    outfile: program,
    bundle: true,
    packages: 'external',
    format: 'esm',
    platform: 'node',
    target: 'node20.20',
    logLevel: 'warning',
    plugins: [keepOwnUrl],
  })
  const { show } = await import(pathToFileURL(program).href)
  await show(folder, process.argv.includes('--json'))
} catch (error) {
  printFailure(error)
  process.exitCode = 1
} finally {
  rmSync(folder, { recursive: true, force: true })
  rmSync(program, { force: true })
}

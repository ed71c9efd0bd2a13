// Writes dist/client: the TypeScript client as a package that can be published. `npm run build:client`.

import { copyFile, mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { runNode } from './run-command.mjs'
import { root } from './settings.mjs'
import { printFailure, step } from './steps.mjs'

const source = path.join(root, 'src', 'client')

/** @param {string} folder where the package goes; what was there is replaced */
export async function buildClient(folder = path.join(root, 'dist', 'client')) {
  await mkdir(folder, { recursive: true })
  await bundleClient({ outfile: path.join(folder, 'index.js'), minify: false })
  await declareTypes(folder)
  const { version, license } = JSON.parse(await readFile(path.join(root, 'package.json'), 'utf8'))
  await writeFile(
    path.join(folder, 'package.json'),
    `${JSON.stringify(describe(version, license), null, 2)}\n`,
  )
  await copyFile(path.join(source, 'README.md'), path.join(folder, 'README.md'))
  await copyFile(path.join(root, 'LICENSE'), path.join(folder, 'LICENSE'))
}

/** @param {{ outfile: string, minify: boolean }} how */
export async function bundleClient({ outfile, minify }) {
  const esbuild = await import('esbuild')
  await esbuild.build({
    absWorkingDir: root,
    entryPoints: [path.join(source, 'index.ts')],
    outfile,
    minify,
    bundle: true,
    format: 'esm',
    platform: 'neutral',
    target: 'es2022',
    logLevel: 'warning',
  })
  await esbuild.stop()
}

/** @param {string} folder */
async function declareTypes(folder) {
  const made = path.join(folder, 'types')
  await rm(made, { recursive: true, force: true })
  const options = [
    '--ignoreConfig --declaration --emitDeclarationOnly --strict --exactOptionalPropertyTypes --skipLibCheck',
    '--target es2022 --lib es2024,dom --module esnext --moduleResolution bundler --types node',
  ]
  await runNode({
    args: [
      path.join('node_modules', 'typescript', 'bin', 'tsc'),
      ...options.join(' ').split(' '),
      '--outDir',
      made,
      '--rootDir',
      source,
      path.join(source, 'index.ts'),
    ],
    env: process.env,
    cwd: root,
    logFile: path.join(root, 'dist', 'client-types.log'),
    what: 'The types of the client',
  })
  for (const name of await readdir(made)) await nameExtensions(path.join(made, name))
}

/** Whoever resolves modules as Node does needs the ending. @param {string} file */
async function nameExtensions(file) {
  const text = await readFile(file, 'utf8')
  await writeFile(file, text.replaceAll(/(from '|import\(')(\.\/[a-z-]+)'/g, "$1$2.js'"))
}

/** @param {string} version @param {string} license */
const describe = (version, license) => ({
  name: 'laureate-desk-client',
  version,
  description: 'Reads a Laureate Desk: laureates, award entries, press releases, in every language.',
  license,
  type: 'module',
  sideEffects: false,
  exports: { '.': { types: './types/index.d.ts', default: './index.js' } },
  types: './types/index.d.ts',
  engines: { node: '>=20' },
  files: ['index.js', 'types', 'README.md'],
})

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  step('dist/client', () => buildClient()).catch((error) => {
    printFailure(error)
    process.exitCode = 1
  })
}

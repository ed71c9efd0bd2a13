import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { root } from './settings.mjs'

/** @param {string} name */
export const bundleFile = (name) => path.join(root, 'dist', `${name}.mjs`)

/**
 * Makes `dist/<name>.mjs` of `src/processes/<name>.ts`: our own modules in one file, packages stay in
 * node_modules. So Node runs our TypeScript without a loader.
 *
 * @param {string} name
 * @returns {Promise<import('esbuild').Metafile>} what went in and what is imported from outside
 */
export async function bundle(name) {
  const esbuild = await import('esbuild')
  const result = await esbuild.build({ ...describe(name), metafile: true, write: false })
  // Its helper process would stay as long as we do.
  await esbuild.stop()
  for (const file of result.outputFiles) await writeWhole(file)
  return result.metafile
}

/** Another process may be reading the file: it finds the old one or the new one. @param {import('esbuild').OutputFile} file */
async function writeWhole(file) {
  const draft = `${file.path}.${process.pid}`
  await mkdir(path.dirname(file.path), { recursive: true })
  await writeFile(draft, file.contents)
  await rename(draft, file.path)
}

/**
 * The same again with every change of a source, for development. Ends with this process.
 *
 * @param {string[]} names
 */
export async function bundleOnChange(names) {
  const esbuild = await import('esbuild')
  for (const name of names) {
    const context = await esbuild.context(describe(name))
    await context.rebuild()
    await context.watch()
  }
}

/** @param {string} name @returns {import('esbuild').BuildOptions} */
function describe(name) {
  return {
    absWorkingDir: root,
    entryPoints: [path.join(root, 'src', 'processes', `${name}.ts`)],
    outfile: bundleFile(name),
    bundle: true,
    packages: 'external',
    format: 'esm',
    platform: 'node',
    target: 'node20.20',
    jsx: 'automatic',
    sourcemap: 'linked',
    logLevel: 'warning',
    plugins: [keepOwnUrl, takeIn],
  }
}

/** @type {Record<string, import('esbuild').Loader>} */
const loaders = { '.ts': 'ts', '.tsx': 'tsx' }

/** A module that looks for files beside itself means its source, wherever the bundle lies. @type {import('esbuild').Plugin} */
const keepOwnUrl = {
  name: 'keep-own-url',
  setup(build) {
    build.onLoad({ filter: /\.(tsx?|mjs)$/ }, async ({ path: file }) => {
      const text = await readFile(file, 'utf8')
      const url = JSON.stringify(pathToFileURL(file).href)
      const loader = loaders[path.extname(file)] ?? 'js'
      return { contents: text.replaceAll('import.meta.url', url), loader }
    })
  },
}

/** GraphQL is a hundred files, which would be read one by one when delivery starts: it goes into the bundle. @type {import('esbuild').Plugin} */
const takeIn = {
  name: 'take-in',
  setup(build) {
    build.onResolve({ filter: /^graphql$/ }, () => ({
      path: path.join(root, 'node_modules/graphql/index.mjs'),
    }))
  },
}

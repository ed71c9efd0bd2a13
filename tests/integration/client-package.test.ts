import { execFile, execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { promisify } from 'node:util'
import { runInNewContext } from 'node:vm'
import { gzipSync } from 'node:zlib'
import { beforeAll, expect, test } from 'vitest'
import { makeFolder } from '../folder'
import { buildClient, bundleClient } from '../../src/processes/build-client.mjs'
import { root } from '../../src/processes/settings.mjs'
import { useWorld } from './delivery-world'

// What is published: one small package that needs nothing, and whose types are the contract.

const world = useWorld()
const folder = makeFolder('client')
const installed = path.join(folder, 'node_modules', 'laureate-desk-client')

beforeAll(async () => {
  await buildClient(installed)
  writeFileSync(path.join(folder, 'package.json'), '{"type":"module"}')
})

test('less than 6 KB, minified and gzipped, of one file that imports nothing', async () => {
  const outfile = path.join(folder, 'minified.js')
  await bundleClient({ outfile, minify: true })
  expect(gzipSync(readFileSync(outfile), { level: 9 }).length).toBeLessThan(6 * 1024)
  expect(readFileSync(path.join(installed, 'index.js'), 'utf8')).not.toMatch(
    /\b(?:import|require)\b\s*[('"{]/,
  )
  const manifest = JSON.parse(readFileSync(path.join(installed, 'package.json'), 'utf8'))
  expect(Object.keys(manifest)).not.toContain('dependencies')
})

test('Node runs it, without anything else installed', async () => {
  await world.publish([{ resource: 'laureates', slug: 'anna' }])
  writeFileSync(
    path.join(folder, 'use.js'),
    `import { createClient } from 'laureate-desk-client'
     const api = createClient({ url: ${JSON.stringify(world.base)} })
     for await (const { slug } of api.list('laureates')) console.log(slug)`,
  )
  const { stdout } = await promisify(execFile)(process.execPath, ['use.js'], { cwd: folder })
  expect(stdout).toBe('anna\n')
})

// What browsers and edge runtimes have, and nothing of Node.
const web = [
  'fetch',
  'URL',
  'URLSearchParams',
  'Headers',
  'AbortController',
  'DOMException',
  'TextEncoder',
  'crypto',
  'atob',
  'setTimeout',
  'clearTimeout',
]

test('it needs nothing but what the web has', async () => {
  const source = readFileSync(path.join(installed, 'index.js'), 'utf8').replace(/export \{[\s\S]*$/, '')
  const surroundings = Object.fromEntries(web.map((name) => [name, globalThis[name as 'fetch']]))
  const use = `(async () => {
    const api = new Client({ url: ${JSON.stringify(world.base)} })
    const store = createMemoryStore()
    await api.sync(store)
    const [first] = store.all('laureates')
    const { slug } = await api.get('laureates', first.slug)
    const refused = await verifyWebhook({ body: '{}', headers: {}, secret: '' }).catch(({ name }) => name)
    return [slug, refused].join(' ')
  })()`
  expect(await runInNewContext(`${source}\n${use}`, surroundings)).toBe('anna WebhookError')
})

const uses = `import { createClient, createMemoryStore, ProblemError, type Laureate, type Locale } from 'laureate-desk-client'
const api = createClient({ url: 'https://api.example.org', locale: 'sv' })
const anna = await api.get('laureates', 'anna', { include: ['citations'] })
export const titles: (string | undefined)[] = anna.included.citations.map(({ title }) => title?.text)
export const whole: Laureate = anna
const part = await api.get('laureates', 'anna', { fields: ['slug'] })
export const slug: string = part.slug
for await (const { name } of api.list('laureates', { year: 2000, sort: '-name' })) name satisfies { text: string; locale: Locale } | null
for await (const hit of api.list('search', { q: 'rain' })) hit.href satisfies string
export const mark: 'https://schema.org' = (await api.form('laureates', 'anna', '.jsonld'))['@context']
await api.sync(createMemoryStore(), { locale: 'ar', fallback: 'none' })
export const parameter = (error: unknown) => (error instanceof ProblemError ? error.parameter : undefined)
`
const misuses = [
  `part.name`,
  `anna.included.releases`,
  `await api.get('laureates', 'anna', { include: ['contacts'] })`,
  `await api.get('laureates', 'anna', { fields: ['age'] })`,
  `await api.get('laureate', 'anna')`,
  `api.list('laureates', { sort: 'age' })`,
  `api.list('search', {})`,
  `api.list('laureates', { unheardOf: 1 })`,
  `createClient({ url: '', locale: 'se' })`,
  `await api.form('biographies', 'anna', '.jsonld')`,
]

test.each(['nodenext', 'bundler'])('its types say what the contract says, resolved as %s', (resolution) => {
  const project = path.join(folder, resolution)
  mkdirSync(project)
  cpSync(path.join(folder, 'package.json'), path.join(project, 'package.json'))
  writeFileSync(path.join(project, 'use.ts'), uses)
  const wrong = misuses.map((line) => `// @ts-expect-error\n${line}\n`).join('')
  writeFileSync(path.join(project, 'misuse.ts'), `${uses}\n${wrong}`)
  const options = `--noEmit --strict --exactOptionalPropertyTypes --target es2022 --lib es2022,dom,dom.asynciterable --moduleResolution ${resolution}`
  const modules = resolution === 'nodenext' ? 'nodenext' : 'esnext'
  const tsc = path.join(root, 'node_modules', 'typescript', 'bin', 'tsc')
  const args = [tsc, ...options.split(' '), '--module', modules, '--types', '', 'use.ts', 'misuse.ts']
  expect(() => execFileSync(process.execPath, args, { cwd: project, encoding: 'utf8' })).not.toThrow()
})

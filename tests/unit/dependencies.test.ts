import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const read = (file: string) => readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8')
const { dependencies, devDependencies } = JSON.parse(read('package.json')) as Record<
  string,
  Record<string, string>
>
const all = Object.entries({ ...dependencies, ...devDependencies })

test('every dependency is pinned to one exact version', () => {
  expect(all.filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))).toEqual([])
})

test('all packages of Payload have the same version', () => {
  const versions = all
    .filter(([name]) => name === 'payload' || name.startsWith('@payloadcms/'))
    .map(([, version]) => version)
  expect(new Set(versions).size).toBe(1)
})

test('every dependency has its reason in the decision record', () => {
  const record = read('docs/decisions/001-dependencies-and-exact-pins.md')
  const isNamed = (name: string) =>
    record.includes(`\`${name}\``) || (name.startsWith('@types/') && record.includes('`@types/*`'))
  expect(all.map(([name]) => name).filter((name) => !isNamed(name))).toEqual([])
})

import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { adminArguments, scriptArguments } from '../../src/processes/parts.mjs'
import { programArguments } from '../../src/processes/run-command.mjs'
import { root } from '../../src/processes/settings.mjs'

const read = (file: string): string => readFileSync(path.join(root, file), 'utf8')
const compose = read('docker-compose.yml')
const words = (list: string): string[] =>
  list
    .split(',')
    .map((word) => word.trim().replaceAll(/^['"]|['"]$/g, ''))
    .filter(Boolean)

/** The command of a service, one word per entry. */
function commandOf(service: string): string[] {
  const block = new RegExp(`\\n  ${service}:\\n([\\s\\S]*?)(?=\\n  \\w|\\n\\w)`).exec(compose)?.[1] ?? ''
  return words(/command:\s*\[([^\]]*)\]/.exec(block)?.[1] ?? '')
}

const inContainer = { isDev: false, adminHost: '0.0.0.0', adminPort: 3000 }
const parts: Record<string, string[]> = {
  admin: adminArguments(inContainer),
  delivery: scriptArguments('delivery', false),
  worker: scriptArguments('worker', false),
}

test.each(Object.entries(parts))('the container of %s runs the command that npm start runs', (name, args) => {
  expect(commandOf(name)).toEqual(['node', ...args])
})

test('the migration container runs the program that npm start calls', () => {
  expect(commandOf('migrate')).toEqual(['node', 'src/processes/migrate.mjs'])
  expect(existsSync(path.join(root, 'src/processes/migrate.mjs'))).toBe(true)
})

test('the first content is made by the program that npm start calls', () => {
  expect(commandOf('seed')).toEqual(['node', ...programArguments('seed')])
})

test('every part waits until the migration has succeeded', () => {
  expect(compose.match(/migrate: \{ condition: service_completed_successfully \}/g)).toHaveLength(4)
})

test('no secret is written down or has a default', () => {
  expect(compose).not.toMatch(/(PASSWORD|SECRET)[^\n]*:-/)
  expect(compose).not.toMatch(/PASSWORD: [^$\n]/)
})

test('the image is built by our build, runs the admin by default, and not as root', () => {
  const docker = read('Dockerfile')
  const [, list = ''] = /CMD \[(.*)\]/.exec(docker) ?? []
  expect(words(list)).toEqual(['node', ...adminArguments(inContainer)])
  expect(docker).toContain('RUN node src/processes/build.mjs')
  expect(docker).toMatch(/^FROM node:24/m)
  expect(docker.lastIndexOf('USER node')).toBeGreaterThan(docker.lastIndexOf('FROM'))
})

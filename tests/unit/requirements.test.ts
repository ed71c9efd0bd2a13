import { chmodSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { makeFolder } from '../folder'
import { checkServer } from '../../src/processes/database.mjs'
import { checkDisk, checkPort } from '../../src/processes/requirements.mjs'
import { openSecrets } from '../../src/processes/secrets.mjs'
import { readSettings } from '../../src/processes/settings.mjs'

let folder = ''
beforeEach(() => {
  folder = makeFolder('unit')
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

test('secrets are made once, kept, and readable by their owner only', () => {
  const first = openSecrets(folder)
  const file = path.join(folder, 'secrets.json')
  expect(first.isNew).toBe(true)
  expect(new Set(Object.values(first.secrets)).size).toBe(6)
  expect(Object.values(first.secrets).every((secret) => Buffer.from(secret, 'base64url').length === 32)).toBe(
    true,
  )
  chmodSync(file, 0o644)
  expect(openSecrets(folder)).toEqual({ secrets: first.secrets, isNew: false })
  expect(statSync(file).mode & 0o777).toBe(0o600)
})

test('a secrets file that is no JSON is refused and left alone', () => {
  const file = path.join(folder, 'secrets.json')
  writeFileSync(file, '{ half')
  expect(() => openSecrets(folder)).toThrow(/cannot be read as JSON/)
  expect(readFileSync(file, 'utf8')).toBe('{ half')
})

test('a taken port is named together with the variable that changes it', async () => {
  const server = createServer()
  const port = await new Promise<number>((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      resolve(typeof address === 'object' && address ? address.port : 0)
    })
  })
  const wanted = { port, host: '127.0.0.1', variable: 'ADMIN_PORT' }
  await expect(checkPort(wanted)).rejects.toThrow(
    `Port ${port} is taken. Stop what uses it, or choose another: ADMIN_PORT=`,
  )
  await new Promise((resolve) => server.close(resolve))
  await expect(checkPort(wanted)).resolves.toBeUndefined()
})

test('a disk without room is named with what is needed', () => {
  expect(() => checkDisk(folder, 1e12)).toThrow(/Free at least 1000000000000 MiB/)
})

test.each([
  [{ ADMIN_PORT: 'web' }, 'ADMIN_PORT is "web"'],
  [{ DELIVERY_PORT: '70000' }, 'DELIVERY_PORT is "70000"'],
  [{ ADMIN_PORT: '4000' }, 'two different ports'],
])('settings %o are refused', (env, says) => {
  expect(() => readSettings([], env)).toThrow(says)
})

test('the public addresses follow the ports unless they are given', () => {
  const { serverUrl, deliveryUrl } = readSettings([], {
    ADMIN_PORT: '3001',
    DELIVERY_URL: 'https://api.example.org',
  })
  expect({ serverUrl, deliveryUrl }).toEqual({
    serverUrl: 'http://localhost:3001',
    deliveryUrl: 'https://api.example.org',
  })
})

test.each([
  ['postgres://u:p@127.0.0.1:1/x', 'No Postgres answers at 127.0.0.1:1 (ECONNREFUSED)'],
  ['mysql://somewhere', 'DATABASE_URL is no address of a database'],
])('an unreachable database %s is told in one line without the password', async (url, says) => {
  const error: unknown = await checkServer(url).catch((reason: unknown) => reason)
  const { message } = error instanceof Error ? error : { message: '' }
  expect(message).toContain(says)
  expect(message).not.toMatch(/\n|u:p/)
})

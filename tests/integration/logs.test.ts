import { spawn } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import path from 'node:path'
import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { bundle } from '../../src/processes/bundle.mjs'
import { withClient } from '../../src/processes/database.mjs'
import { openLogFile, readLine } from '../../src/processes/log-file.mjs'
import { root } from '../../src/processes/settings.mjs'
import { environmentFor } from '../database'
import { makeFolder } from '../folder'
import { useDesk } from '../payload'
import { password, useStaff } from '../staff'

// Words that stand for content, passwords and addresses; no log may hold them.
const canary = 'Kingfisher words'
const wrongPassword = 'kingfisher-password-9183'
const stranger = 'kingfisher@example.org'

const desk = useDesk()
const staff = useStaff(desk)
const printed: string[] = []

beforeAll(() => {
  const keep = (chunk: unknown) => {
    printed.push(String(chunk))
    return true
  }
  vi.spyOn(process.stderr, 'write').mockImplementation(keep)
  vi.spyOn(process.stdout, 'write').mockImplementation(keep)
})

afterEach(() => {
  printed.splice(0)
})

/** Lines of JSON that somebody may read; throws where one is something else. */
function linesOf(text: string): { level: string; part: string; message: string }[] {
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as { level: string; part: string; message: string })
}

function expectQuiet(text: string): void {
  for (const word of [canary, wrongPassword, stranger, password, '@example.org', 'desk-session'])
    expect(text).not.toContain(word)
}

describe('the desk', () => {
  test('prints no refusal: its sentences quote what was sent', async () => {
    const editor = staff.as('editor')
    const signIn = (email: string) =>
      staff.as('anonymous')('POST', '/api/users/login', { email, password: wrongPassword })
    expect((await signIn(stranger)).status).toBe(401)
    expect((await signIn('editor@example.org')).status).toBe(401)
    const answers = [
      await editor('POST', '/api/laureates?locale=en', {
        name: canary,
        kind: 'no-kind',
        slug: `${canary} &`,
      }),
      await editor('POST', '/api/glossary-terms?locale=en', { term: `${canary}\u0000` }),
      await staff.as('reviewer')('POST', '/api/prizes?locale=en', { name: canary }),
    ]
    for (const answer of answers) expect(answer.status).toBeGreaterThanOrEqual(400)
    expectQuiet(printed.join(''))
  })

  test('tells of a fault its kind and place, and none of the words', async () => {
    const editor = staff.as('editor')
    await withClient(desk.database.owner, (client) =>
      client.query('alter table glossary_terms_locales rename column term to taken_away'),
    )
    const answer = await editor('POST', '/api/glossary-terms?locale=en', { term: canary, note: canary })
    await withClient(desk.database.owner, (client) =>
      client.query('alter table glossary_terms_locales rename column taken_away to term'),
    )
    expect(answer.status).toBe(500)
    const lines = linesOf(printed.join(''))
    expect(lines).toContainEqual(
      expect.objectContaining({ level: 'error', part: 'admin', error: expect.any(String) as string }),
    )
    expectQuiet(printed.join(''))
  })
})

test('a worker that meets broken content ends without telling it', async () => {
  await bundle('worker')
  const own = await desk.database.clone()
  await withClient(own.unguarded(), async (client) => {
    await client.query('insert into published.releases (number) values (1)')
    await client.query(
      `with unit as (
         insert into published.units (collection, document_id, unit, content, content_hash, release)
         values ('laureates', gen_random_uuid(), 'shared', jsonb_build_object('slug', $1::text, 'kind', $1::text), 'x', 1)
         returning collection, document_id, unit, id)
       insert into published.current_units select collection, document_id, unit, id from unit`,
      [canary],
    )
  })
  const child = spawn(process.execPath, ['dist/worker.mjs'], {
    cwd: root,
    env: { ...process.env, ...environmentFor(own) },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said += chunk))
  const code = await new Promise((resolve) => {
    child.once('close', resolve)
  })
  expect(code).toBe(1)
  expect(linesOf(said)).toContainEqual(expect.objectContaining({ level: 'error', part: 'worker' }))
  expectQuiet(said)
})

describe('the file', () => {
  const folder = makeFolder('logs')

  test('stays within its bounds, for this user only', () => {
    const keep = openLogFile(folder, { bytes: 1000, files: 3 })
    for (let number = 0; number < 200; number += 1) keep(JSON.stringify({ number, text: 'x'.repeat(40) }))
    const names = readdirSync(path.join(folder, 'logs')).toSorted()
    expect(names).toEqual(['desk.log', 'desk.log.1', 'desk.log.2'])
    for (const name of names) {
      const { size, mode } = statSync(path.join(folder, 'logs', name))
      expect(size).toBeLessThanOrEqual(1000)
      expect(mode & 0o077).toBe(0)
    }
    expect(readFileSync(path.join(folder, 'logs', 'desk.log'), 'utf8')).toContain('"number":199')
    rmSync(folder, { recursive: true })
    expect(existsSync(folder)).toBe(false)
    expect(() => keep('{}')).not.toThrow()
  })

  test('holds a bare text as an object', () => {
    const line = readLine('admin', 'Segmentation fault')
    expect(line).toMatchObject({ level: 'info', part: 'admin', message: 'Segmentation fault' })
    const own = { time: '2026-01-01T00:00:00.000Z', level: 'warn', part: 'worker', message: 'x' }
    expect(readLine('admin', JSON.stringify(own))).toEqual(own)
  })
})

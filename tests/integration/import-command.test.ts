import { spawn } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { englishPage } from '../../src/intake/page.fixtures'
import { programArguments } from '../../src/processes/run-command.mjs'
import { root } from '../../src/processes/settings.mjs'
import { environmentFor } from '../database'
import { personWith } from '../factories'
import { useDesk } from '../payload'
import { emailOf, useStaff } from '../staff'

const desk = useDesk()
useStaff(desk)
type Ended = { code: number | null; out: string; err: string }

const inFolder = (name: string, content: string): string => {
  const file = path.join(desk.database.dataDir, name)
  writeFileSync(file, content)
  return file
}

/** Runs the command as a shell would, without a terminal. */
function run(...args: string[]): Promise<Ended> {
  const child = spawn(process.execPath, [...programArguments('import'), ...args], {
    cwd: root,
    env: { ...process.env, ...environmentFor(desk.database) },
  })
  const ended = { out: '', err: '' }
  child.stdout.on('data', (chunk: Buffer) => (ended.out += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (ended.err += chunk.toString()))
  return new Promise((resolve) => child.once('close', (code) => resolve({ code, ...ended })))
}

let page = ''
beforeAll(async () => {
  page = inFolder('page.txt', englishPage())
  await desk.payload.create({
    collection: 'prizes',
    locale: 'en',
    draft: true,
    overrideAccess: true,
    data: { name: 'The River Prize', slug: 'river-prize', timeZone: 'Europe/Tallinn' },
  })
})
const countLaureates = async () =>
  (await desk.payload.count({ collection: 'laureates', overrideAccess: true })).totalDocs

describe('npm run import -- page', () => {
  test('--dry-run --json prints the proposal as data and needs no desk', async () => {
    const { code, out } = await run('page', page, '--dry-run', '--json')
    expect(code).toBe(0)
    expect(JSON.parse(out)).toMatchObject({
      proposal: { locale: 'en', award: { displayTitle: 'Mira Talvik / Open Rivers (Estonia)' } },
      questions: expect.arrayContaining([expect.objectContaining({ id: 'award.year', required: true })]),
    })
  })

  test('without a terminal it lists what is open and exits 2; nothing is saved', async () => {
    const { code, out } = await run('page', page)
    expect(code).toBe(2)
    expect(out).toContain('award.year')
    expect(await countLaureates()).toBe(0)
  })

  test('a page that is none is refused in one line', async () => {
    const { code, err } = await run('page', 'package.json')
    expect(code).toBe(1)
    expect(err).toMatch(/^This does not look like a laureate page\. Looked for .*\n$/)
  })

  test('an answer of the wrong type names its question', async () => {
    const answers = inFolder('wrong.json', JSON.stringify({ 'award.year': 'soon' }))
    const { code, err } = await run('page', page, '--answers', answers, '--dry-run', '--json')
    expect(code).toBe(1)
    expect(err).toBe('“award.year” must be a year such as 2024.\n')
  })

  test('--yes takes what is proposed and saves; standard output is the report alone', async () => {
    const answers = inFolder('answers.json', JSON.stringify({ 'award.year': 2019 }))
    const { code, out, err } = await run(
      'page',
      page,
      '--answers',
      answers,
      '--yes',
      '--json',
      '--as',
      emailOf('editor'),
    )
    expect({ code, err }).toEqual({ code: 0, err: '' })
    const report = JSON.parse(out)
    expect(report.saved).toBe(true)
    expect(report.created.map(({ title }: { title: string }) => title)).toContain('Mira Talvik')
    expect(
      report.created.filter(({ collection }: { collection: string }) => collection === 'press-contacts'),
    ).toHaveLength(3)
    expect(await countLaureates()).toBe(2)
  })

  test('where several may import, the only administrator among them does; else it asks', async () => {
    const answers = inFolder('again.json', JSON.stringify({ 'award.year': 2019 }))
    const bring = () => run('page', page, '--answers', answers, '--yes')
    await personWith(desk.payload, ['editor'])
    const asked = await bring()
    expect(asked.code).toBe(1)
    expect(asked.err).toMatch(/^Say who imports: --as \S+@example\.org or --as \S+@example\.org\n$/)
    await personWith(desk.payload, ['admin', 'editor'])
    // What is open now is about the page, which was imported before.
    expect(await bring()).toMatchObject({ code: 2, err: '' })
  })
})

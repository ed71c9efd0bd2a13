import { describe, expect, test } from 'vitest'
import { factsOf, openLog, tell, withoutValues } from './log'
import { frameworkLogger, leadConsole } from './log-frameworks'

const canary = 'Anna Kingfisher'

function heard(isTTY = false) {
  const lines: string[] = []
  return { lines, output: { isTTY, write: (line: string) => lines.push(line) } }
}

describe('a line', () => {
  test('is one JSON object with time, level, part and message', () => {
    const { lines, output } = heard()
    openLog('worker', output).warn('A task failed.', { task: 'order\nof events' })
    expect(lines).toHaveLength(1)
    expect(lines[0]?.trimEnd()).not.toContain('\n')
    expect(JSON.parse(lines[0] ?? '')).toEqual({
      time: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/) as string,
      level: 'warn',
      part: 'worker',
      message: 'A task failed.',
      task: 'order\nof events',
    })
  })

  test('is for people on a terminal', () => {
    const { lines, output } = heard(true)
    openLog('worker', output).info('Listening.', { port: 4000 })
    expect(lines[0]).toMatch(/^\d\d:\d\d:\d\d info {2}worker Listening\. port=4000\n$/)
  })
})

describe('of an error', () => {
  const inner = Object.assign(new Error(`duplicate key (name)=(${canary})`), { code: '23505' })
  const error = new TypeError(`Failed query: insert … params: ${canary}\n    at ${canary}:1:1`, {
    cause: inner,
  })

  test('only its kind, code and places are told', () => {
    const facts = factsOf(error)
    expect(facts).toMatchObject({ error: 'TypeError', code: '23505' })
    expect(facts['places']).toEqual(expect.arrayContaining([expect.stringContaining('log.test.ts')]))
    expect(JSON.stringify(facts)).not.toContain(canary)
    expect(JSON.stringify(factsOf(canary))).not.toContain(canary)
  })

  test.each([
    ['itself', [error]],
    ['in an object', [{ err: error, msg: `It went wrong with “${canary}”.` }]],
    ['behind a sign', [' ⨯', error]],
    [
      'in a sentence',
      [`File "${canary}" for /srv/${canary}.jpg is missing: anna@example.org, abc123def456ghi789jkl`],
    ],
    ['as an unknown object', [{ values: { name: canary } }]],
  ])('no framework tells more: %s', (_how, args) => {
    const { lines, output } = heard()
    tell(openLog('admin', output), 'error', args)
    expect(lines).toHaveLength(1)
    expect(lines[0]).not.toContain(canary)
    expect(lines[0]).not.toMatch(/anna@|abc123/)
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({ level: 'error', part: 'admin' })
  })
})

test('a sentence of ours stays as it is', () => {
  const sentence = 'The disk of the database is full. Free at least 1 GiB; saving then works again by itself.'
  expect(withoutValues(sentence)).toBe(sentence)
})

test('the framework’s logger and console are led there', () => {
  const { lines, output } = heard()
  frameworkLogger('admin', openLog('admin', output)).options.hooks.logMethod([`x "${canary}"`], undefined, 50)
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({ level: 'error', message: 'x …' })
  const target = { error: undefined as unknown } as unknown as Console
  leadConsole('admin', target)
  expect(target.error).toBeTypeOf('function')
})

test('what the framework answered with 400 to 499 is no fault, whatever a build calls it', () => {
  const { lines, output } = heard()
  const { hooks } = frameworkLogger('admin', openLog('admin', output)).options
  class bW extends Error {
    isOperational = true
    constructor(readonly status: number) {
      super('Not found.')
      this.name = this.constructor.name
    }
  }
  for (const status of [404, 500]) hooks.logMethod([{ err: new bW(status) }], undefined, 50)
  expect(lines.map((line) => JSON.parse(line))).toMatchObject([{ level: 'error', error: 'bW' }])
})

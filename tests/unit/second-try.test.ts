import { describe, expect, test } from 'vitest'
import { finalWords } from '../final-words.mjs'
import type { TestReport } from '../test-report.mjs'
import { filesToRepeat, outcomeOf } from '../vitest-stage.mjs'

// No failure of a run is lost, and none is hidden by a second try.

const good = (file: string) => ({ file, passed: ['holds'], failed: [], skipped: [] })
const bad = (file: string, name = 'breaks') => ({
  file,
  passed: ['holds'],
  failed: [{ name, error: `Error: ${name}` }],
  skipped: [],
})
const report = (files: TestReport['files'], strays: TestReport['strays'] = []): TestReport => ({
  files,
  strays,
})

describe('a second try', () => {
  test('is for the files with a failure, and for none when all is well or many fail', () => {
    expect(filesToRepeat(report([good('a'), bad('b')]))).toEqual(['b'])
    expect(filesToRepeat(report([good('a')]))).toBeUndefined()
    expect(filesToRepeat(report(['a', 'b', 'c', 'd', 'e', 'f'].map((file) => bad(file))))).toBeUndefined()
  })

  test('is for the file in which a stray error arose, and for all when that is not known', () => {
    expect(filesToRepeat(report([good('a'), good('b')], [{ file: 'b', error: 'late' }]))).toEqual(['b'])
    expect(filesToRepeat(report([good('a')], [{ error: 'no database' }]))).toEqual([])
    expect(filesToRepeat(report([], [{ error: 'no database' }]))).toEqual([])
  })

  test('makes a run good, and is told by name and error', () => {
    const outcome = outcomeOf(report([good('a'), bad('b')]), report([good('b')]))
    expect(outcome).toEqual({
      passed: 2,
      failed: [],
      skipped: [],
      secondTry: [{ name: 'b › breaks', error: 'Error: breaks' }],
    })
    const words = finalWords(outcome, '1 s')
    expect(words).toContain('1 test passed only on a second try:\n  b › breaks\n    Error: breaks\n')
    expect(words.trimEnd().split('\n').at(-1)).toBe('2 passed, 0 failed, 0 skipped')
  })

  test('that fails in another place tells both', () => {
    const outcome = outcomeOf(report([bad('b', 'one')]), report([bad('b', 'other')]))
    expect(outcome.failed.map(({ name }) => name)).toEqual(['b › other'])
    expect(outcome.secondTry.map(({ name }) => name)).toEqual(['b › one'])
  })

  test('counts a stray error as a failure, with the tests that passed', () => {
    const stray = { error: 'an unhandled rejection' }
    expect(outcomeOf(report([good('a')], [stray]))).toMatchObject({ passed: 1, failed: [stray] })
    const again = outcomeOf(report([good('a')], [stray]), report([good('a')]))
    expect(again).toMatchObject({ passed: 1, failed: [], secondTry: [stray] })
    expect(outcomeOf(report([]), report([], [stray]))).toMatchObject({ passed: 0, failed: [stray] })
  })
})

test('the last lines of a failing run are the errors, the names and the counts', () => {
  const long = Array.from({ length: 90 }, (_, index) => `line ${index}`).join('\n')
  const failed = Array.from({ length: 40 }, (_, index) => ({ name: `file › test ${index}`, error: long }))
  const lines = finalWords({ passed: 1, failed, skipped: [], secondTry: [] }, '1 s').trimEnd().split('\n')
  expect(lines.at(-1)).toBe('1 passed, 40 failed, 0 skipped')
  expect(lines.slice(-43, -1)).toEqual(['40 failures:', ...failed.map(({ name }) => `  ${name}`), ''])
  expect(lines.length).toBeLessThan(800)
})

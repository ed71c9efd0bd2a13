import { ValidationError } from 'payload'
import { expect, test, vi } from 'vitest'
import { explainError, refusalsAreSilent } from './explain-error'

const failed = (code: string) =>
  Object.assign(new Error('Failed query: insert into "users_sessions"'), {
    cause: Object.assign(new Error('could not extend file "base/16385/17547"'), { code }),
  })

const explain = (error: Error) => {
  const logger = { error: vi.fn<(line: unknown) => void>() }
  const req = { i18n: { language: 'de' }, payload: { logger }, t: (key: string) => key }
  const answer = explainError({ error, req, context: {} } as unknown as Parameters<typeof explainError>[0])
  return { answer, logged: logger.error.mock.calls.flat() }
}

test('a full disk is one line in the log and a sentence for the person, without SQL or stack', () => {
  const { answer, logged } = explain(failed('53100'))
  expect(answer).toMatchObject({ status: 507, response: { errors: [{ data: { code: 'no_room' } }] } })
  expect(JSON.stringify(answer)).toContain('Festplatte')
  expect(logged).toEqual([expect.stringMatching(/^The disk of the database is full\. Free [^\n]*$/)])
})

test('every other fault is logged whole: what Payload leaves out is logged here', () => {
  const error = failed('42601')
  expect(refusalsAreSilent[error.name]).toBe(false)
  expect(explain(error)).toEqual({ answer: undefined, logged: [{ err: error }] })
  const bug = new TypeError('x is undefined')
  expect(refusalsAreSilent[bug.name]).toBeUndefined()
  expect(explain(bug).logged).toEqual([])
})

test('a refused value is named and marked, whatever the built application calls the class of the error', () => {
  const errors = [{ path: 'slug', label: 'Web address', message: 'Small letters only.' }]
  const error = new ValidationError({ collection: 'laureates', errors })
  error.name = 'e'
  expect(explain(error).answer).toMatchObject({
    status: 400,
    response: {
      errors: [{ name: 'ValidationError', message: 'Web address: Small letters only.', data: { errors } }],
    },
  })
})

test('a field of signing in has its word, and no other path is shown', () => {
  const errors = [
    { path: 'email', message: 'Taken.' },
    { path: 'names.0.id', message: 'Used already.' },
  ]
  const error = new ValidationError({ collection: 'users', errors })
  expect(explain(error).answer).toMatchObject({
    response: { errors: [{ message: 'general:email: Taken. Used already.' }] },
  })
})

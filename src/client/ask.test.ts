import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { ask, type Asking } from './ask'

beforeEach(() => void vi.useFakeTimers({ now: Date.parse('2026-01-01T00:00:00Z') }))
afterEach(() => void vi.useRealTimers())

type Reaction = Response | Error | 'nothing'

/** A server that reacts as told, and when it was asked. */
function server(...reactions: Reaction[]) {
  const asked: number[] = []
  const began = Date.now()
  const fetch = (_url: unknown, { signal }: RequestInit = {}): Promise<Response> => {
    asked.push(Date.now() - began)
    const next = reactions[Math.min(asked.length, reactions.length) - 1]
    if (next instanceof Response) return Promise.resolve(next.clone())
    if (next instanceof Error) return Promise.reject(next)
    return new Promise((_resolve, reject) => {
      signal?.addEventListener('abort', () => reject(new DOMException('aborted', 'AbortError')))
    })
  }
  return { asked, fetch: fetch as typeof globalThis.fetch }
}

const say = (status: number, headers: Record<string, string> = {}) =>
  new Response(status === 204 ? null : `${status}`, { status, headers })

const question = (signal?: AbortSignal) => ({ url: 'https://api.example.org/', headers: {}, signal })
const patient: Omit<Asking, 'fetch'> = { timeoutMs: 1000, retries: 3, longestWaitMs: 30_000 }

/** Runs the clock until there is an end. */
async function settle<Value>(work: Promise<Value>): Promise<Value> {
  work.catch(() => undefined)
  await vi.runAllTimersAsync()
  return work
}

test('what passes is asked again, with growing pauses', async () => {
  const { fetch, asked } = server(say(503), new TypeError('reset'), say(502), say(200))
  expect((await settle(ask({ ...patient, fetch }, question()))).status).toBe(200)
  const pauses = asked.slice(1).map((at, index) => at - (asked[index] ?? 0))
  expect(pauses).toHaveLength(3)
  for (const [index, pause] of pauses.entries()) {
    expect(pause).toBeGreaterThanOrEqual(125 * 2 ** index)
    expect(pause).toBeLessThanOrEqual(250 * 2 ** index)
  }
})

test.each([400, 404, 410, 304, 200])('status %s is final', async (status) => {
  const { fetch, asked } = server(status === 304 ? new Response(null, { status }) : say(status))
  expect((await settle(ask({ ...patient, fetch }, question()))).status).toBe(status)
  expect(asked).toHaveLength(1)
})

test.each(['5', 'Thu, 01 Jan 2026 00:00:05 GMT'])('not before Retry-After: %s', async (retryAfter) => {
  const { fetch, asked } = server(say(429, { 'retry-after': retryAfter }), say(200))
  expect((await settle(ask({ ...patient, fetch }, question()))).status).toBe(200)
  expect(asked).toEqual([0, 5000])
})

test('who is told to wait too long is told at once', async () => {
  const { fetch, asked } = server(say(503, { 'retry-after': '31' }))
  expect(await settle(ask({ ...patient, fetch }, question()))).toMatchObject({
    status: 503,
    retryAfterMs: 31_000,
  })
  expect(asked).toEqual([0])
})

test('retries end, with the last reply or the last error', async () => {
  const busy = server(say(503))
  expect((await settle(ask({ ...patient, fetch: busy.fetch }, question()))).status).toBe(503)
  expect(busy.asked).toHaveLength(4)
  const away = server(new TypeError('away'))
  await expect(settle(ask({ ...patient, retries: 1, fetch: away.fetch }, question()))).rejects.toThrow('away')
  expect(away.asked).toHaveLength(2)
})

test('a try that takes too long is ended and tried again', async () => {
  const { fetch, asked } = server('nothing', say(200))
  expect((await settle(ask({ ...patient, fetch }, question()))).status).toBe(200)
  expect(asked[1]).toBeGreaterThanOrEqual(1000)
  const silent = server('nothing')
  await expect(
    settle(ask({ ...patient, retries: 0, fetch: silent.fetch }, question())),
  ).rejects.toMatchObject({ name: 'TimeoutError' })
})

test('a body that breaks off is a failed try', async () => {
  const broken = new Response(new ReadableStream({ pull: (stream) => stream.error(new TypeError('cut')) }))
  const { fetch, asked } = server(say(200))
  const first = [broken]
  const asking = { ...patient, fetch: (async (...args) => first.pop() ?? fetch(...args)) as typeof fetch }
  expect((await settle(ask(asking, question()))).text).toBe('200')
  expect(asked).toHaveLength(1)
})

test('the signal ends a try and a pause, with its reason and without another try', async () => {
  for (const afterMs of [0, 500, 2500]) {
    const { fetch, asked } = server('nothing', say(503, { 'retry-after': '20' }))
    const stop = new AbortController()
    const work = ask({ ...patient, fetch }, question(stop.signal))
    work.catch(() => undefined)
    if (afterMs > 0) setTimeout(() => stop.abort(new Error('enough')), afterMs)
    else stop.abort(new Error('enough'))
    await expect(settle(work)).rejects.toThrow('enough')
    expect(asked.length).toBeLessThanOrEqual(2)
    expect(vi.getTimerCount()).toBe(0)
  }
})

// One question over HTTP: limited in time, and asked again when a server or the way to it fails.

export type Asking = {
  fetch: typeof fetch
  /** How long one try may take. */
  timeoutMs: number
  /** How often a question is asked again. */
  retries: number
  /** The longest wait that a server may ask for; beyond it the caller hears of it at once. */
  longestWaitMs: number
}
export type Question = { url: string; headers: Record<string, string>; signal: AbortSignal | undefined }
export type Reply = { status: number; text: string; etag: string | null; retryAfterMs: number | undefined }

/** The last reply, whatever its status. Rejects with the signal’s reason, a TimeoutError, or what `fetch` rejects with. */
export async function ask(asking: Asking, question: Question): Promise<Reply> {
  for (let tries = 0; ; tries += 1) {
    const { reply, error } = await tryOnce(asking, question)
    if (question.signal?.aborted) throw question.signal.reason
    const waitMs = tries < asking.retries ? waitBefore(tries, reply) : Infinity
    if (reply !== undefined && (!isPassing(reply.status) || waitMs > asking.longestWaitMs)) return reply
    if (waitMs > asking.longestWaitMs) throw error
    await wait(waitMs, question.signal)
  }
}

type Outcome = { reply: Reply; error?: undefined } | { reply?: undefined; error: unknown }

async function tryOnce({ fetch, timeoutMs }: Asking, { url, headers, signal }: Question): Promise<Outcome> {
  const stop = new AbortController()
  const abort = () => stop.abort(signal?.reason)
  const timer = setTimeout(
    () => stop.abort(new DOMException(`No answer within ${timeoutMs} ms.`, 'TimeoutError')),
    timeoutMs,
  )
  signal?.addEventListener('abort', abort, { once: true })
  try {
    signal?.throwIfAborted()
    const response = await fetch(url, { headers, signal: stop.signal })
    // The body counts as a part of the try: a connection may break in its middle.
    const text = await response.text()
    const retryAfterMs = readRetryAfter(response.headers.get('retry-after'))
    return { reply: { status: response.status, text, etag: response.headers.get('etag'), retryAfterMs } }
  } catch (error) {
    return { error: stop.signal.aborted ? stop.signal.reason : error }
  } finally {
    clearTimeout(timer)
    signal?.removeEventListener('abort', abort)
  }
}

const isPassing = (status: number): boolean => [408, 425, 429].includes(status) || status >= 500

// Doubling, with half of it left to chance, so that many clients do not come back together.
const waitBefore = (tries: number, reply: Reply | undefined): number =>
  Math.max(250 * 2 ** tries * (0.5 + Math.random() / 2), reply?.retryAfterMs ?? 0)

/** Seconds or a date (RFC 9110), in milliseconds from now. */
function readRetryAfter(value: string | null): number | undefined {
  if (value === null) return undefined
  const ms = /^\d+$/.test(value) ? Number(value) * 1000 : Date.parse(value) - Date.now()
  return Number.isNaN(ms) ? undefined : Math.max(0, ms)
}

/** Waits, and rejects with the signal’s reason when that comes first. */
export function wait(ms: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const end = () => {
      clearTimeout(timer)
      signal?.removeEventListener('abort', end)
      if (signal?.aborted) reject(signal.reason)
      else resolve()
    }
    const timer = setTimeout(end, ms)
    signal?.addEventListener('abort', end, { once: true })
    if (signal?.aborted) end()
  })
}

// One question to the desk's own addresses from the browser.

export type Answered<Body> = { isDone: true; body: Body } | { isDone: false; message: string | null }

type Refused = { errors?: { message?: string }[] }

/** `message` is the server's sentence, or null where there is none for people. `body` undefined: a GET. */
export async function askDesk<Body>(url: string, body?: unknown): Promise<Answered<Body>> {
  const init =
    body === undefined
      ? {}
      : { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) }
  const response = await fetch(url, { credentials: 'same-origin', ...init }).catch(() => undefined)
  if (response?.ok) return { isDone: true, body: (await response.json()) as Body }
  const isSaid = response !== undefined && response.status < 500
  const refused = isSaid ? ((await response.json().catch(() => ({}))) as Refused) : {}
  return { isDone: false, message: refused.errors?.[0]?.message ?? null }
}

const changed = 'desk:changed'

/** Tells what stands beside the document that something of it has changed. */
export const tellChanged = (): boolean => window.dispatchEvent(new Event(changed))

/** Calls `read` whenever that was told, or the window is looked at again; until `signal` ends it. */
export function onChanged(read: () => void, signal: AbortSignal): void {
  window.addEventListener(changed, read, { signal })
  window.addEventListener('focus', read, { signal })
}

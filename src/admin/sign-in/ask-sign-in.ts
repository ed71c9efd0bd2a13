/** What the server's doors of signing in answer: `body`, or its sentence; null where there is none to show. */
export type Asked<Body> = { isDone: true; body: Body } | { isDone: false; message: string | null }

/** Asks one of the doors below `/api/users`. */
export async function askSignIn<Body>(path: string, sent?: object): Promise<Asked<Body>> {
  const asked = sent
    ? { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(sent) }
    : {}
  const response = await fetch(`/api/users${path}`, { credentials: 'same-origin', ...asked }).catch(
    () => undefined,
  )
  if (response?.ok) return { isDone: true, body: (await response.json()) as Body }
  return { isDone: false, message: await sentenceIn(response) }
}

// A failure of the server carries no sentence for people.
async function sentenceIn(response: Response | undefined): Promise<string | null> {
  if (!response || response.status >= 500) return null
  const refused = (await response.json().catch(() => ({}))) as { errors?: { message?: string }[] }
  return refused.errors?.[0]?.message ?? null
}

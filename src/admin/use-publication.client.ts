'use client'

import { useConfig, useDocumentInfo } from '@payloadcms/ui'
import { useCallback, useEffect, useState } from 'react'
import type { Publication } from '@/releases'

type Verb = 'publish' | 'take-down'
/** `message` is the server's sentence, or null where there is none to show. */
export type Outcome = { isDone: true } | { isDone: false; message: string | null }

/** Where the document on screen stands, read anew after each save, and the two verbs. */
export function usePublication() {
  const { id, collectionSlug, lastUpdateTime, data } = useDocumentInfo()
  const { config } = useConfig()
  const [publication, setPublication] = useState<Publication>()
  const [hasFailed, setHasFailed] = useState(false)
  const base = id === undefined ? null : `${config.routes.api}/${collectionSlug}/${id}`
  const savedAt: unknown = data?.['updatedAt']

  useEffect(() => {
    if (base === null) return undefined
    const stop = new AbortController()
    void read(`${base}/publication`, stop.signal).then((found) => {
      if (stop.signal.aborted) return
      setHasFailed(found === undefined)
      setPublication(found)
    })
    return () => stop.abort()
    // oxlint-disable-next-line react/exhaustive-effect-dependencies -- each save changes what is still to publish
  }, [base, lastUpdateTime, savedAt])

  const run = useCallback(
    async (verb: Verb, units: readonly string[]): Promise<Outcome> => {
      const { found, message } = await send(`${base}/${verb}`, units)
      if (found) setPublication(found)
      return found ? { isDone: true } : { isDone: false, message }
    },
    [base],
  )
  return { isSaved: base !== null, publication, hasFailed, run }
}

async function read(url: string, signal: AbortSignal): Promise<Publication | undefined> {
  const response = await fetch(url, { credentials: 'same-origin', signal }).catch(() => undefined)
  return response?.ok ? ((await response.json()) as Publication) : undefined
}

type Sent = { found?: Publication; message: string | null }

async function send(url: string, units: readonly string[]): Promise<Sent> {
  const response = await fetch(url, {
    method: 'POST',
    credentials: 'same-origin',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ units }),
  }).catch(() => undefined)
  if (response?.ok) return { found: (await response.json()) as Publication, message: null }
  if (!response || response.status >= 500) return { message: null }
  const refused = (await response.json().catch(() => ({}))) as { errors?: { message?: string }[] }
  return { message: refused.errors?.[0]?.message ?? null }
}

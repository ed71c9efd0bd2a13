'use client'

import { useConfig, useDocumentInfo } from '@payloadcms/ui'
import { useCallback, useEffect, useState } from 'react'
import type { DocumentStatus } from '@/units'
import { onChanged } from '../parts/ask-desk'
import type { Offer } from './offers'
import { useBeginUnits } from './use-begin-units.client'

/** `message` is the server's sentence, or null where there is none to show. */
export type Outcome = { isDone: true } | { isDone: false; message: string | null; haveWordsChanged: boolean }

/** Where the document on screen stands, read anew after each save and whenever its window is looked at again; and the verbs. */
export function useStatus() {
  const { id, collectionSlug, lastUpdateTime, data } = useDocumentInfo()
  const { config } = useConfig()
  const [status, setStatus] = useState<DocumentStatus>()
  const begin = useBeginUnits()
  const [hasFailed, setHasFailed] = useState(false)
  const base = id === undefined ? null : `${config.routes.api}/${collectionSlug}/${id}`
  const savedAt: unknown = data?.['updatedAt']

  useEffect(() => {
    if (base === null) return undefined
    const stop = new AbortController()
    const refresh = async () => {
      const found = await readStatus(`${base}/status`, stop.signal)
      if (stop.signal.aborted) return
      setHasFailed(found === undefined)
      if (found) setStatus(found)
    }
    void refresh()
    onChanged(() => void refresh(), stop.signal)
    return () => stop.abort()
    // oxlint-disable-next-line react/exhaustive-effect-dependencies -- each save changes where it stands
  }, [base, lastUpdateTime, savedAt])

  const run = useCallback(
    async (offer: Offer, reason?: string): Promise<Outcome> => {
      const sent = await send(`${base}/${offer.verb}`, offer, reason)
      if (!('units' in sent)) return sent
      setStatus(sent)
      begin(offer, sent)
      return { isDone: true }
    },
    [base, begin],
  )
  return { status, hasFailed, run, url: base }
}

async function readStatus(url: string, signal: AbortSignal): Promise<DocumentStatus | undefined> {
  const response = await fetch(url, { credentials: 'same-origin', signal }).catch(() => undefined)
  return response?.ok ? ((await response.json()) as DocumentStatus) : undefined
}

type Refused = { errors?: { message?: string; data?: { code?: string } }[] }

/** Sends a step, for the revisions of its units. The answer is the new status, or why not. */
export async function send(
  url: string,
  { units, reviewer }: Pick<Offer, 'units' | 'reviewer'>,
  reason?: string,
): Promise<DocumentStatus | Extract<Outcome, { isDone: false }>> {
  const named = units.map(({ unit, revision }) => ({ unit, ...(revision ? { revision } : {}) }))
  const response = await fetch(url, {
    method: 'POST',
    credentials: 'same-origin',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ units: named, ...(reason ? { reason } : {}), ...(reviewer ? { reviewer } : {}) }),
  }).catch(() => undefined)
  if (response?.ok) return (await response.json()) as DocumentStatus
  return readRefusal(response)
}

/** What the server says; nothing of a failure that it does not explain. */
export async function readRefusal(
  response: Response | undefined,
): Promise<Extract<Outcome, { isDone: false }>> {
  const isSaid = response !== undefined && response.status < 500
  const refused = isSaid ? ((await response.json().catch(() => ({}))) as Refused) : {}
  const error = refused.errors?.[0]
  return {
    isDone: false,
    message: error?.message ?? null,
    haveWordsChanged: error?.data?.code === 'words_changed',
  }
}

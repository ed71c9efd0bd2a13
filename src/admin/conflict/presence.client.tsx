'use client'

import { useConfig, useDocumentInfo, useLocale } from '@payloadcms/ui'
import { useEffect, useState } from 'react'
import { readTime } from '@/lib/date-words'
import { useClock } from '../parts/clock.client'
import { unitName } from '../units/unit-name'
import { fill, historyWords, screenWords } from '../words'

type Other = { name: string; language: string; since: string }

/** In the head of each document: who else has it open. */
export function Presence() {
  const others = useOthers()
  const clock = useClock()
  const { language } = clock
  const line = ({ name, language: locale, since }: Other): string =>
    fill(historyWords(language).presence, {
      name,
      language: unitName(locale, language, screenWords(language).publication),
      time: readTime(new Date(since), clock),
    })
  return (
    <div aria-live="polite" className="desk-presence">
      {others.map((other) => (
        <p key={`${other.name} ${other.since}`}>{line(other)}</p>
      ))}
    </div>
  )
}

const pauseMs = 15_000
// Asking is nothing that a person does: it does not keep their session alive.
const headers = { 'Content-Type': 'application/json', 'x-desk-background': '1' }

/** Says every few seconds that this person is here, as long as the page is looked at, and hears who else is. */
function useOthers(): Other[] {
  const { id, collectionSlug } = useDocumentInfo()
  const { config } = useConfig()
  const { code: language } = useLocale()
  const [others, setOthers] = useState<Other[]>([])
  const address = id === undefined ? null : `${config.routes.api}/${collectionSlug}/${id}/presence`
  useEffect(() => {
    if (address === null) return undefined
    const here = beThere(address, language, setOthers)
    return here.end
  }, [address, language])
  return others
}

/** The documents that are open in this window, and how often: a change of language opens one before it closes it. */
const open = new Map<string, number>()

const leave = (address: string): void => {
  void fetch(address, { method: 'DELETE', credentials: 'same-origin', headers, keepalive: true }).catch(
    () => undefined,
  )
}

function beThere(address: string, language: string, tell: (others: Other[]) => void): { end: () => void } {
  const stop = new AbortController()
  const say = async (): Promise<void> => {
    if (document.hidden) return
    const body = JSON.stringify({ language })
    const response = await fetch(address, {
      method: 'POST',
      credentials: 'same-origin',
      headers,
      body,
      signal: stop.signal,
    }).catch(() => undefined)
    if (stop.signal.aborted || !response) return
    if (response.ok) tell(((await response.json()) as { others: Other[] }).others)
    // Signed out, or no longer for this person: there is nothing more to say.
    else if (response.status < 500) window.clearInterval(clock)
  }
  const clock = window.setInterval(() => void say(), pauseMs)
  const look = (): void => (document.hidden ? leave(address) : void say())
  document.addEventListener('visibilitychange', look, { signal: stop.signal })
  window.addEventListener('pagehide', () => leave(address), { signal: stop.signal })
  open.set(address, (open.get(address) ?? 0) + 1)
  void say()
  const end = (): void => {
    stop.abort()
    window.clearInterval(clock)
    open.set(address, (open.get(address) ?? 1) - 1)
    window.setTimeout(() => {
      if ((open.get(address) ?? 0) === 0) leave(address)
    }, 1000)
  }
  return { end }
}

'use client'

import { useAuth } from '@payloadcms/ui'
import { useEffect, useEffectEvent, useRef, type ReactNode } from 'react'

/** Half as often as a session could end. */
const everyMs = 10 * 60 * 1000

/**
 * While somebody types or moves, the server hears of it, so that a session does not end under their hands. An open
 * page that nobody touches says nothing.
 */
export function StaySignedIn({ children }: { children: ReactNode }) {
  const { refreshCookieAsync, user } = useAuth()
  const saidAt = useRef(0)
  const say = useEffectEvent(() => {
    if (!user || Date.now() - saidAt.current < everyMs) return
    saidAt.current = Date.now()
    void refreshCookieAsync()
  })
  useEffect(() => {
    saidAt.current = Date.now()
    const stop = new AbortController()
    const passive = { passive: true, signal: stop.signal }
    for (const happening of ['keydown', 'pointerdown', 'pointermove', 'wheel'])
      window.addEventListener(happening, () => say(), passive)
    return () => stop.abort()
  }, [])
  return children
}

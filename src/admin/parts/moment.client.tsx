'use client'

import { readInstant } from '@/lib/date-words'
import { useZone } from './clock.client'

/** An instant in words, on the clock of the foundation. */
export function Moment({ at, language }: { at: string; language: string }) {
  const zone = useZone()
  // Server and browser may know another short name of the same zone.
  return (
    <time dateTime={at} suppressHydrationWarning>
      {readInstant(new Date(at), { language, zone })}
    </time>
  )
}

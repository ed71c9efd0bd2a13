'use client'
import { readInstant } from '@/lib/date-words'

import { useSyncExternalStore } from 'react'

const never = () => () => undefined

/** An instant on the reader's own clock; empty until the browser, which knows that clock, says it. */
export function LocalTime({ at, language }: { at: string; language: string }) {
  const say = (): string => readInstant(new Date(at), language)
  const said = useSyncExternalStore(never, say, () => '')
  return <time dateTime={at}>{said}</time>
}

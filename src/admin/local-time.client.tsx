'use client'

import { useSyncExternalStore } from 'react'

const never = () => () => undefined

/** An instant on the reader's own clock; empty until the browser, which knows that clock, says it. */
export function LocalTime({ at, language }: { at: string; language: string }) {
  const say = (): string =>
    new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(at))
  const said = useSyncExternalStore(never, say, () => '')
  return <time dateTime={at}>{said}</time>
}

'use client'

import { useEffect, useState } from 'react'

/** An instant on the reader's own clock; empty until the browser, which knows that clock, has said it. */
export function LocalTime({ at, language }: { at: string; language: string }) {
  const [said, setSaid] = useState('')
  useEffect(() => {
    setSaid(new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(at)))
  }, [at, language])
  return <time dateTime={at}>{said}</time>
}

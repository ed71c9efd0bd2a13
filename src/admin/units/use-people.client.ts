'use client'

import { useEffect, useState } from 'react'
import type { AblePeople } from '@/review'
import { askDesk } from '../parts/ask-desk'

export type Colleague = AblePeople['people'][number]

/** Who could write or review in this document; empty until they are read, and where one may not choose. */
export function usePeople(url: string | null): readonly Colleague[] {
  const [people, setPeople] = useState<readonly Colleague[]>([])
  useEffect(() => {
    if (url === null) return undefined
    const stop = new AbortController()
    const read = async (): Promise<void> => {
      const found = await askDesk<AblePeople>(`${url}/people`)
      if (found.isDone && !stop.signal.aborted) setPeople(found.body.people)
    }
    void read()
    return () => stop.abort()
  }, [url])
  return people
}

'use client'

import { useConfig } from '@payloadcms/ui'
import { useCallback, useEffect, useState } from 'react'
import type { DocumentComments, NewComment } from '@/review'
import { askDesk, onChanged, tellChanged } from '../parts/ask-desk'

type Document = { collection: string | undefined; id: string | number | undefined }

export type Commenting = {
  collection: string
  id: string
  /** Undefined until they are read. */
  comments: DocumentComments | undefined
  hasFailed: boolean
  /** Answers with null when it is done, else with the reason in words; '' where the server gives none. */
  add: (comment: NewComment) => Promise<string | null>
  change: (comment: string, verb: 'resolve' | 'reopen') => Promise<string | null>
}

/** The comments of a document, read anew when something of it changed and when the window is looked at again. */
export function useCommentsOf({ collection = '', id }: Document): Commenting {
  const { config } = useConfig()
  const [comments, setComments] = useState<DocumentComments>()
  const [hasFailed, setHasFailed] = useState(false)
  const url = id === undefined ? null : `${config.routes.api}/${collection}/${id}/comments`

  useEffect(() => {
    if (url === null) return undefined
    const stop = new AbortController()
    const read = async (): Promise<void> => {
      const found = await askDesk<DocumentComments>(url)
      if (stop.signal.aborted) return
      setHasFailed(!found.isDone)
      if (found.isDone) setComments(found.body)
    }
    void read()
    onChanged(() => void read(), stop.signal)
    return () => stop.abort()
  }, [url])

  const send = useCallback(async (address: string, body: unknown): Promise<string | null> => {
    const answer = await askDesk<DocumentComments>(address, body)
    if (!answer.isDone) return answer.message ?? ''
    setComments(answer.body)
    tellChanged()
    return null
  }, [])
  const add = useCallback((comment: NewComment) => send(url ?? '', comment), [send, url])
  const change = useCallback(
    (comment: string, verb: 'resolve' | 'reopen') => send(`${url}/${comment}/${verb}`, {}),
    [send, url],
  )
  return { collection, id: String(id ?? ''), comments, hasFailed, add, change }
}

'use client'

import { useRouter } from 'next/navigation'
import { createContext, useContext, useEffect, useState, type ReactNode } from 'react'
import { onChanged } from '../parts/ask-desk'
import { fieldWithMark } from './marked-passage'
import { useCommentsOf, type Commenting } from './use-comments.client'

/** `markedField`: the field in which words are marked now. */
type Shared = Commenting & { markedField: Element | null }

const Context = createContext<Shared | null>(null)

type Props = { collection: string; id: string; children: ReactNode }

/** Reads the comments of a document once for everything on its page that shows them. */
export function CommentsProvider({ collection, id, children }: Props) {
  const commenting = useCommentsOf({ collection, id })
  const markedField = useMarkedField()
  useFreshPage()
  return <Context.Provider value={{ ...commenting, markedField }}>{children}</Context.Provider>
}

/** Undefined outside of a page with comments. */
export const useComments = (): Shared | undefined => useContext(Context) ?? undefined

function useMarkedField(): Element | null {
  const [field, setField] = useState<Element | null>(null)
  useEffect(() => {
    const stop = new AbortController()
    document.addEventListener('selectionchange', () => setField(fieldWithMark()), { signal: stop.signal })
    return () => stop.abort()
  }, [])
  return field
}

// What the server put on the page knows of a new comment only when it is asked again; what is typed here stays.
function useFreshPage(): void {
  const router = useRouter()
  useEffect(() => {
    const stop = new AbortController()
    onChanged(() => router.refresh(), stop.signal)
    return () => stop.abort()
  }, [router])
}

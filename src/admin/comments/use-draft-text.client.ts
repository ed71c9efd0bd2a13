'use client'

import { useAuth } from '@payloadcms/ui'
import { useState } from 'react'

/**
 * Text that is typed and not sent yet: it stays when the page is read anew, in this tab and for this person only.
 * Empty text is forgotten.
 */
export function useDraftText(name: string): [text: string, setText: (text: string) => void] {
  const { user } = useAuth()
  const key = `desk-draft ${user?.id ?? ''} ${name}`
  const [text, setText] = useState(() => window.sessionStorage.getItem(key) ?? '')
  const keep = (next: string): void => {
    setText(next)
    if (next === '') window.sessionStorage.removeItem(key)
    else window.sessionStorage.setItem(key, next)
  }
  return [text, keep]
}

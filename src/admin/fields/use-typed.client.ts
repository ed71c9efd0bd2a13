'use client'

import { useState } from 'react'

/** What was typed into a picker and is no moment, which the picker itself drops without a word; empty where there is none. */
export function useTyped(choose: (at: Date | null) => void) {
  const [typed, setTyped] = useState('')
  // The picker tells what is typed first, and then what it understood of it.
  const onType = (event?: { target?: unknown }): void => {
    const input = event?.target
    setTyped(input instanceof HTMLInputElement ? input.value.trim() : '')
  }
  const onChange = (at: unknown): void => {
    setTyped('')
    choose(at instanceof Date ? at : null)
  }
  return { typed, picker: { onType, onChange } }
}

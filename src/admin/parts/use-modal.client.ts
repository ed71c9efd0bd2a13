'use client'

import { useLayoutEffect, useRef, type SyntheticEvent } from 'react'

/**
 * What a `<dialog>` takes to be open for as long as it stands on the page: only whoever put it there takes it away. The
 * focus then goes back to where it was, which browsers do at `close()` and not when the element is merely removed.
 */
export function useModal(onEscape: () => void) {
  const ref = useRef<HTMLDialogElement>(null)
  useLayoutEffect(() => {
    const dialog = ref.current
    dialog?.showModal()
    return () => dialog?.close()
  }, [])
  const onCancel = (event: SyntheticEvent): void => {
    event.preventDefault()
    onEscape()
  }
  // Browsers close at the second Escape in a row, whatever was said to the first.
  const onClose = (): void => {
    if (!ref.current || ref.current.open) return
    onEscape()
    ref.current.showModal()
  }
  return { ref, onCancel, onClose }
}

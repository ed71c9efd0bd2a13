'use client'

import { useCallback, useEffect, useRef } from 'react'

/**
 * Keeps this page in the browser. While `isHeld`, Back does not leave it but calls `onLeave`, and closing or loading anew asks
 * in the browser's own words. Returns what leaves the page's history as it was, then calls what it is given.
 */
export function useStay(isHeld: boolean, onLeave: () => void): (then: () => void) => void {
  // One more entry of this very page, so that Back has somewhere to go. A second effect adds no second one.
  const isGuarded = useRef(false)
  const mayGo = useRef(false)
  useEffect(() => {
    if (!isGuarded.current) history.pushState(history.state, '')
    isGuarded.current = true
  }, [])
  useEffect(() => {
    const onBack = guard(isHeld, { mayGo, onLeave })
    const onUnload = (event: BeforeUnloadEvent): void => {
      if (isHeld && !mayGo.current) event.preventDefault()
    }
    // Before Next hears of it.
    addEventListener('popstate', onBack, { capture: true })
    addEventListener('beforeunload', onUnload)
    return () => {
      removeEventListener('popstate', onBack, { capture: true })
      removeEventListener('beforeunload', onUnload)
    }
  }, [isHeld, onLeave])
  return useCallback((then) => {
    mayGo.current = true
    const onLeft = (event: PopStateEvent): void => {
      event.stopImmediatePropagation()
      then()
    }
    addEventListener('popstate', onLeft, { capture: true, once: true })
    history.back()
  }, [])
}

type Going = { mayGo: { current: boolean }; onLeave: () => void }

/** What becomes of a step back out of the added entry. */
function guard(isHeld: boolean, { mayGo, onLeave }: Going): (event: PopStateEvent) => void {
  let isReturning = false
  return (event) => {
    if (mayGo.current) return
    if (!isHeld) {
      mayGo.current = true
      history.back()
      return
    }
    event.stopImmediatePropagation()
    if (!isReturning) {
      history.forward()
      onLeave()
    }
    isReturning = !isReturning
  }
}

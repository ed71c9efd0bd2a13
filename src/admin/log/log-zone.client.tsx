'use client'

import { useSyncExternalStore } from 'react'

const never = () => () => undefined
const zoneHere = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone

/** Sends along whose midnight the days of a filter begin at: that of the reader's own clock. */
export function LogZone() {
  const zone = useSyncExternalStore(never, zoneHere, () => '')
  return <input name="zone" type="hidden" value={zone} />
}

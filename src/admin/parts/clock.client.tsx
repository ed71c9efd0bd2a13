'use client'

import { useTranslation } from '@payloadcms/ui'
import { createContext, use, type ReactNode } from 'react'
import type { Clock } from '@/lib/date-words'

const Zone = createContext('UTC')

/** Everything inside tells moments on the clock of `zone` (IANA). */
export const OnClock = ({ zone, children }: { zone: string; children: ReactNode }) => (
  <Zone value={zone}>{children}</Zone>
)

/** The zone (IANA) on whose clock the screens tell moments: that of the foundation. */
export const useZone = (): string => use(Zone)

/** The same with the language of the screens. */
export function useClock(): Clock {
  const { i18n } = useTranslation()
  return { language: i18n.language, zone: useZone() }
}

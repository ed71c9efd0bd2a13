'use client'

import { useAuth } from '@payloadcms/ui'
import type { Person } from '@/access'
import type { UnitStatus } from '@/units'
import { languagesOf } from '../parts/languages-of'

/** What has words or was ever public, the language on screen, and what this person translates; and the rest. */
export function useShownUnits(units: readonly UnitStatus[], locale: string) {
  const { user } = useAuth()
  const own: readonly string[] = languagesOf(user as Person | null)
  const isShown = ({ unit, stage, publicState }: UnitStatus): boolean =>
    unit === 'shared' || unit === locale || stage !== null || publicState !== 'never' || own.includes(unit)
  return { shown: units.filter(isShown), silent: units.filter((unit) => !isShown(unit)) }
}

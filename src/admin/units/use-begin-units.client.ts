'use client'

import { useForm } from '@payloadcms/ui'
import { useCallback } from 'react'
import type { DocumentStatus } from '@/units'
import type { Offer } from './offers'

/**
 * A language that is submitted without words begins its life with a revision. The form on screen started from none, so
 * it is told which one it stands at now; otherwise its next save would look like one of old words.
 */
export function useBeginUnits() {
  const { dispatchFields, getData } = useForm()
  return useCallback(
    ({ units }: Offer, { units: now }: DocumentStatus): void => {
      const begun = units.filter(({ revision }) => revision === null).map(({ unit }) => unit)
      const revisions = now
        .filter(({ unit }) => begun.includes(unit))
        .map(({ unit, revision }) => [unit, revision])
      if (revisions.length === 0) return
      const base: unknown = getData()['base']
      const value = { ...(base as object | undefined), ...Object.fromEntries(revisions) }
      dispatchFields({ type: 'UPDATE', path: 'base', value })
    },
    [dispatchFields, getData],
  )
}

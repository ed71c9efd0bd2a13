'use client'

import { useTranslation } from '@payloadcms/ui'
import { useId } from 'react'
import type { UnitStatus } from '@/units'
import { usePeople } from './use-people.client'
import { workWords } from '../words'

type Props = {
  /** What is submitted. */
  units: readonly UnitStatus[]
  url: string
  reviewer: string
  onChoose: (reviewer: string) => void
}

/** Who shall review what is submitted: somebody who may approve all of it, or whoever finds it first. */
export function ReviewerChoice({ units, url, reviewer, onChoose }: Props) {
  const { i18n } = useTranslation()
  const id = useId()
  const words = workWords(i18n.language).assign
  const able = usePeople(url).filter(({ reviews }) => units.every(({ unit }) => reviews.includes(unit)))
  if (able.length === 0) return null
  return (
    <div className="desk-panel__choice">
      <label htmlFor={id}>{words.reviewer}</label>
      <select id={id} onChange={(event) => onChoose(event.target.value)} value={reviewer}>
        <option value="">{words.anyReviewer}</option>
        {able.map((one) => (
          <option key={one.id} value={one.id}>
            {one.name}
          </option>
        ))}
      </select>
    </div>
  )
}

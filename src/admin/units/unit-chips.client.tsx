'use client'

import { Link, useTranslation } from '@payloadcms/ui'
import { usePathname } from 'next/navigation'
import { useState } from 'react'
import { dayInWords } from '@/lib/date-words'
import type { UnitStatus } from '@/units'
import { useClock } from '../parts/clock.client'
import { historyLines, stageMarks, unitTitle } from './say-units'
import { fill, screenWords } from '../words'

type Props = { units: readonly UnitStatus[]; locale: string }

/** A line for each unit: where it stands, in words; a language leads to its texts. */
export function UnitChips({ units, locale }: Props) {
  const { i18n } = useTranslation()
  const [isOpen, setOpen] = useState(false)
  const words = screenWords(i18n.language).units
  return (
    <>
      <ul className="desk-units">
        {units.map((unit) => (
          <Chip key={unit.unit} isHere={unit.unit === locale} showsHistory={isOpen} unit={unit} />
        ))}
      </ul>
      <button
        aria-expanded={isOpen}
        className="desk-units__toggle"
        onClick={() => setOpen(!isOpen)}
        type="button"
      >
        {words.details}
      </button>
    </>
  )
}

type ChipProps = { unit: UnitStatus; isHere: boolean; showsHistory: boolean }

function Chip({ unit, isHere, showsHistory }: ChipProps) {
  const { i18n } = useTranslation()
  const path = usePathname()
  const words = screenWords(i18n.language).units
  const name = unitTitle(unit.unit, i18n.language)
  const isLink = unit.unit !== 'shared' && !isHere
  return (
    <li className={`desk-units__row${isHere ? ' desk-units__row--here' : ''}`} data-unit={unit.unit}>
      <span className="desk-units__name" {...(isHere ? { 'aria-current': 'true' } : {})}>
        {isLink ? <Link href={`${path}?locale=${unit.unit}`}>{name}</Link> : name}
      </span>
      <span className="desk-units__marks">
        {stageMarks(unit, i18n.language).map(({ stage, text }) => (
          <span key={text} className={`desk-stage desk-stage--${stage}`}>
            {text}
          </span>
        ))}
        {unit.former && unit.former.fields.length > 0 ? (
          <span className="desk-stage desk-stage--source">{words.aboutFormer}</span>
        ) : null}
        {unit.sourceChanged ? (
          <span className="desk-stage desk-stage--source">{words.sourceChanged}</span>
        ) : null}
        <Comments unit={unit} />
      </span>
      {showsHistory ? <History unit={unit} /> : null}
    </li>
  )
}

function Comments({ unit }: { unit: UnitStatus }) {
  const { i18n } = useTranslation()
  const words = screenWords(i18n.language).units
  if (unit.comments === 0) return null
  const count = fill(unit.comments === 1 ? words.comment : words.comments, { count: unit.comments })
  const must = unit.mustFix > 0 ? `, ${fill(words.mustFix, { count: unit.mustFix })}` : ''
  return <span className="desk-units__comments">{`${count}${must}`}</span>
}

function History({ unit }: { unit: UnitStatus }) {
  const clock = useClock()
  const words = screenWords(clock.language).units
  const due = unit.due ? [fill(words.due, { date: dayInWords(unit.due, clock.language) })] : []
  const assigned = unit.assignee ? [fill(words.assigned, { name: unit.assignee.name })] : []
  return (
    <span className="desk-units__history">
      {[...historyLines(unit, clock), ...assigned, ...due].map((line) => (
        <span key={line}>{line}</span>
      ))}
    </span>
  )
}

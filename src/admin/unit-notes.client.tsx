'use client'

import { useTranslation } from '@payloadcms/ui'
import type { UnitStatus } from '@/units'
import { unitTitle } from './unit-words'
import { whenInWords } from './when'
import { fill, screenWords } from './words'

/** What one should know of a unit before the next step: why it came back, what is missing, who approved it. */
export function UnitNotes({ unit, isPublishable }: { unit: UnitStatus; isPublishable: boolean }) {
  const { i18n } = useTranslation()
  const notes = notesOf(unit, i18n.language)
  const { problems } = unit
  const screens = screenWords(i18n.language)
  const words = screens.units
  const name = unitTitle(unit.unit, i18n.language)
  const isEmpty = unit.stage === null
  const isUpToDate = isPublishable && unit.stage === 'public'
  if (notes.length === 0 && problems.length === 0 && !isEmpty && !isUpToDate) return null
  return (
    <section aria-label={name} className="desk-notes">
      <h4>{name}</h4>
      {notes.map(({ text, quote, isUrgent }) => (
        <div key={text} className={isUrgent ? 'desk-notes__urgent' : undefined}>
          <p>{text}</p>
          {quote ? (
            <blockquote dir="auto" className="desk-notes__quote">
              {quote}
            </blockquote>
          ) : null}
        </div>
      ))}
      {isUpToDate ? <p>{fill(words.upToDate, { unit: name })}</p> : null}
      {isEmpty ? <p>{words.empty}.</p> : null}
      {problems.length > 0 && !isEmpty ? (
        <>
          <p>{fill(words.missing, { unit: name })}</p>
          <ul className="desk-notes__missing">
            {problems.map((problem) => (
              <li key={problem}>{problem}</li>
            ))}
          </ul>
        </>
      ) : null}
    </section>
  )
}

type Note = { text: string; quote?: string | null; isUrgent?: true }

function notesOf(unit: UnitStatus, language: string): Note[] {
  const words = screenWords(language).units
  const { requested, ended, exception, approval, sourceChanged } = unit
  const told = ({ by, at }: { by: string; at: string }) => ({
    name: by || words.someone,
    when: whenInWords(at, language),
  })
  return [
    ...(requested
      ? [
          {
            text: fill(words.requested, told(requested)),
            quote: requested.reason,
            isUrgent: true as const,
          },
        ]
      : []),
    ...(ended
      ? [
          {
            text: fill(words.ended, {
              ...told({ by: ended.changedBy, at: ended.at }),
              approver: ended.approvedBy ?? words.someone,
            }),
          },
        ]
      : []),
    ...(exception && unit.stage === 'in-review'
      ? [
          {
            text: fill(words.exceptionAsked, told(exception)),
            quote: exception.reason,
            isUrgent: true as const,
          },
        ]
      : []),
    ...(approval ? [approvalNote(approval, told(approval), language)] : []),
    ...(sourceChanged ? [{ text: fill(words.sourceMoved, { unit: unitTitle(unit.unit, language) }) }] : []),
  ]
}

function approvalNote(
  approval: NonNullable<UnitStatus['approval']>,
  told: { name: string; when: string },
  language: string,
): Note {
  const words = screenWords(language).units
  return approval.second
    ? {
        text: fill(words.approvedByException, { ...told, second: approval.second }),
        quote: approval.reason,
      }
    : { text: fill(words.approved, told) }
}

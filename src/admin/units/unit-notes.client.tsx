'use client'

import type { Clock } from '@/lib/date-words'
import type { UnitStatus, Verb } from '@/units'
import { unitTitle } from './say-units'
import { useClock } from '../parts/clock.client'
import { whenInWords } from '../parts/when'
import { fill, screenWords } from '../words'

/** What one should know of a unit before the next step: why it came back, what is missing, who approved it. */
export function UnitNotes({ unit, isPublishable }: { unit: UnitStatus; isPublishable: boolean }) {
  const clock = useClock()
  const { language } = clock
  const name = unitTitle(unit.unit, language)
  const notes = [...notesOf(unit, clock), ...standOf(unit, language, isPublishable)]
  // Of a language that nobody writes, everything is missing.
  const problems = unit.stage === null ? [] : unit.problems
  if (notes.length === 0 && problems.length === 0) return null
  return (
    <section aria-label={name} className="desk-notes">
      <h4>{name}</h4>
      {notes.map((note) => (
        <NoteText key={note.text} {...note} />
      ))}
      {problems.length > 0 ? (
        <>
          <p>{fill(screenWords(language).units.missing, { unit: name })}</p>
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

function NoteText({ text, quote, isUrgent }: Note) {
  return (
    <div className={isUrgent ? 'desk-notes__urgent' : undefined}>
      <p>{text}</p>
      {quote ? (
        <blockquote className="desk-notes__quote" dir="auto">
          {quote}
        </blockquote>
      ) : null}
    </div>
  )
}

function standOf(unit: UnitStatus, language: string, isPublishable: boolean): Note[] {
  const words = screenWords(language).units
  if (unit.stage === null) return [{ text: `${words.empty}.` }]
  if (unit.stage === 'public')
    return [{ text: fill(words.upToDate, { unit: unitTitle(unit.unit, language) }) }]
  const next = nextOf(unit, language, isPublishable)
  return next ? [{ text: next }] : []
}

// Whose turn it is, told to those whose turn it is not.
function nextOf({ stage, verbs }: UnitStatus, language: string, isPublishable: boolean): string | undefined {
  const { next } = screenWords(language).units
  const takes = (verb: Verb) => verbs.some((one) => one.verb === verb)
  if (stage === 'in-review' && !takes('approve')) return next['in-review']
  return stage === 'approved' && isPublishable && !takes('publish') ? next.approved : undefined
}

type Note = { text: string; quote?: string | null; isUrgent?: true }

function notesOf(unit: UnitStatus, clock: Clock): Note[] {
  const { language } = clock
  const words = screenWords(language).units
  const { requested, ended, exception, approval, sourceChanged, lost, doubt } = unit
  const told = ({ by, at }: { by: string; at: string }) => ({
    name: by || words.someone,
    when: whenInWords(at, clock),
  })
  return [
    ...urgent([...lost, doubt]),
    ...ofEmbargo(unit, clock),
    ...ofFormer(unit, language),
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
            text: fill(ended.isOfPicture ? words.endedByPicture : words.ended, {
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

function ofEmbargo({ embargo }: UnitStatus, clock: Clock): Note[] {
  if (!embargo) return []
  const { underEmbargo } = screenWords(clock.language).units
  return [{ text: fill(underEmbargo, { when: whenInWords(embargo, clock) }), isUrgent: true }]
}

const urgent = (texts: readonly (string | null)[]): Note[] =>
  texts.filter((text) => text !== null).map((text) => ({ text, isUrgent: true }))

function ofFormer({ former }: UnitStatus, language: string): Note[] {
  if (!former || former.fields.length === 0) return []
  const fields = new Intl.ListFormat(language, { type: 'conjunction' }).format(former.fields)
  return [{ text: fill(screenWords(language).units.writtenAboutFormer, { fields }), isUrgent: true }]
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

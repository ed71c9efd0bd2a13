'use client'

import { toast, useTranslation } from '@payloadcms/ui'
import { useId, useState } from 'react'
import { dayInWords } from '@/lib/date-words'
import type { DocumentStatus, UnitStatus } from '@/units'
import { askDesk, tellChanged } from '../parts/ask-desk'
import { DayChoice } from '../parts/day-choice.client'
import { unitTitle } from './say-units'
import { StepDialog } from '../parts/step-dialog.client'
import { Trouble } from '../parts/trouble'
import { usePeople, type Colleague } from './use-people.client'
import { fill, screenWords, workWords } from '../words'

type Props = { url: string; units: readonly UnitStatus[]; mayAssign: boolean }

/** Who does each unit, and by when. */
export function Assignments({ url, units, mayAssign }: Props) {
  const { i18n } = useTranslation()
  const words = workWords(i18n.language).assign
  // What is neither begun nor sent to translation is nobody's yet.
  const shown = units.filter(({ stage, translation }) => stage !== null || translation !== null)
  const told = shown.filter((unit) => mayAssign || unit.assignee !== null || unit.due !== null)
  if (told.length === 0) return null
  return (
    <div className="desk-hands">
      <h4>{words.title}</h4>
      {told.map((unit) => (
        <Assigned key={unit.unit} mayAssign={mayAssign} unit={unit} url={url} />
      ))}
    </div>
  )
}

function Assigned({ unit, url, mayAssign }: { unit: UnitStatus; url: string; mayAssign: boolean }) {
  const { i18n } = useTranslation()
  const words = workWords(i18n.language).assign
  const [isAsking, setAsking] = useState(false)
  const due = unit.due
    ? fill(workWords(i18n.language).due, { date: dayInWords(unit.due, i18n.language) })
    : null
  return (
    <p>
      <strong>{unitTitle(unit.unit, i18n.language)}</strong>: {unit.assignee?.name || words.nobody}
      {due ? ` · ${due}` : null}{' '}
      {mayAssign ? (
        <button className="desk-link" onClick={() => setAsking(true)} type="button">
          {words.change}
        </button>
      ) : null}
      {isAsking ? <AssignDialog onEnd={() => setAsking(false)} unit={unit} url={url} /> : null}
    </p>
  )
}

type DialogProps = { unit: UnitStatus; url: string; onEnd: () => void }

function AssignDialog({ unit, url, onEnd }: DialogProps) {
  const { i18n } = useTranslation()
  const words = workWords(i18n.language).assign
  const people = usePeople(url)
  const [person, setPerson] = useState(unit.assignee?.id ?? '')
  const [due, setDue] = useState(unit.due ?? '')
  const [refused, setRefused] = useState<string | null>(null)
  const assign = async (): Promise<void> => {
    const changes = {
      ...(person === (unit.assignee?.id ?? '') ? {} : { assignee: person || null }),
      ...(due === (unit.due ?? '') ? {} : { due: due || null }),
    }
    const answer = await askDesk<DocumentStatus>(`${url}/assign`, { units: [unit.unit], ...changes })
    if (!answer.isDone) return setRefused(answer.message ?? screenWords(i18n.language).publication.failed)
    tellChanged()
    toast.success(words.done)
    onEnd()
  }
  return (
    <StepDialog
      cancelLabel={screenWords(i18n.language).units.confirm.cancel}
      confirmLabel={words.confirm}
      heading={fill(words.heading, { unit: unitTitle(unit.unit, i18n.language) })}
      onCancel={onEnd}
      onConfirm={() => void assign()}
    >
      <PersonChoice onChoose={setPerson} people={people} person={person} unit={unit.unit} />
      <DayChoice day={due} label={words.due} onChoose={setDue} />
      <Trouble said={refused} />
    </StepDialog>
  )
}

type ChoiceProps = {
  people: readonly Colleague[]
  unit: string
  person: string
  onChoose: (person: string) => void
}

function PersonChoice({ people, unit, person, onChoose }: ChoiceProps) {
  const { i18n } = useTranslation()
  const id = useId()
  const words = workWords(i18n.language).assign
  const groups = [
    { label: words.writers, members: people.filter(({ writes }) => writes.includes(unit)) },
    { label: words.reviewers, members: people.filter(({ reviews }) => reviews.includes(unit)) },
  ]
  return (
    <div className="desk-dialog__field">
      <label htmlFor={id}>{words.person}</label>
      <select id={id} onChange={(event) => onChoose(event.target.value)} value={person}>
        <option value="">{words.anybody}</option>
        {groups.map(({ label, members }) =>
          members.length === 0 ? null : (
            <optgroup key={label} label={label}>
              {members.map((member) => (
                <option key={member.id} value={member.id}>
                  {member.name}
                </option>
              ))}
            </optgroup>
          ),
        )}
      </select>
    </div>
  )
}

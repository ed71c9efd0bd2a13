'use client'

import { useId, type ReactNode } from 'react'
import type { Clock } from '@/lib/date-words'
import type { ComparedField, ComparedUnit } from './compare'
import { choiceKey, type Choice, type Choices } from './conflict-choices'
import { FieldBody } from '../difference/difference-field'
import { DifferenceField } from '../difference/difference-view'
import { unitsInWords } from '../units/say-units'
import type { TextPage } from '../difference/text-page'
import { useClock } from '../parts/clock.client'
import { whenInWords } from '../parts/when'
import { capital, fill, historyWords } from '../words'

type Props = {
  unit: ComparedUnit
  choices: Choices
  language: string
  onChoose: (key: string, choice: Choice) => void
}

/** One unit that both wrote in: what needs a choice, and what does not. */
export function ConflictUnit({ unit, choices, language, onChoose }: Props) {
  const words = historyWords(language).conflict
  const clock = useClock()
  const page = { unit: unit.unit, language, folds: true }
  const names = namesOf(unit, language)
  const of = (state: ComparedField['state']) => unit.fields.filter((field) => field.state === state)
  const conflicts = of('conflict')
  return (
    <section className="desk-conflict__unit">
      <h3>{heading(unit, clock)}</h3>
      {conflicts.length > 0 ? (
        <div className="desk-conflict__both">
          <h4>{words.both}</h4>
          <p>{words.bothHelp}</p>
          {conflicts.map((field) => {
            const key = choiceKey(unit, field)
            return (
              <Sides
                key={key}
                {...{ field, page, names }}
                choice={choices[key]}
                onChoose={(choice) => onChoose(key, choice)}
              />
            )
          })}
        </div>
      ) : null}
      <Settled fields={of('theirs')} page={page} side="theirs" title={fill(words.onlyTheirs, { names })} />
      <Settled fields={of('mine')} page={page} side="mine" title={words.onlyMine} />
      <Settled fields={of('both-same')} page={page} side="mine" title={words.alike} />
    </section>
  )
}

const namesOf = ({ by }: ComparedUnit, language: string): string =>
  by.length === 0
    ? historyWords(language).conflict.them
    : new Intl.ListFormat(language, { type: 'conjunction' }).format(by)

function heading(unit: ComparedUnit, clock: Clock): string {
  const { language } = clock
  const words = historyWords(language).conflict
  const what = unit.unit === 'inside' ? words.inside : unitsInWords([unit], language)
  if (unit.by.length === 0 || unit.at === null)
    return fill(words.savedUnknown, { unit: capital(what, language) })
  return fill(words.saved, {
    names: namesOf(unit, language),
    unit: what,
    when: whenInWords(unit.at, clock),
  })
}

type SidesProps = {
  field: ComparedField
  page: TextPage
  names: string
  choice: Choice | undefined
  onChoose: (choice: Choice) => void
}

/** A field that both changed: two ways to have it, one to choose. */
function Sides({ field, page, names, choice, onChoose }: SidesProps) {
  const words = historyWords(page.language).conflict
  const group = useId()
  const side = (own: Choice, title: string, label: string): ReactNode => (
    <label className="desk-conflict__side">
      <span className="desk-conflict__who">{title}</span>
      <FieldBody field={field[own]} page={page} />
      <span className="desk-conflict__choice">
        <input
          checked={choice === own}
          name={group}
          onChange={() => onChoose(own)}
          type="radio"
          value={own}
        />
        {label}
      </span>
    </label>
  )
  return (
    <fieldset className="desk-conflict__field" data-path={field.path}>
      <legend>{field.mine.label}</legend>
      <div className="desk-conflict__sides">
        {side('mine', words.mine, words.keepMine)}
        {side('theirs', fill(words.theirs, { names }), words.takeTheirs)}
      </div>
    </fieldset>
  )
}

type SettledProps = {
  fields: readonly ComparedField[]
  page: TextPage
  side: Choice
  title: string
}

/** Fields that need no choice. */
function Settled({ fields, page, side, title }: SettledProps) {
  if (fields.length === 0) return null
  return (
    <div className="desk-conflict__settled">
      <h4>{title}</h4>
      <div className="desk-difference">
        {fields.map((field) => (
          <DifferenceField key={field.path} beside={undefined} field={field[side]} page={page} />
        ))}
      </div>
    </div>
  )
}

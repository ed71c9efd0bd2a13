'use client'

import { Button, useTranslation } from '@payloadcms/ui'
import { useId, type ReactNode } from 'react'
import type { ComparedUnit } from './compare'
import { openChoices, type Choices } from './conflict-choices'
import { ConflictUnit } from './conflict-unit.client'
import type { ConflictStep, Deciding } from './use-conflict.client'
import { useModal } from '../parts/use-modal.client'
import { fill, historyWords } from '../words'

type Props = {
  now: Exclude<ConflictStep, { step: 'none' }>
  onChoose: (choices: Choices) => void
  onSave: () => void
  onClose: () => void
}

/** Both versions field by field. Leaving it by `Escape` or its button changes nothing. */
export function ConflictDialog({ now, onChoose, onSave, onClose }: Props) {
  const modal = useModal(onClose)
  const title = useId()
  const { i18n } = useTranslation()
  const words = historyWords(i18n.language).conflict
  return (
    <dialog aria-labelledby={title} className="desk-dialog desk-conflict" {...modal}>
      <h2 id={title}>{words.title}</h2>
      {now.step === 'deciding' ? (
        <Decision now={now} onChoose={onChoose} />
      ) : (
        <p role="status">{now.step === 'loading' ? words.loading : words.failed}</p>
      )}
      <Foot now={now}>
        <Button buttonStyle="secondary" margin={false} onClick={onClose}>
          {words.close}
        </Button>
        {now.step === 'deciding' ? <SaveButton now={now} onSave={onSave} /> : null}
      </Foot>
    </dialog>
  )
}

// What needs a choice stands first.
const rank = ({ fields }: ComparedUnit): number => (fields.some(({ state }) => state === 'conflict') ? 0 : 1)

function Decision({ now, onChoose }: { now: Deciding; onChoose: (choices: Choices) => void }) {
  const { i18n } = useTranslation()
  const words = historyWords(i18n.language).conflict
  const { comparison, choices, isAgain, problem } = now
  const units = comparison.units
    .filter(({ fields }) => fields.length > 0)
    .toSorted((a, b) => rank(a) - rank(b))
  return (
    <>
      <p>{units.length === 0 ? words.nothing : words.lead}</p>
      {isAgain || problem !== null ? (
        <p className="desk-conflict__notice" role="alert">
          {problem ?? words.again}
        </p>
      ) : null}
      {units.map((unit) => (
        <ConflictUnit
          key={unit.unit}
          choices={choices}
          language={i18n.language}
          onChoose={(key, choice) => onChoose({ ...choices, [key]: choice })}
          unit={unit}
        />
      ))}
    </>
  )
}

function Foot({ now, children }: { now: Props['now']; children: ReactNode }) {
  const { i18n } = useTranslation()
  const words = historyWords(i18n.language).conflict
  const open = now.step === 'deciding' ? openChoices(now.comparison, now.choices) : 0
  return (
    <div className="desk-conflict__foot">
      <p aria-live="polite">{open > 0 ? fill(words.left, { count: open }) : words.closeHelp}</p>
      <div className="desk-dialog__buttons">{children}</div>
    </div>
  )
}

function SaveButton({ now, onSave }: { now: Deciding; onSave: () => void }) {
  const { i18n } = useTranslation()
  const words = historyWords(i18n.language).conflict
  const isOpen = openChoices(now.comparison, now.choices) > 0
  return (
    <Button disabled={isOpen || now.isBusy} margin={false} onClick={onSave}>
      {now.isBusy ? words.saving : words.save}
    </Button>
  )
}

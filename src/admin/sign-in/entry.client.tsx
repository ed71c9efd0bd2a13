'use client'

import { Button, useTranslation } from '@payloadcms/ui'
import { useId, useState, type ComponentProps, type KeyboardEvent, type ReactNode } from 'react'
import type { Asked } from './ask-sign-in'
import { screenWords } from '../words'

type Props<Body> = {
  label: string
  button: string
  /** What the browser may fill in: a one-time code, or the password. */
  kind: 'code' | 'proof' | 'recovery'
  ask: (typed: string) => Promise<Asked<Body>>
  onDone: (body: Body) => void
  children?: ReactNode
}

const inputs: Record<Props<never>['kind'], ComponentProps<'input'>> = {
  code: { autoComplete: 'one-time-code', inputMode: 'numeric', type: 'text', maxLength: 11 },
  proof: { autoComplete: 'current-password', type: 'password', maxLength: 256 },
  recovery: { autoComplete: 'off', type: 'text', maxLength: 40 },
}

/** One line to type and a button. No form: it may stand inside one of the framework's. */
export function Entry<Body>({ label, button, kind, ask, onDone, children }: Props<Body>) {
  const id = useId()
  const { i18n } = useTranslation()
  const words = screenWords(i18n.language).secondStep
  const [typed, setTyped] = useState('')
  const [problem, setProblem] = useState<string | null>(null)
  const [isBusy, setBusy] = useState(false)

  const send = async (): Promise<void> => {
    if (typed.trim() === '' || isBusy) return
    setBusy(true)
    const asked = await ask(typed)
    setBusy(false)
    setTyped('')
    setProblem(asked.isDone ? null : (asked.message ?? words.failed))
    if (asked.isDone) onDone(asked.body)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter') return
    event.preventDefault()
    void send()
  }
  return (
    <div className="desk-ask">
      <label htmlFor={id}>{label}</label>
      <input
        {...inputs[kind]}
        aria-describedby={problem ? `${id}-problem` : undefined}
        aria-invalid={problem !== null}
        autoFocus={kind !== 'proof'}
        id={id}
        onChange={(event) => setTyped(event.target.value)}
        onKeyDown={onKeyDown}
        value={typed}
      />
      {problem ? (
        <p className="desk-ask__problem" id={`${id}-problem`} role="alert">
          {problem}
        </p>
      ) : null}
      <div className="desk-ask__buttons">
        <Button disabled={isBusy} margin={false} onClick={() => void send()} size="medium" type="button">
          {isBusy ? words.working : button}
        </Button>
        {children}
      </div>
    </div>
  )
}

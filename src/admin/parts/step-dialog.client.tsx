'use client'

import { Button } from '@payloadcms/ui'
import { useId, useState, type ReactNode } from 'react'
import { Trouble } from './trouble'
import { useModal } from './use-modal.client'

export type StepDialogProps = {
  heading: string
  children?: ReactNode
  confirmLabel: string
  cancelLabel: string
  /** Where the step takes a reason: its help, and what is said while it is missing. */
  reason?: { help: string; missing: string }
  onConfirm: (reason: string) => void
  onCancel: () => void
  /** Where `Escape` does something else than the button that cancels. */
  onEscape?: () => void
}

/** Asks before a step. No form of its own: it stands inside the form of the document. */
export function StepDialog(props: StepDialogProps) {
  const {
    heading,
    children,
    confirmLabel,
    cancelLabel,
    reason,
    onConfirm,
    onCancel,
    onEscape = onCancel,
  } = props
  const modal = useModal(onEscape)
  const title = useId()
  const [text, setText] = useState('')
  const [isMissing, setMissing] = useState(false)
  const confirm = () => {
    if (reason && text.trim() === '') setMissing(true)
    else onConfirm(text.trim())
  }
  return (
    <dialog aria-labelledby={title} className="desk-dialog" {...modal}>
      <h2 id={title}>{heading}</h2>
      {children}
      {reason ? <Reason {...{ reason, text, setText, isMissing, title }} /> : null}
      <div className="desk-dialog__buttons">
        <Button buttonStyle="secondary" margin={false} onClick={onCancel}>
          {cancelLabel}
        </Button>
        <Button margin={false} onClick={confirm}>
          {confirmLabel}
        </Button>
      </div>
    </dialog>
  )
}

type ReasonProps = {
  reason: { help: string; missing: string }
  text: string
  setText: (text: string) => void
  isMissing: boolean
  title: string
}

function Reason({ reason, text, setText, isMissing, title }: ReasonProps) {
  const help = useId()
  return (
    <>
      <p id={help} className="desk-dialog__help">
        {reason.help}
      </p>
      <textarea
        aria-describedby={help}
        aria-invalid={isMissing}
        aria-labelledby={title}
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- the dialog is about this text
        autoFocus
        dir="auto"
        maxLength={4000}
        onChange={(event) => setText(event.target.value)}
        rows={5}
        value={text}
      />
      <Trouble said={isMissing ? reason.missing : null} />
    </>
  )
}

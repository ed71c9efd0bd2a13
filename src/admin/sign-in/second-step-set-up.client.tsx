'use client'

import { useTranslation } from '@payloadcms/ui'
import { useState, type ReactNode } from 'react'
import { askSignIn } from './ask-sign-in'
import { Entry } from './entry.client'
import { RecoveryCodes } from './recovery-codes.client'
import { screenWords } from '../words'

export type Invitation = { picture: string; key: string }
export type NewCodes = { recoveryCodes: string[] }

type Props = { invitation: Invitation; onDone: () => void; children?: ReactNode }

/** The picture for the app, its first code, and the recovery codes that are shown once. */
export function SecondStepSetUp({ invitation, onDone, children }: Props) {
  const { i18n } = useTranslation()
  const words = screenWords(i18n.language).secondStep
  const [codes, setCodes] = useState<string[]>()
  if (codes) return <RecoveryCodes codes={codes} onDone={onDone} />
  return (
    <div className="desk-set-up">
      <p>
        {words.scan} <span className="desk-set-up__help">{words.scanHelp}</span>
      </p>
      {/* oxlint-disable-next-line nextjs/no-img-element -- a picture inside its own address */}
      <img alt={words.picture} className="desk-set-up__picture" src={invitation.picture} />
      <p>
        {words.byHand} <code dir="ltr">{invitation.key}</code>
      </p>
      <p>{words.confirmHelp}</p>
      <Entry<NewCodes>
        ask={(code) => askSignIn('/second-step/confirm', { code })}
        button={words.confirm}
        kind="code"
        label={words.codeLabel}
        onDone={({ recoveryCodes }) => setCodes(recoveryCodes)}
      />
      {children}
    </div>
  )
}

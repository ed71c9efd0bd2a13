'use client'

import { Button, useTranslation } from '@payloadcms/ui'
import { useState } from 'react'
import { askSignIn } from './ask-sign-in'
import { Entry } from './entry.client'
import { LeaveSignIn } from './leave-sign-in.client'
import { screenWords } from '../words'

/** After the password: the code of the app, or one of the recovery codes. */
export function SecondStepCode() {
  const { i18n } = useTranslation()
  const words = screenWords(i18n.language).secondStep
  const [isRecovery, setRecovery] = useState(false)
  return (
    <section className="desk-notice">
      <h1>{words.codeTitle}</h1>
      <p>{isRecovery ? words.recoveryHelp : words.codeHelp}</p>
      <Entry
        key={String(isRecovery)}
        ask={(code) => askSignIn('/second-step', { code })}
        button={words.goOn}
        kind={isRecovery ? 'recovery' : 'code'}
        label={isRecovery ? words.recoveryLabel : words.codeLabel}
        onDone={() => window.location.reload()}
      >
        <Button buttonStyle="secondary" margin={false} onClick={() => setRecovery(!isRecovery)} size="medium">
          {isRecovery ? words.useApp : words.useRecovery}
        </Button>
      </Entry>
      <p className="desk-second-step__lost">{words.lost}</p>
      <LeaveSignIn />
    </section>
  )
}

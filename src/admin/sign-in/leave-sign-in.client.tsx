'use client'

import { Button, useTranslation } from '@payloadcms/ui'
import { askSignIn } from './ask-sign-in'
import { screenWords } from '../words'

async function leave(): Promise<void> {
  await askSignIn('/logout', {})
  window.location.reload()
}

/** Back to the sign-in page, as nobody. */
export function LeaveSignIn() {
  const { i18n } = useTranslation()
  return (
    <Button
      buttonStyle="none"
      className="desk-second-step__leave"
      margin={false}
      onClick={() => void leave()}
    >
      {screenWords(i18n.language).secondStep.someoneElse}
    </Button>
  )
}

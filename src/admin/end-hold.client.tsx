'use client'

import { Button, toast, useTranslation } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { askDesk } from './ask-desk'
import { StepDialog } from './step-dialog.client'
import { screenWords } from './words'

/** The button of administrators, which asks first. `address` is of REST. */
export function EndHold({ address }: { address: string }) {
  const { i18n } = useTranslation()
  const router = useRouter()
  const words = screenWords(i18n.language).hold
  const [isAsking, setAsking] = useState(false)
  const [isBusy, setBusy] = useState(false)
  const end = async (): Promise<void> => {
    setAsking(false)
    setBusy(true)
    const answer = await askDesk(address, {})
    setBusy(false)
    if (answer.isDone) toast.success(words.ended)
    else toast.error(answer.message ?? words.failed)
    router.refresh()
  }
  return (
    <>
      <Button
        buttonStyle="secondary"
        disabled={isBusy}
        margin={false}
        onClick={() => setAsking(true)}
        size="medium"
      >
        {words.end}
      </Button>
      {isAsking ? (
        <StepDialog
          cancelLabel={words.keep}
          confirmLabel={words.end}
          heading={words.title}
          onCancel={() => setAsking(false)}
          onConfirm={() => void end()}
        >
          <p>{words.explain}</p>
        </StepDialog>
      ) : null}
    </>
  )
}

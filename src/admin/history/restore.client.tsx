'use client'

import { Button, toast, useTranslation } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { StepDialog } from '../parts/step-dialog.client'
import { readRefusal } from '../units/use-status.client'
import { fill, historyWords } from '../words'

type Props = {
  /** Of REST. */
  address: string
  /** The history, which tells of it. */
  back: string
  unit: string
  unitName: string
  revision: string
  /** The newest version as this screen knows it. */
  current: string | null
}

/** The button "Bring this back", which asks first. */
export function Restore({ address, back, unit, unitName, revision, current }: Props) {
  const { i18n } = useTranslation()
  const router = useRouter()
  const words = historyWords(i18n.language).version
  const [isAsking, setAsking] = useState(false)
  const [isBusy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const restore = async (): Promise<void> => {
    setAsking(false)
    setBusy(true)
    const refused = await post(address, { unit, revision, ...(current === null ? {} : { current }) })
    setBusy(false)
    setProblem(refused && (refused.message ?? words.failed))
    if (refused) return
    toast.success(words.restored)
    router.push(back)
    router.refresh()
  }
  return (
    <div className="desk-version__restore">
      <Button disabled={isBusy} margin={false} onClick={() => setAsking(true)}>
        {words.restore}
      </Button>
      {problem === null ? null : (
        <p className="desk-panel__refusal" role="alert">
          {problem}
        </p>
      )}
      {isAsking ? (
        <StepDialog
          cancelLabel={words.cancel}
          confirmLabel={words.restore}
          heading={words.restoreTitle}
          onCancel={() => setAsking(false)}
          onConfirm={() => void restore()}
        >
          <p>{fill(words.restoreText, { unit: unitName })}</p>
        </StepDialog>
      ) : null}
    </div>
  )
}

/** Null once it is done. */
async function post(address: string, body: object) {
  const response = await fetch(address, {
    method: 'POST',
    credentials: 'same-origin',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  }).catch(() => undefined)
  return response?.ok ? null : readRefusal(response)
}

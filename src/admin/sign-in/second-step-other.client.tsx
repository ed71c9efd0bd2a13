'use client'

import { Button, toast, useTranslation } from '@payloadcms/ui'
import { useEffect, useState } from 'react'
import { askSignIn } from './ask-sign-in'
import { Entry } from './entry.client'
import { screenWords } from '../words'

/** Somebody else's second step, for those who manage people: removed when the phone is lost. */
export function SecondStepOfOther({ id }: { id: string }) {
  const { i18n } = useTranslation()
  const words = screenWords(i18n.language).secondStep
  const [isSetUp, setSetUp] = useState<boolean>()
  const [isAsking, setAsking] = useState(false)
  useEffect(() => {
    void askSignIn<{ isSetUp: boolean }>(`/${id}/second-step`).then((asked) => {
      if (asked.isDone) setSetUp(asked.body.isSetUp)
    })
  }, [id])
  if (isSetUp === undefined) return <p className="desk-panel__help">{words.loading}</p>
  if (!isSetUp) return <p className="desk-panel__help">{words.ofOtherNone}</p>
  const removed = () => {
    toast.success(words.removed)
    setAsking(false)
    setSetUp(false)
  }
  return (
    <>
      <p className="desk-panel__help">{isAsking ? words.removeHelp : words.ofOther}</p>
      {isAsking ? (
        <Entry
          ask={(proof) => askSignIn(`/${id}/second-step/reset`, { proof })}
          button={words.remove}
          kind="proof"
          label={words.proof}
          onDone={removed}
        >
          <Button buttonStyle="secondary" margin={false} onClick={() => setAsking(false)} size="medium">
            {words.cancel}
          </Button>
        </Entry>
      ) : (
        <div className="desk-ask__buttons">
          <Button buttonStyle="secondary" margin={false} onClick={() => setAsking(true)} size="medium">
            {words.remove}
          </Button>
        </div>
      )}
    </>
  )
}

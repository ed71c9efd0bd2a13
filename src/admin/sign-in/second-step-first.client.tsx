'use client'

import { Button, useTranslation } from '@payloadcms/ui'
import { useEffect, useState } from 'react'
import { askSignIn, type Asked } from './ask-sign-in'
import { LeaveSignIn } from './leave-sign-in.client'
import { SecondStepSetUp, type Invitation } from './second-step-set-up.client'
import { screenWords } from '../words'

const enter = (): void => window.location.reload()

async function putOff(): Promise<void> {
  await askSignIn('/second-step/later', {})
  enter()
}

type Props = { isRequired: boolean; wasReset: boolean }

/** After the password, where the second step has to be set up: by a role, or because an administrator removed it. */
export function SecondStepFirst({ isRequired, wasReset }: Props) {
  const { i18n } = useTranslation()
  const words = screenWords(i18n.language).secondStep
  const [asked, setAsked] = useState<Asked<Invitation>>()
  useEffect(() => {
    void askSignIn<Invitation>('/second-step/begin', {}).then(setAsked)
  }, [])
  const ways = (
    <div className="desk-ask__buttons">
      {isRequired ? null : (
        <Button buttonStyle="secondary" margin={false} onClick={() => void putOff()} size="medium">
          {words.later}
        </Button>
      )}
      <LeaveSignIn />
    </div>
  )
  return (
    <section className="desk-notice">
      <h1>{words.title}</h1>
      {wasReset ? <p>{words.wasReset}</p> : null}
      {isRequired ? <p>{words.needed}</p> : null}
      {asked?.isDone ? (
        <SecondStepSetUp invitation={asked.body} onDone={enter}>
          {ways}
        </SecondStepSetUp>
      ) : (
        <>
          <p role="status">{asked ? (asked.message ?? words.failed) : words.loading}</p>
          {ways}
        </>
      )}
    </section>
  )
}

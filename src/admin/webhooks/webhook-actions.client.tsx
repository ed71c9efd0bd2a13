'use client'

import { Button } from '@payloadcms/ui'
import { useState } from 'react'
import { StepDialog } from '../parts/step-dialog.client'
import { useWebhook, useWebhookWords } from './use-webhook.client'
import { WebhookSecret } from './webhook-secret.client'

type Props = {
  /** Of REST. */
  address: string
  /** Where to go when it is deleted. */
  back: string
  isOn: boolean
}
type Asking = 'renew' | 'off' | 'remove'

type Words = ReturnType<typeof useWebhookWords>['actions']

const sayTested =
  ({ tested, testWaits }: Words) =>
  ({ isOnHold }: { isOnHold: boolean }): string =>
    isOnHold ? testWaits : tested

/** The buttons of a webhook. */
export function WebhookActions({ address, back, isOn }: Props) {
  const { ask, isBusy, problem, words, router } = useWebhook()
  const { actions } = words
  const [asking, setAsking] = useState<Asking | null>(null)
  const [secret, setSecret] = useState<string>()
  const act: Record<Asking, () => Promise<void>> = {
    renew: async () => setSecret((await ask<{ secret: string }>(`${address}/renew`, {}))?.secret),
    off: async () => void (await ask(`${address}/off`, {}, actions.done)),
    remove: async () => {
      if (await ask(`${address}/delete`, {}, actions.removed)) router.push(back)
    },
  }
  const button = (label: string, onClick: () => void, style: 'primary' | 'secondary' = 'secondary') => (
    <Button
      buttonStyle={style}
      // `disabled` would take the focus away, and the keyboard would begin at the top of the page.
      extraButtonProps={{ 'aria-disabled': isBusy }}
      margin={false}
      onClick={() => (isBusy ? undefined : onClick())}
      size="medium"
    >
      {label}
    </Button>
  )
  return (
    <div className="desk-webhooks__actions">
      {isOn
        ? button(actions.turnOff, () => setAsking('off'))
        : button(actions.turnOn, () => void ask(`${address}/on`, {}, actions.done), 'primary')}
      {button(actions.test, () => void ask(`${address}/test`, {}, sayTested(actions)))}
      {button(actions.renew, () => setAsking('renew'))}
      {button(actions.remove, () => setAsking('remove'))}
      {button(actions.refresh, () => router.refresh())}
      {problem === null ? null : (
        <p className="desk-panel__refusal" role="alert">
          {problem}
        </p>
      )}
      {asking === null ? null : (
        <Ask
          asking={asking}
          onAnswer={(isSure) => {
            setAsking(null)
            if (isSure) void act[asking]()
          }}
        />
      )}
      {secret === undefined ? null : <WebhookSecret onDone={() => setSecret(undefined)} secret={secret} />}
    </div>
  )
}

function Ask({ asking, onAnswer }: { asking: Asking; onAnswer: (isSure: boolean) => void }) {
  const { actions } = useWebhookWords()
  const said = {
    renew: [actions.renewTitle, actions.renewText, actions.renew],
    off: [actions.offTitle, actions.offText, actions.turnOff],
    remove: [actions.removeTitle, actions.removeText, actions.remove],
  } as const
  const [heading, text, confirm] = said[asking]
  return (
    <StepDialog
      cancelLabel={actions.cancel}
      confirmLabel={confirm}
      heading={heading}
      onCancel={() => onAnswer(false)}
      onConfirm={() => onAnswer(true)}
    >
      <p>{text}</p>
    </StepDialog>
  )
}

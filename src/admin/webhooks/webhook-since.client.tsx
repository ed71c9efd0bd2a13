'use client'

import { Button, toast } from '@payloadcms/ui'
import { useId, useState } from 'react'
import { useWebhook } from './use-webhook.client'
import { fill } from '../words'

/** Sends everything since a time once more. */
export function WebhookSince({ address }: { address: string }) {
  const id = useId()
  const { ask, isBusy, problem, words } = useWebhook()
  const [since, setSince] = useState('')
  const send = async () => {
    const answer = await ask<{ count: number }>(`${address}/replay`, { since: new Date(since).toISOString() })
    if (!answer) return
    const { doneNone, doneOne, doneOther } = words.since
    if (answer.count === 0) toast.info(doneNone)
    else toast.success(answer.count === 1 ? doneOne : fill(doneOther, { number: answer.count }))
  }
  return (
    <section className="desk-panel desk-webhooks__form">
      <h2 className="desk-panel__title">{words.since.title}</h2>
      <p className="desk-panel__help">{words.since.help}</p>
      <label htmlFor={id}>{words.since.from}</label>
      <input
        id={id}
        max="9999-12-31T23:59"
        onChange={(event) => setSince(event.target.value)}
        type="datetime-local"
        value={since}
      />
      {problem === null ? null : (
        <p className="desk-panel__refusal" role="alert">
          {problem}
        </p>
      )}
      <div>
        <Button
          buttonStyle="secondary"
          disabled={isBusy || since === ''}
          margin={false}
          onClick={() => void send()}
          size="medium"
        >
          {words.since.send}
        </Button>
      </div>
    </section>
  )
}

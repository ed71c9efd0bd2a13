'use client'

import { Button, toast } from '@payloadcms/ui'
import { useId, useState } from 'react'
import { readInstant, type Clock } from '@/lib/date-words'
import { instantOf } from '@/lib/wall-clock'
import { useClock } from '../parts/clock.client'
import { useWebhook } from './use-webhook.client'
import { fill, screenWords } from '../words'

/** Sends everything since a time once more. */
export function WebhookSince({ address }: { address: string }) {
  const id = useId()
  const { ask, isBusy, problem, words } = useWebhook()
  const [since, setSince] = useState('')
  const clock = useClock()
  const wall = Date.parse(`${since}Z`)
  const at = Number.isNaN(wall) ? null : new Date(instantOf(wall, clock.zone))
  const send = async () => {
    if (at === null) return
    const answer = await ask<{ count: number }>(`${address}/replay`, { since: at.toISOString() })
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
      <Reading at={at} clock={clock} />
      {problem === null ? null : (
        <p className="desk-panel__refusal" role="alert">
          {problem}
        </p>
      )}
      <div>
        <Button
          buttonStyle="secondary"
          disabled={isBusy || at === null}
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

/** What was chosen, in words. */
function Reading({ at, clock }: { at: Date | null; clock: Clock }) {
  const { reading } = screenWords(clock.language).date
  return (
    <p aria-live="polite" className="desk-panel__help">
      {at === null ? null : fill(reading, { date: readInstant(at, clock) })}
    </p>
  )
}

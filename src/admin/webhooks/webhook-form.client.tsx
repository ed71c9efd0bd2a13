'use client'

import { Button } from '@payloadcms/ui'
import { useId, useState } from 'react'
import type { WebhookType } from '@/contract'
import { useWebhook, useWebhookWords } from './use-webhook.client'
import { WebhookSecret } from './webhook-secret.client'

type Wish = { url: string; description: string; events: readonly string[] }
type Props = {
  /** Of REST. */
  address: string
  types: readonly WebhookType[]
  /** What is there; absent for a new one. */
  wish?: Wish
  /** Of a new one: below here is its own page. */
  here?: string
}
type Added = { id: string; secret: string }

/** Address, description and events of a webhook, new or not. */
export function WebhookForm({ address, types, wish, here }: Props) {
  const { ask, forget, isBusy, problem, words, router } = useWebhook()
  const [typed, setTyped] = useState<Wish>(wish ?? { url: '', description: '', events: types })
  const [added, setAdded] = useState<Added>()
  const [isAsked, setAsked] = useState(false)
  const save = async () => {
    setAsked(true)
    if (typed.events.length === 0) return
    const answer = await ask<Added | object>(address, typed, wish ? words.form.saved : undefined)
    if (answer && 'secret' in answer) setAdded(answer)
  }
  return (
    <>
      <Fields
        onType={(next) => {
          // What was said of an address is not said of another one.
          if (next.url !== typed.url) forget()
          setTyped(next)
        }}
        problem={problem}
        typed={typed}
      />
      <Events
        isMissing={isAsked && typed.events.length === 0}
        onType={(events) => setTyped({ ...typed, events })}
        ticked={typed.events}
        types={types}
      />
      <div>
        <Button
          disabled={isBusy || typed.url.trim() === ''}
          margin={false}
          onClick={() => void save()}
          size="medium"
        >
          {wish ? words.form.save : words.form.create}
        </Button>
      </div>
      {added ? (
        <WebhookSecret onDone={() => router.push(`${here}/${added.id}`)} secret={added.secret} />
      ) : null}
    </>
  )
}

type FieldsProps = {
  typed: Wish
  problem: string | null
  onType: (typed: Wish) => void
}

function Fields({ typed, problem, onType }: FieldsProps) {
  const id = useId()
  const { form } = useWebhookWords()
  return (
    <>
      <label htmlFor={`${id}-url`}>{form.url}</label>
      <input
        aria-describedby={`${id}-help`}
        aria-invalid={problem !== null}
        dir="ltr"
        id={`${id}-url`}
        inputMode="url"
        maxLength={2000}
        onChange={(event) => onType({ ...typed, url: event.target.value })}
        placeholder="https://"
        spellCheck={false}
        type="text"
        value={typed.url}
      />
      <p className="desk-panel__help" id={`${id}-help`}>
        {form.urlHelp}
      </p>
      {problem === null ? null : (
        <p className="desk-panel__refusal" role="alert">
          {problem}
        </p>
      )}
      <label htmlFor={`${id}-description`}>{form.description}</label>
      <input
        dir="auto"
        id={`${id}-description`}
        maxLength={300}
        onChange={(event) => onType({ ...typed, description: event.target.value })}
        type="text"
        value={typed.description}
      />
    </>
  )
}

type EventsProps = {
  types: readonly WebhookType[]
  ticked: readonly string[]
  isMissing: boolean
  onType: (ticked: string[]) => void
}

function Events({ types, ticked, isMissing, onType }: EventsProps) {
  const id = useId()
  const { form, events } = useWebhookWords()
  return (
    <fieldset aria-describedby={isMissing ? id : undefined}>
      <legend>{form.events}</legend>
      {types.map((type) => (
        <label className="desk-webhooks__event" key={type}>
          <input
            checked={ticked.includes(type)}
            onChange={({ target }) =>
              onType(types.filter((one) => (one === type ? target.checked : ticked.includes(one))))
            }
            type="checkbox"
          />
          {events[type]}
        </label>
      ))}
      {isMissing ? (
        <p className="desk-panel__refusal" id={id} role="alert">
          {form.noEvent}
        </p>
      ) : null}
    </fieldset>
  )
}

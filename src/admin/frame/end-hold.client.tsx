'use client'

import { Button, toast, useTranslation } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { useId, useState } from 'react'
import { askDesk } from '../parts/ask-desk'
import { StepDialog } from '../parts/step-dialog.client'
import { Trouble } from '../parts/trouble'
import { fill, screenWords, type Screens } from '../words'

/** The button of administrators, which asks first. `address` is of REST, `waiting` how many messages to webhooks wait. */
export function EndHold({ address, waiting }: { address: string; waiting: number }) {
  const { i18n } = useTranslation()
  const router = useRouter()
  const words = screenWords(i18n.language).hold
  const [isAsking, setAsking] = useState(false)
  const [isBusy, setBusy] = useState(false)
  const end = async (choice: Choice | null): Promise<void> => {
    setAsking(false)
    setBusy(true)
    const answer = await askDesk(address, choice === null ? {} : { waiting: choice })
    setBusy(false)
    if (answer.isDone) toast.success(words.ended)
    else toast.error(answer.message ?? words.failed)
    router.refresh()
  }
  return (
    <>
      <Button buttonStyle="secondary" disabled={isBusy} margin={false} onClick={() => setAsking(true)}>
        {words.end}
      </Button>
      {isAsking ? (
        <Asked
          language={i18n.language}
          onCancel={() => setAsking(false)}
          onEnd={(choice) => void end(choice)}
          waiting={waiting}
        />
      ) : null}
    </>
  )
}

type AskedProps = {
  language: string
  waiting: number
  onCancel: () => void
  onEnd: (choice: Choice | null) => void
}

/** What is chosen, or was not, is forgotten with the dialog. */
function Asked({ language, waiting, onCancel, onEnd }: AskedProps) {
  const words = screenWords(language).hold
  const [choice, setChoice] = useState<Choice | null>(null)
  const [isMissing, setMissing] = useState(false)
  return (
    <StepDialog
      cancelLabel={words.keep}
      confirmLabel={words.end}
      heading={words.title}
      onCancel={onCancel}
      onConfirm={() => (waiting > 0 && choice === null ? setMissing(true) : onEnd(choice))}
    >
      <p>{words.explain}</p>
      {waiting > 0 ? (
        <WaitingMessages
          choice={choice}
          count={waiting}
          isMissing={isMissing && choice === null}
          language={language}
          onChoose={setChoice}
          words={words}
        />
      ) : null}
    </StepDialog>
  )
}

// Nothing is chosen for anybody: what was sent cannot be taken back.
type Choice = 'send' | 'drop'

type WaitingProps = {
  choice: Choice | null
  count: number
  isMissing: boolean
  language: string
  words: Screens['hold']
  onChoose: (choice: Choice) => void
}

/** What becomes of the messages that wait. */
function WaitingMessages({ choice, count, isMissing, language, words, onChoose }: WaitingProps) {
  const group = useId()
  const number = count.toLocaleString(language)
  const said =
    count === 1
      ? { waitingText: words.waitingTextOne, send: words.sendOne, drop: words.dropOne }
      : { waitingText: words.waitingText, send: words.send, drop: words.drop }
  return (
    <fieldset aria-describedby={isMissing ? `${group}-missing` : undefined} className="desk-ticks">
      <legend>{count === 1 ? words.waitingOne : fill(words.waitingOther, { number })}</legend>
      <p className="desk-dialog__help">{said.waitingText}</p>
      {(['send', 'drop'] as const).map((one) => (
        <label key={one}>
          <input
            checked={choice === one}
            name={group}
            onChange={() => onChoose(one)}
            type="radio"
            value={one}
          />
          {said[one]}
        </label>
      ))}
      <Trouble id={`${group}-missing`} said={isMissing ? words.choose : null} />
    </fieldset>
  )
}

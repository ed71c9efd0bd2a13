'use client'

import { Button, toast, useTranslation } from '@payloadcms/ui'
import { useEffect, useState, type ReactNode } from 'react'
import { readDay } from '@/lib/date-words'
import { useClock } from '../parts/clock.client'
import { askSignIn } from './ask-sign-in'
import { Entry } from './entry.client'
import { RecoveryCodes } from './recovery-codes.client'
import { SecondStepSetUp, type Invitation, type NewCodes } from './second-step-set-up.client'
import { fill, screenWords } from '../words'

type Known = { isSetUp: boolean; setUpAt: string | null; codesLeft: number; isRequired: boolean }
type Doing =
  | { name: 'nothing' }
  | { name: 'begin' | 'codes' | 'off' }
  | { name: 'set-up'; invitation: Invitation }
  | { name: 'show'; codes: string[] }

async function read(take: (known: Known) => void): Promise<void> {
  const asked = await askSignIn<Known>('/second-step')
  if (asked.isDone) take(asked.body)
}

/** One's own second step on the account page: set up, new recovery codes, turn off. */
export function OwnSecondStep() {
  const { i18n } = useTranslation()
  const words = screenWords(i18n.language).secondStep
  const [known, setKnown] = useState<Known>()
  const [doing, setDoing] = useState<Doing>({ name: 'nothing' })
  useEffect(() => void read(setKnown), [])
  const done = () => {
    setDoing({ name: 'nothing' })
    void read(setKnown)
  }
  if (!known) return <p className="desk-panel__help">{words.loading}</p>
  return (
    <>
      {doing.name === 'nothing' ? <State known={known} /> : null}
      <Work doing={doing} done={done} setDoing={setDoing}>
        <Verbs choose={(name) => setDoing({ name })} known={known} />
      </Work>
    </>
  )
}

function State({ known: { isSetUp, setUpAt, codesLeft, isRequired } }: { known: Known }) {
  const clock = useClock()
  const words = screenWords(clock.language).secondStep
  const date = readDay(new Date(setUpAt ?? 0), clock)
  return (
    <p className="desk-panel__help">
      {isSetUp ? fill(words.on, { date, number: codesLeft }) : words.off} {isRequired ? words.required : ''}
    </p>
  )
}

type VerbsProps = { known: Known; choose: (name: 'begin' | 'codes' | 'off') => void }

function Verbs({ known: { isSetUp, isRequired }, choose }: VerbsProps) {
  const { i18n } = useTranslation()
  const words = screenWords(i18n.language).secondStep
  const offered: ['begin' | 'codes' | 'off', string][] = isSetUp
    ? [
        ['begin', words.otherPhone],
        ['codes', words.newCodes],
        ...(isRequired ? [] : ([['off', words.turnOff]] as ['off', string][])),
      ]
    : [['begin', words.setUp]]
  return (
    <div className="desk-ask__buttons">
      {offered.map(([name, label]) => (
        <Button
          key={name}
          buttonStyle="secondary"
          margin={false}
          onClick={() => choose(name)}
          size="medium"
          type="button"
        >
          {label}
        </Button>
      ))}
    </div>
  )
}

type WorkProps = { doing: Doing; setDoing: (doing: Doing) => void; done: () => void; children: ReactNode }

function Work({ doing, setDoing, done, children }: WorkProps) {
  if (doing.name === 'nothing') return children
  if (doing.name === 'set-up') return <SecondStepSetUp invitation={doing.invitation} onDone={done} />
  if (doing.name === 'show') return <RecoveryCodes codes={doing.codes} onDone={done} />
  return <Proved done={done} name={doing.name} setDoing={setDoing} />
}

type ProvedProps = Omit<WorkProps, 'doing' | 'children'> & { name: 'begin' | 'codes' | 'off' }

// Each of the three asks who sits there first.
function Proved({ name, setDoing, done }: ProvedProps) {
  const { i18n } = useTranslation()
  const words = screenWords(i18n.language).secondStep
  const cancel = (
    <Button buttonStyle="secondary" margin={false} onClick={done} size="medium" type="button">
      {words.cancel}
    </Button>
  )
  const entry = { kind: 'proof', label: words.proof, children: cancel } as const
  if (name === 'begin')
    return (
      <Entry<Invitation>
        {...entry}
        ask={(proof) => askSignIn('/second-step/begin', { proof })}
        button={words.setUp}
        onDone={(invitation) => setDoing({ name: 'set-up', invitation })}
      />
    )
  if (name === 'off')
    return (
      <Entry
        {...entry}
        ask={(proof) => askSignIn('/second-step/off', { proof })}
        button={words.turnOff}
        onDone={() => {
          toast.success(words.turnedOff)
          done()
        }}
      />
    )
  return (
    <>
      <p className="desk-panel__help">{words.newCodesHelp}</p>
      <Entry<NewCodes>
        {...entry}
        ask={(proof) => askSignIn('/second-step/recovery-codes', { proof })}
        button={words.newCodes}
        onDone={({ recoveryCodes: codes }) => setDoing({ name: 'show', codes })}
      />
    </>
  )
}

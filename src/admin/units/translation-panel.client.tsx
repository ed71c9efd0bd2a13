'use client'

import { Button, toast, useAuth, useDocumentTitle, useTranslation } from '@payloadcms/ui'
import { useState } from 'react'
import type { Person } from '@/access'
import { dayInWords } from '@/lib/date-words'
import type { DocumentStatus, UnitStatus } from '@/units'
import { askDesk, tellChanged } from '../parts/ask-desk'
import { useClock } from '../parts/clock.client'
import { languagesOf } from '../parts/languages-of'
import { unitTitle } from './say-units'
import { SendDialog } from './send-dialog.client'
import { StepDialog } from '../parts/step-dialog.client'
import { Trouble } from '../parts/trouble'
import { Ticks } from '../parts/ticks.client'
import { whenInWords } from '../parts/when'
import { fill, screenWords, workWords } from '../words'

type Props = { url: string; status: DocumentStatus; locale: string; maySend: boolean }

/** To which languages a document was sent; sending it and taking it back; to a translator, what it was sent with. */
export function Translations({ url, status, locale, maySend }: Props) {
  const { user } = useAuth()
  const here = status.units.find(({ unit }) => unit === locale)
  const isTranslator = languagesOf(user as Person | null).some((own) => own === locale)
  if (!maySend) return here?.translation && isTranslator ? <ForYou unit={here} /> : null
  return <Sent status={status} url={url} />
}

function ForYou({ unit: { translation, due } }: { unit: UnitStatus }) {
  const clock = useClock()
  const words = workWords(clock.language).sending
  if (!translation) return null
  const name = translation.by || screenWords(clock.language).units.someone
  return (
    <div className="desk-hands">
      <h4>{words.title}</h4>
      <p>
        {fill(words.forYou, { name, when: whenInWords(translation.at, clock) })}{' '}
        {due ? fill(words.forYouDue, { date: dayInWords(due, clock.language) }) : null}
      </p>
      {translation.note ? (
        <blockquote className="desk-notes__quote" dir="auto">
          {translation.note}
        </blockquote>
      ) : null}
    </div>
  )
}

function Sent({ status, url }: Pick<Props, 'status' | 'url'>) {
  const { i18n } = useTranslation()
  const [asking, setAsking] = useState<'send' | 'back' | null>(null)
  const words = workWords(i18n.language).sending
  const sent = status.units.filter(({ translation }) => translation !== null)
  const names = sent.map(({ unit }) => unitTitle(unit, i18n.language))
  const languages = new Intl.ListFormat(i18n.language, { type: 'conjunction' }).format(names)
  return (
    <div className="desk-hands">
      <h4>{words.title}</h4>
      <p>{sent.length === 0 ? words.none : fill(words.sent, { languages })}</p>
      <div className="desk-hands__buttons">
        <Button buttonStyle="secondary" margin={false} onClick={() => setAsking('send')} size="small">
          {words.send}
        </Button>
        {sent.length > 0 ? (
          <Button buttonStyle="secondary" margin={false} onClick={() => setAsking('back')} size="small">
            {words.takeBack}
          </Button>
        ) : null}
      </div>
      {asking === 'send' ? <SendDialog onEnd={() => setAsking(null)} sent={sent} url={url} /> : null}
      {asking === 'back' ? <TakeBackDialog onEnd={() => setAsking(null)} sent={sent} url={url} /> : null}
    </div>
  )
}

type DialogProps = { url: string; sent: readonly UnitStatus[]; onEnd: () => void }

function TakeBackDialog({ url, sent, onEnd }: DialogProps) {
  const { i18n } = useTranslation()
  const { title } = useDocumentTitle()
  const words = workWords(i18n.language).sending
  const [chosen, setChosen] = useState<readonly string[]>(sent.map(({ unit }) => unit))
  const [refused, setRefused] = useState<string | null>(null)
  const takeBack = async (): Promise<void> => {
    if (chosen.length === 0) return setRefused(words.chooseLanguage)
    const answer = await askDesk<DocumentStatus>(`${url}/take-from-translation`, { languages: chosen })
    if (!answer.isDone) return setRefused(answer.message ?? words.failed)
    tellChanged()
    toast.success(words.backDone)
    onEnd()
  }
  return (
    <StepDialog
      cancelLabel={words.cancel}
      confirmLabel={words.backConfirm}
      heading={fill(words.backHeading, { title })}
      onCancel={onEnd}
      onConfirm={() => void takeBack()}
    >
      <p>{words.backLead}</p>
      <Ticks
        chosen={chosen}
        choices={sent.map(({ unit }) => ({ value: unit, label: unitTitle(unit, i18n.language) }))}
        label={words.languages}
        onChange={setChosen}
      />
      <Trouble said={refused} />
    </StepDialog>
  )
}

'use client'

import {
  Button,
  ConfirmationModal,
  toast,
  useFormModified,
  useLocale,
  useModal,
  useTranslation,
} from '@payloadcms/ui'
import { useState } from 'react'
import type { Publication } from '@/releases'
import {
  publishActions,
  shownState,
  takeDownActions,
  unitName,
  type Action,
  type TakeDown,
} from './publication'
import { StateMark } from './state-mark'
import { usePublication } from './use-publication.client'
import { capital, fill, screenWords } from './words'

/** Beside each document that can be public: where each language stands, and the buttons for it. */
export function PublicationPanel({ deliveryUrl }: { deliveryUrl: string }) {
  const { i18n } = useTranslation()
  const words = screenWords(i18n.language).publication
  const { isSaved, publication, hasFailed, run } = usePublication()
  const help = !isSaved ? words.createFirst : hasFailed ? words.failed : words.loading
  return (
    <section className="desk-panel" aria-label={words.title}>
      <h3 className="desk-panel__title">{words.title}</h3>
      {publication ? <Units publication={publication} /> : <p className="desk-panel__help">{help}</p>}
      {publication?.publicPath ? (
        <a href={`${deliveryUrl}${publication.publicPath}`} rel="noreferrer" target="_blank">
          {words.look}
        </a>
      ) : null}
      {publication ? <Verbs publication={publication} run={run} /> : null}
    </section>
  )
}

function Units({ publication }: { publication: Publication }) {
  const { i18n } = useTranslation()
  const { code } = useLocale()
  const words = screenWords(i18n.language).publication
  const nameOf = (unit: string): string => unitName(unit, i18n.language, words)
  const isShown = (unit: Publication['units'][number]) => shownState(unit) !== 'empty' || unit.unit === code
  const silent = publication.units.filter((unit) => !isShown(unit)).map((unit) => nameOf(unit.unit))
  return (
    <>
      <ul className="desk-units">
        {publication.units.filter(isShown).map((unit) => (
          <li
            key={unit.unit}
            className="desk-units__row"
            title={sinceOf(unit, i18n.language) ?? (unit.unit === 'shared' ? words.sharedHelp : undefined)}
          >
            <span className="desk-units__name">{capital(nameOf(unit.unit), i18n.language)}</span>
            <StateMark state={shownState(unit)} text={words.states[shownState(unit)]} />
          </li>
        ))}
      </ul>
      {silent.length > 0 ? (
        <p className="desk-panel__help">{fill(words.noText, { languages: silent.join(', ') })}</p>
      ) : null}
    </>
  )
}

function sinceOf(
  { state, publishedAt, publishedBy }: Publication['units'][number],
  language: string,
): string | undefined {
  if (state !== 'public' || publishedAt === null) return undefined
  const words = screenWords(language).publication
  const format = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeStyle: 'short' })
  const date = format.format(new Date(publishedAt))
  return publishedBy === null ? fill(words.since, { date }) : fill(words.sinceBy, { date, name: publishedBy })
}

type Run = ReturnType<typeof usePublication>['run']

function Verbs({ publication, run }: { publication: Publication; run: Run }) {
  const { i18n } = useTranslation()
  const { code } = useLocale()
  const isModified = useFormModified()
  const words = screenWords(i18n.language).publication
  const situation = { publication, locale: code, language: i18n.language, isModified, words }
  const [working, setWorking] = useState(false)
  const [refusal, setRefusal] = useState<string | null>(null)
  if (!publication.mayPublish) return <p className="desk-panel__help">{words.notYours}</p>

  const perform = async (verb: 'publish' | 'take-down', units: string[]): Promise<void> => {
    setWorking(true)
    setRefusal(null)
    const outcome = await run(verb, units)
    setWorking(false)
    if (outcome.isDone) toast.success(verb === 'publish' ? words.published : words.taken)
    else setRefusal(outcome.message ?? words.failed)
  }
  return (
    <div className="desk-panel__verbs">
      {refusal ? (
        <p className="desk-panel__refusal" role="alert">
          {refusal}
        </p>
      ) : null}
      {publishActions(situation).map((action, place) => (
        <PublishButton key={action.label} {...{ action, working }} isMain={place === 0} perform={perform} />
      ))}
      {takeDownActions(situation).map((action) => (
        <TakeDownButton key={action.label} {...{ action, working }} perform={perform} />
      ))}
    </div>
  )
}

type Perform = (verb: 'publish' | 'take-down', units: string[]) => Promise<void>
type ButtonProps<Kind> = { action: Kind; working: boolean; perform: Perform }

function PublishButton({ action, working, perform, isMain }: ButtonProps<Action> & { isMain: boolean }) {
  const help = action.reason ?? action.note
  return (
    <div>
      <Button
        buttonStyle={isMain ? 'primary' : 'secondary'}
        className="desk-verb"
        disabled={working || action.reason !== null}
        margin={false}
        onClick={() => void perform('publish', action.units)}
        size="medium"
      >
        {action.label}
      </Button>
      {help ? <p className="desk-panel__reason">{help}</p> : null}
    </div>
  )
}

function TakeDownButton({ action, working, perform }: ButtonProps<TakeDown>) {
  const { i18n } = useTranslation()
  const { openModal } = useModal()
  const words = screenWords(i18n.language).publication
  const slug = `take-down-${action.units.join('-')}`
  return (
    <div>
      <Button
        buttonStyle="secondary"
        className="desk-verb desk-verb--down"
        disabled={working}
        margin={false}
        onClick={() => openModal(slug)}
        size="medium"
      >
        {action.label}
      </Button>
      <ConfirmationModal
        body={fill(words.confirmDownText, { what: action.what })}
        cancelLabel={words.cancel}
        confirmLabel={words.confirmButton}
        heading={words.confirmDown}
        modalSlug={slug}
        onConfirm={() => perform('take-down', action.units)}
      />
    </div>
  )
}

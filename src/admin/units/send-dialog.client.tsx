'use client'

import { toast, useDocumentTitle, useTranslation } from '@payloadcms/ui'
import { useEffect, useId, useState } from 'react'
import { localeCodes, sourceLocale } from '@/lib/locales'
import type { BelongingDocuments } from '@/review'
import type { DocumentStatus, UnitStatus } from '@/units'
import { askDesk, tellChanged } from '../parts/ask-desk'
import { DayChoice } from '../parts/day-choice.client'
import { unitTitle } from './say-units'
import { StepDialog } from '../parts/step-dialog.client'
import { Trouble } from '../parts/trouble'
import { Ticks, type Tick } from '../parts/ticks.client'
import { usePeople } from './use-people.client'
import { collectionWords, countInWords, fill, workWords, type Language } from '../words'

type Props = { url: string; sent: readonly UnitStatus[]; onEnd: () => void }

/** Asks to which languages a document is sent, by when, with which note, and with what else that belongs to it. */
export function SendDialog({ url, sent, onEnd }: Props) {
  const { i18n } = useTranslation()
  const { title } = useDocumentTitle()
  const words = workWords(i18n.language).sending
  const belonging = useBelonging(url)
  const { sending, set, refused, send } = useSending({ url, belonging, onEnd })
  return (
    <StepDialog
      cancelLabel={words.cancel}
      confirmLabel={countInWords(words.confirmMany, 1 + sending.also.length, i18n.language)}
      heading={fill(words.heading, { title })}
      onCancel={onEnd}
      onConfirm={() => void send()}
    >
      <p>{words.lead}</p>
      <Ticks
        chosen={sending.languages}
        choices={useLanguages(url, sent)}
        label={words.languages}
        onChange={(languages) => set({ languages })}
      />
      <DayChoice day={sending.due} label={words.due} onChoose={(due) => set({ due })} />
      <Note label={words.note} onChange={(note) => set({ note })} text={sending.note} />
      <Belonging belonging={belonging} chosen={sending.also} onChange={(also) => set({ also })} />
      <Trouble said={refused} />
    </StepDialog>
  )
}

type Found = BelongingDocuments['documents'] | undefined

function useBelonging(url: string): Found {
  const [documents, setDocuments] = useState<Found>()
  useEffect(() => {
    const read = async (): Promise<void> => {
      const found = await askDesk<BelongingDocuments>(`${url}/belonging`)
      setDocuments(found.isDone ? found.body.documents : [])
    }
    void read()
  }, [url])
  return documents
}

type Sending = { languages: readonly string[]; due: string; note: string; also: readonly string[] }

function useSending({ url, belonging, onEnd }: { url: string; belonging: Found; onEnd: () => void }) {
  const { i18n } = useTranslation()
  const words = workWords(i18n.language).sending
  const all = belonging?.map(({ id }) => id)
  const [chosen, setChosen] = useState<Omit<Sending, 'also'> & { also?: Sending['also'] }>({
    languages: [],
    due: '',
    note: '',
  })
  const [refused, setRefused] = useState<string | null>(null)
  // Everything that belongs to it comes along until one decides otherwise.
  const sending: Sending = { ...chosen, also: chosen.also ?? all ?? [] }
  const set = (part: Partial<Sending>): void => setChosen((now) => ({ ...now, ...part }))
  const send = async (): Promise<void> => {
    if (sending.languages.length === 0) return setRefused(words.chooseLanguage)
    const also = (belonging ?? []).filter(({ id }) => sending.also.includes(id))
    const answer = await askDesk<DocumentStatus>(`${url}/send-to-translation`, {
      languages: sending.languages,
      also: also.map(({ collection, id }) => ({ collection, id })),
      ...(sending.due ? { due: sending.due } : {}),
      ...(sending.note.trim() ? { note: sending.note } : {}),
    })
    if (!answer.isDone) return setRefused(answer.message ?? words.failed)
    tellChanged()
    toast.success(words.done)
    onEnd()
  }
  return { sending, set, refused, send }
}

function useLanguages(url: string, sent: readonly UnitStatus[]): Tick[] {
  const { i18n } = useTranslation()
  const people = usePeople(url)
  const words = workWords(i18n.language).sending
  const noteOf = (locale: string): string | undefined => {
    if (sent.some(({ unit }) => unit === locale)) return words.already
    const isTranslated = people.some(({ writes }) => writes.includes(locale) && !writes.includes('shared'))
    return people.length > 0 && !isTranslated ? words.nobody : undefined
  }
  return localeCodes
    .filter((locale) => locale !== sourceLocale)
    .map((locale) => ({ value: locale, label: unitTitle(locale, i18n.language), note: noteOf(locale) }))
}

type NoteProps = { label: string; text: string; onChange: (text: string) => void }

function Note({ label, text, onChange }: NoteProps) {
  const id = useId()
  return (
    <div className="desk-dialog__field">
      <label htmlFor={id}>{label}</label>
      <textarea
        dir="auto"
        id={id}
        maxLength={4000}
        onChange={(event) => onChange(event.target.value)}
        rows={3}
        value={text}
      />
    </div>
  )
}

type BelongingProps = {
  belonging: Found
  chosen: readonly string[]
  onChange: (chosen: readonly string[]) => void
}

function Belonging({ belonging, chosen, onChange }: BelongingProps) {
  const { i18n } = useTranslation()
  const words = workWords(i18n.language).sending
  if (!belonging) return <p className="desk-dialog__help">{words.loading}</p>
  if (belonging.length === 0) return null
  const kindOf = (collection: string): string =>
    collectionWords[i18n.language as Language]?.[collection]?.one ?? ''
  const choices = belonging.map(({ id, title, collection }) => ({
    value: id,
    label: title || workWords(i18n.language).links.untitled,
    note: kindOf(collection),
  }))
  return (
    <>
      <Ticks chosen={chosen} choices={choices} label={words.belonging} onChange={onChange} />
      <p className="desk-dialog__help">{words.belongingHelp}</p>
    </>
  )
}

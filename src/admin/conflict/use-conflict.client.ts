'use client'

import {
  toast,
  useConfig,
  useDocumentInfo,
  useForm,
  useFormFields,
  useLocale,
  useTranslation,
} from '@payloadcms/ui'
import { useCallback, useEffect, useRef, useState } from 'react'
import { withoutPaths } from '@/lib/dotted'
import type { Comparison } from './compare'
import { givenUp, keptChoices, type Choices } from './conflict-choices'
import { historyWords } from '../words'

/** `problem` is the server's sentence why the merged words were not saved. */
export type Deciding = {
  step: 'deciding'
  comparison: Comparison
  choices: Choices
  isAgain: boolean
  isBusy: boolean
  problem: string | null
}
export type ConflictStep = { step: 'none' } | { step: 'loading' } | { step: 'failed' } | Deciding

type Form = ReturnType<typeof useForm>

/**
 * The screen of conflicts: opens when the framework's form was refused as stale, and saves what was decided. The form
 * itself is not touched before that save was accepted.
 */
export function useConflict() {
  const form = useForm()
  const address = useAddress()
  const settle = useSettle(form)
  const [now, setNow] = useState<ConflictStep>({ step: 'none' })
  const refusal = useFormFields(([fields]) => fields['base']?.errorMessage)
  const [seen, setSeen] = useState<string>()
  const isNew = refusal !== undefined && refusal !== '' && refusal !== seen

  const look = useCallback(
    async (before?: Deciding): Promise<void> => {
      const found = await compare(address, form)
      if (!found) return setNow({ step: 'failed' })
      const choices = before ? keptChoices(before.choices, before.comparison, found) : {}
      const isAgain = before !== undefined
      setNow({ step: 'deciding', comparison: found, choices, isAgain, isBusy: false, problem: null })
    },
    [address, form],
  )
  const looksAt = useRef<string>(undefined)
  useEffect(() => {
    if (!isNew || looksAt.current === refusal) return
    looksAt.current = refusal
    void look().finally(() => setSeen(refusal))
  }, [isNew, refusal, look])

  const { notSaved } = historyWords(address.language).conflict
  const save = async (decided: Deciding): Promise<void> => {
    setNow({ ...decided, isBusy: true })
    const saved = await saveDecided(address, form, decided)
    if (saved.doc) {
      await settle(saved.doc)
      setNow({ step: 'none' })
    } else if (saved.isStale) await look(decided)
    else setNow({ ...decided, isBusy: false, problem: saved.message ?? notSaved })
  }
  // Shown at once, so that nothing is typed that the comparison does not know.
  const shown: ConflictStep = isNew && now.step === 'none' ? { step: 'loading' } : now
  return { now: shown, setNow, save }
}

type Address = { document: string; locale: string; language: string }

function useAddress(): Address {
  const { id, collectionSlug } = useDocumentInfo()
  const { config } = useConfig()
  const { code: locale } = useLocale()
  const { i18n } = useTranslation()
  return { document: `${config.routes.api}/${collectionSlug}/${id}`, locale, language: i18n.language }
}

type Doc = Record<string, unknown> & { updatedAt: string }

/** Brings the form to what was saved, as the framework's own save does. */
function useSettle(form: Form) {
  const { docConfig, setData, setLastUpdateTime, incrementVersionCount } = useDocumentInfo()
  const { i18n } = useTranslation()
  return async (doc: Doc): Promise<void> => {
    toast.success(historyWords(i18n.language).conflict.done)
    setData(doc)
    setLastUpdateTime(Date.parse(doc.updatedAt))
    incrementVersionCount()
    await form.reset(doc)
    // The picture on screen may be another one now.
    if (docConfig && 'upload' in docConfig && docConfig.upload) window.location.reload()
  }
}

const dataOf = (form: Form): Record<string, unknown> => form.getData()

/** Undefined where it did not work. */
async function compare({ document, locale, language }: Address, form: Form): Promise<Comparison | undefined> {
  const { base, file, ...data } = dataOf(form)
  const sent = file instanceof File ? { ...data, filename: file.name } : data
  const response = await fetch(`${document}/compare`, {
    method: 'POST',
    credentials: 'same-origin',
    headers: { 'Content-Type': 'application/json', 'Accept-Language': language },
    body: JSON.stringify({ locale, base: base ?? {}, data: sent }),
  }).catch(() => undefined)
  return response?.ok ? ((await response.json()) as Comparison) : undefined
}

type Saved = { doc?: Doc; isStale: boolean; message: string | null }
type Answered = { doc?: Doc; errors?: { message?: string; data?: { code?: string } }[] }

async function saveDecided(
  { document, locale, language }: Address,
  form: Form,
  { comparison, choices }: Deciding,
): Promise<Saved> {
  const paths = givenUp(comparison, choices)
  const data = withoutPaths(dataOf(form), paths.includes('filename') ? [...paths, 'file'] : paths)
  const body = await form.createFormData(
    { base: comparison.base, _status: 'draft' },
    { data, mergeOverrideData: true },
  )
  const response = await fetch(`${document}?locale=${locale}&depth=0&fallback-locale=null&draft=true`, {
    method: 'PATCH',
    credentials: 'same-origin',
    headers: { 'Accept-Language': language },
    body,
  }).catch(() => undefined)
  const answer = ((await response?.json().catch(() => undefined)) ?? {}) as Answered
  return response?.ok && answer.doc
    ? { doc: answer.doc, isStale: false, message: null }
    : refusedWith(answer, response?.status ?? 0)
}

// A failure of the server carries no sentence for people.
function refusedWith({ errors = [] }: Answered, status: number): Saved {
  const [error] = errors
  const isSaid = status >= 400 && status < 500
  return { isStale: error?.data?.code === 'stale', message: isSaid ? (error?.message ?? null) : null }
}

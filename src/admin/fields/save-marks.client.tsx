'use client'

import { useAllFormFields, useForm, useFormProcessing } from '@payloadcms/ui'
import type { FormState } from 'payload'
import { useCallback, useEffect, useRef } from 'react'

// The framework marks nothing in a draft, because it would demand what may still be empty: its form forgets at once that
// it was sent, and asks its server anew what is wrong, which sees nothing wrong with a draft.

/** The form as it was refused, while its fields are marked. */
type Refused = { fields: FormState; wrong: Readonly<Record<string, string>> }

/** Longer than the form waits before it asks its server about a change. */
const settledMs = 400

/**
 * In the form of each document: the fields for which a save was refused are marked until something is changed, and the
 * first of them is in sight.
 */
export function SaveMarks() {
  const [fields, dispatch] = useAllFormFields()
  const { getFields, setSubmitted } = useForm()
  const isSaving = useFormProcessing()
  const wasSaving = useRef(false)
  const refused = useRef<Refused>(null)
  const mark = useMark()

  useEffect(() => {
    const hasBegun = isSaving && !wasSaving.current
    const hasEnded = !isSaving && wasSaving.current
    wasSaving.current = isSaving
    // What the last save was refused for is no matter of this one.
    if (hasBegun) {
      refused.current = null
      for (const path of Object.keys(wrongIn(getFields())))
        dispatch({ type: 'UPDATE', path, valid: true, errorMessage: '' })
    }
    const wrong = wrongIn(getFields())
    if (!hasEnded || Object.keys(wrong).length === 0) return
    refused.current = { fields: getFields(), wrong }
    mark(wrong)
    requestAnimationFrame(showFirst)
  }, [isSaving, dispatch, getFields, mark])

  useEffect(() => {
    const now = refused.current
    if (now === null) return
    if (isChanged(now.fields, fields)) {
      refused.current = null
      setSubmitted(false)
    } else if (Object.keys(now.wrong).some((path) => fields[path]?.valid !== false)) mark(now.wrong)
  }, [fields, mark, setSubmitted])

  return null
}

/** Marks these fields, again where an answer of the server to an earlier question came later than its refusal. */
function useMark(): (wrong: Refused['wrong']) => void {
  const { dispatchFields, setModified, setSubmitted } = useForm()
  const settling = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(settling.current), [])
  return useCallback(
    (wrong) => {
      for (const [path, errorMessage] of Object.entries(wrong))
        dispatchFields({ type: 'UPDATE', path, valid: false, errorMessage })
      setSubmitted(true)
      // The marks are no change that the form has to ask its server about.
      setModified(false)
      clearTimeout(settling.current)
      settling.current = setTimeout(() => setModified(true), settledMs)
    },
    [dispatchFields, setModified, setSubmitted],
  )
}

// A conflict has a screen of its own, and what is said of a file stands beside it.
const saidElsewhere = new Set(['base', 'file'])

const wrongIn = (fields: FormState): Record<string, string> =>
  Object.fromEntries(
    Object.entries(fields).flatMap(([path, { valid, errorMessage }]) =>
      valid === false && errorMessage && !saidElsewhere.has(path) ? [[path, errorMessage]] : [],
    ),
  )

const isChanged = (before: FormState, now: FormState): boolean =>
  Object.keys({ ...before, ...now }).some(
    (path) => !saidElsewhere.has(path) && before[path]?.value !== now[path]?.value,
  )

const showFirst = (): void =>
  document.querySelector('.collection-edit__form .field-error')?.scrollIntoView({ block: 'center' })

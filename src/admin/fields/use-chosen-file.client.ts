'use client'

import { useDocumentInfo, useForm, useFormFields, useFormProcessing } from '@payloadcms/ui'
import { useEffect, useState } from 'react'
import { isSpent, lookAt, noFile, type FormSeen } from './chosen-file'

/** `file` is undefined where none is chosen, and null where one was taken away by hand. */
export type Chosen = { file: unknown; refusal: string | undefined }

/** The file that the next save would send. One that was saved or refused leaves the form. */
export function useChosenFile(): Chosen {
  const seen = useSeen()
  const [before, setBefore] = useState(() => noFile(seen.savedAt))
  const now = lookAt(before, seen)
  if (now !== before) setBefore(now)
  const dispatch = useFormFields(([, change]) => change)
  const isOver = isSpent(now)
  // The framework may put it in again when it has judged it.
  useEffect(() => {
    if (isOver) dispatch({ type: 'REMOVE', path: 'file' })
  }, [dispatch, isOver])
  return { file: isOver ? undefined : now.value, refusal: now.refusal }
}

function useSeen(): FormSeen {
  const { id, data } = useDocumentInfo()
  const { errorMessage, valid, value } = useFormFields(([fields]) => fields['file']) ?? {}
  const { getFields } = useForm()
  const hasEnded = useSaveEnded()
  return {
    value,
    savedAt: data?.['updatedAt'],
    said: valid === false ? errorMessage : undefined,
    // Asked of the form itself: what is subscribed to may come a moment later.
    isTurnedDown: hasEnded && Object.values(getFields()).every((field) => field.valid !== false),
    isStored: id !== undefined,
  }
}

/** True in the first look after a save, whether it worked or not. */
function useSaveEnded(): boolean {
  const isSaving = useFormProcessing()
  const [wasSaving, setWasSaving] = useState(isSaving)
  if (wasSaving !== isSaving) setWasSaving(isSaving)
  return wasSaving && !isSaving
}

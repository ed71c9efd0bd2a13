'use client'

import { useDocumentInfo, useFormFields, useTranslation, useUploadEdits } from '@payloadcms/ui'
import { useEffect, useRef, useState } from 'react'
import { screenWords } from '../words'
import { FormerFacts } from './former-facts.client'

/** `stale`: what was said of the file before, until the form has looked at this one. */
type Trouble = { file: unknown; message: string; stale: string | undefined }

/**
 * Below the file of a picture: what may be chosen and what becomes of it, or why the chosen file was refused. The framework
 * forgets a refusal of the server at once and says it in a corner only; here it stays until another file is chosen.
 */
export function PictureNote() {
  const { i18n } = useTranslation()
  const trouble = useTrouble()
  useFocalPoint()
  useNothingChosen()
  return (
    <>
      {trouble === undefined ? (
        <>
          <StoredPicture label={screenWords(i18n.language).pictures.open} />
          <p className="desk-picture">{screenWords(i18n.language).pictures.hint}</p>
        </>
      ) : (
        <p className="desk-picture desk-picture--refused" role="alert">
          {trouble}
        </p>
      )}
      <FormerFacts />
    </>
  )
}

// The framework's own link is a name that nobody knows.
function StoredPicture({ label }: { label: string }) {
  const { data } = useDocumentInfo()
  const isChosen = useFormFields(([fields]) => fields['file']?.value !== undefined)
  const url: unknown = data?.['url']
  if (isChosen || typeof url !== 'string') return null
  return (
    <p className="desk-picture">
      <a href={url} rel="noopener noreferrer" target="_blank">
        {label}
      </a>
    </p>
  )
}

// What is chosen beside the picture becomes part of the form: the framework's button for drafts would not send it.
function useFocalPoint(): void {
  const { uploadEdits } = useUploadEdits()
  const { x, y } = uploadEdits?.focalPoint ?? {}
  const dispatch = useFormFields(([, change]) => change)
  useEffect(() => {
    if (x === undefined || y === undefined) return
    dispatch({ type: 'UPDATE', path: 'focalX', value: Math.round(x) })
    dispatch({ type: 'UPDATE', path: 'focalY', value: Math.round(y) })
  }, [dispatch, x, y])
}

// After a save nothing is chosen any more. The framework keeps the file in the form and would send it with each save again,
// which is another file to the server: approvals of words about it would end.
function useNothingChosen(): void {
  const { data } = useDocumentInfo()
  const dispatch = useFormFields(([, change]) => change)
  const savedAt: unknown = data?.['updatedAt']
  const seenAt = useRef(savedAt)
  useEffect(() => {
    if (seenAt.current === savedAt) return
    seenAt.current = savedAt
    dispatch({ type: 'REMOVE', path: 'file' })
  }, [dispatch, savedAt])
}

/** Why the file that is chosen now was refused. */
function useTrouble(): string | undefined {
  const { errorMessage, valid, value } = useFormFields(([fields]) => fields['file']) ?? {}
  const [trouble, setTrouble] = useState<Trouble>({ file: undefined, message: '', stale: undefined })
  const now = seen(trouble, value, valid === false ? errorMessage : undefined)
  if (now !== trouble) setTrouble(now)
  return now.file && now.message ? now.message : undefined
}

function seen(before: Trouble, file: unknown, said: string | undefined): Trouble {
  if (file !== before.file) return { file, message: '', stale: said }
  if (said === before.stale || said === before.message) return before
  return { ...before, message: said ?? before.message, stale: undefined }
}

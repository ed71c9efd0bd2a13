'use client'

import { useDocumentInfo, useFormFields, useTranslation, useUploadEdits } from '@payloadcms/ui'
import { useEffect } from 'react'
import { screenWords } from '../words'
import { FormerFacts } from './former-facts.client'
import { useChosenFile } from './use-chosen-file.client'

/**
 * Below the file of a picture: what may be chosen and what becomes of it, or why the chosen file was refused. The framework
 * forgets a refusal of the server at once and says it in a corner only; here it stays until another file is chosen or a
 * save worked. `ofFile` names the fields that speak of a file.
 */
export function PictureFileNote({ mayChange, ofFile }: { mayChange: boolean; ofFile: readonly string[] }) {
  const { i18n } = useTranslation()
  const words = screenWords(i18n.language).pictures
  const { file, refusal } = useChosenFile()
  useFocalPoint()
  useMissingFile(words.missing)
  return (
    <>
      {file === undefined && <StoredPicture label={words.open} />}
      {refusal ? (
        <p className="desk-picture desk-picture--refused" role="alert">
          {refusal}
        </p>
      ) : mayChange ? (
        <p className="desk-picture">{words.hint}</p>
      ) : null}
      <FormerFacts file={file} isRefused={refusal !== undefined} ofFile={ofFile} />
    </>
  )
}

// The framework's own link is a name that nobody knows.
function StoredPicture({ label }: { label: string }) {
  const { data } = useDocumentInfo()
  const url: unknown = data?.['url']
  if (typeof url !== 'string') return null
  return (
    <p className="desk-picture">
      <a href={url} rel="noopener noreferrer" target="_blank">
        {label}
      </a>
    </p>
  )
}

// The framework says this in English alone.
const missingFile = 'A file is required.'

function useMissingFile(words: string): void {
  const said = useFormFields(([fields]) => fields['file']?.errorMessage)
  const dispatch = useFormFields(([, change]) => change)
  useEffect(() => {
    if (said === missingFile) dispatch({ type: 'UPDATE', path: 'file', errorMessage: words })
  }, [dispatch, said, words])
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

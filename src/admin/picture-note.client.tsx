'use client'

import { useFormFields, useTranslation } from '@payloadcms/ui'
import { useState } from 'react'
import { screenWords } from './words'

type Trouble = { message: string; file: unknown }

/**
 * Below the file of a picture: what may be chosen and what becomes of it, or why the chosen file was refused. The framework
 * forgets a refusal of the server at once and says it in a corner only; here it stays until another file is chosen.
 */
export function PictureNote() {
  const { i18n } = useTranslation()
  const trouble = useTrouble()
  return trouble === undefined ? (
    <p className="desk-picture">{screenWords(i18n.language).pictures.hint}</p>
  ) : (
    <p className="desk-picture desk-picture--refused" role="alert">
      {trouble}
    </p>
  )
}

/** Why the file that is chosen now was refused. */
function useTrouble(): string | undefined {
  const file = useFormFields(([fields]) => fields['file'])
  const [trouble, setTrouble] = useState<Trouble>({ message: '', file: undefined })
  const { errorMessage, valid, value } = file ?? {}
  const { message, file: refused } = trouble
  const isNew = refused !== value || message !== errorMessage
  if (valid === false && errorMessage && isNew) setTrouble({ message: errorMessage, file: value })
  return value && refused === value ? message : undefined
}

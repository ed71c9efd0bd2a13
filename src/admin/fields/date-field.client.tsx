'use client'

import { TextField, useField, useTranslation } from '@payloadcms/ui'
import type { TextFieldClientProps } from 'payload'
import { sayDate } from './say-date'

/** A date with its precision, or a whole day, and below it how the desk reads it. */
export function DateField({ isWholeDay = false, ...props }: TextFieldClientProps & { isWholeDay?: boolean }) {
  const { value } = useField<string>({ potentiallyStalePath: props.path })
  const { i18n } = useTranslation()
  return (
    <div className="desk-date">
      <TextField {...props} />
      {value ? (
        <p className="desk-date__reading" aria-live="polite">
          {sayDate(value, i18n.language, isWholeDay)}
        </p>
      ) : null}
    </div>
  )
}

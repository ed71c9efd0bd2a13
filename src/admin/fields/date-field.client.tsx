'use client'

import { TextField, useField, useTranslation } from '@payloadcms/ui'
import type { TextFieldClientComponent } from 'payload'
import { readDate } from '@/lib/date-words'
import { fill, screenWords } from '../words'

/** A date with its precision, and below it how the desk reads it. */
export const DateField: TextFieldClientComponent = (props) => {
  const { value } = useField<string>({ potentiallyStalePath: props.path })
  const { i18n } = useTranslation()
  const words = screenWords(i18n.language).date
  const date = value ? readDate(value.trim(), i18n.language) : undefined
  const reading = date ? fill(words.reading, { date }) : words.unclear
  return (
    <div className="desk-date">
      <TextField {...props} />
      {value ? (
        <p className="desk-date__reading" aria-live="polite">
          {reading}
        </p>
      ) : null}
    </div>
  )
}

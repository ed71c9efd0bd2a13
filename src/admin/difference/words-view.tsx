import type { ReactNode } from 'react'
import { reading, type FieldShape, type Values } from '@/difference'
import { DifferenceField } from './difference-view'
import { screenDirection, wordsOf } from './text-page'

type Unit = {
  /** In words: see `readValues`. */
  values: Values
  fields: readonly FieldShape[]
  /** The language of the texts, or 'shared'. */
  unit: string
  /** The language of the screens. */
  language: string
  /** What stands below a field, such as its comments. */
  beside?: (path: string) => ReactNode
}

/** The words of a unit as they will be read, field by field; empty fields are left out. */
export function Words({ values, fields, unit, language, beside }: Unit) {
  const page = { unit, language, folds: false }
  const filled = reading(values, { fields, locale: unit }).filter(({ parts }) => parts.length > 0)
  if (filled.length === 0) return <p {...screenDirection(language)}>{wordsOf(page).empty}</p>
  return (
    <div className="desk-difference">
      {filled.map((field) => (
        <DifferenceField key={field.path} field={field} page={page} beside={beside} />
      ))}
    </div>
  )
}

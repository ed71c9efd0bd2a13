import { difference } from '@/difference'
import { FieldBody } from '../difference/difference-field'
import type { ReviewUnit } from './read-review'
import type { Comparison } from './review-text'

type Props = { unit: ReviewUnit; comparison: Comparison; language: string }

/** Of a picture: what the words below are about. */
export function ReviewPicture({ unit, comparison, language }: Props) {
  const fields = unit.fields.filter(({ kind }) => kind === 'picture')
  const base = comparison === 'nothing' ? undefined : unit.bases[comparison]
  const [field] = difference((base ?? unit).values, unit.values, { fields, locale: 'shared' })
  if (!field || field.parts.length === 0) return null
  return (
    <section aria-label={field.label} className="desk-review__unit">
      <FieldBody field={field} page={{ unit: 'shared', language, folds: false }} />
    </section>
  )
}

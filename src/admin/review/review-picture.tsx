import { difference } from '@/difference'
import { FieldBody } from '../difference/difference-field'
import type { ReviewUnit } from './read-review'
import type { Comparison } from './review-text'

type Props = { shared: ReviewUnit; text: ReviewUnit; comparison: Comparison; language: string }

/** Of a picture: what the words below are about, and beside it what they were about before. */
export function ReviewPicture({ shared, text, comparison, language }: Props) {
  const fields = shared.fields.filter(({ kind }) => kind === 'picture')
  const before = formerFile({ shared, text, comparison })
  const was = before === null ? shared.values : { ...shared.values, filename: before }
  const [field] = difference(was, shared.values, { fields, locale: 'shared' })
  if (!field || field.parts.length === 0) return null
  return (
    <section aria-label={field.label} className="desk-review__unit">
      <FieldBody field={field} page={{ unit: 'shared', language, folds: false }} />
    </section>
  )
}

/** The file of what is compared with; where that says none, what the words were about until they are approved for this one. */
function formerFile({ shared, text, comparison }: Omit<Props, 'language'>): string | null {
  const ofText = comparison === 'nothing' ? undefined : text.bases[comparison]
  const ofShared = comparison === 'nothing' ? undefined : shared.bases[comparison]
  return ofText?.file ?? text.status.former?.file ?? ofShared?.file ?? null
}

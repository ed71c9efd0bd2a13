import type { ReactNode } from 'react'
import { difference, reading, type FieldDifference } from '@/difference'
import { DifferenceField, DifferenceView } from '../difference/difference-view'
import { FieldComments } from '../comments/field-comments'
import { Moment } from '../parts/moment.client'
import type { ReviewBase, ReviewUnit } from './read-review'
import { stageMarks, unitTitle } from '../units/say-units'
import { Words } from '../difference/words-view'
import { fill, screenWords } from '../words'

/** What the words on screen are compared with. */
export type Comparison = 'nothing' | 'approved' | 'public'

export type Reading = {
  collection: string
  id: string
  /** Of the screens. */
  language: string
  comparison: Comparison
}

/** One unit, as it will be read or with what changed. A translation stands beside its source. */
export function ReviewText({
  unit,
  source,
  reading: how,
}: {
  unit: ReviewUnit
  source?: ReviewUnit | null
  reading: Reading
}) {
  const { language, comparison } = how
  const { status, values, fields } = unit
  const title = unitTitle(status.unit, language)
  const base = comparison === 'nothing' ? undefined : unit.bases[comparison]
  const read = { collection: how.collection, id: how.id, unit: status.unit, revision: status.revision }
  const beside = (path: string): ReactNode => <FieldComments {...read} path={path} />
  return (
    <section aria-label={title} className="desk-review__unit">
      <h2>
        {title}
        {stageMarks(status, language).map(({ stage, text }) => (
          <span key={text} className={`desk-stage desk-stage--${stage}`}>
            {text}
          </span>
        ))}
      </h2>
      <Compared base={base} comparison={comparison} language={language} />
      {source ? (
        <SideBySide {...{ unit, source, base, beside, language }} />
      ) : base ? (
        <DifferenceView
          beside={beside}
          differences={difference(base.values, values, { fields, locale: status.unit })}
          language={language}
          unit={status.unit}
        />
      ) : (
        <Words {...{ values, fields, language, beside }} unit={status.unit} />
      )}
    </section>
  )
}

type ComparedProps = { base: ReviewBase | undefined; comparison: Comparison; language: string }

function Compared({ base, comparison, language }: ComparedProps) {
  const { review, someone } = screenWords(language).units
  if (comparison === 'nothing') return null
  if (!base) return <p className="desk-review__told">{review.absent[comparison]}</p>
  return (
    <p className="desk-review__told">
      {fill(review.told[comparison], { name: base.by ?? someone })}{' '}
      {base.at ? <Moment at={base.at} language={language} /> : null}
    </p>
  )
}

type Side = {
  unit: ReviewUnit
  source: ReviewUnit
  base: ReviewBase | undefined
  beside: (path: string) => ReactNode
  language: string
}

function SideBySide({ unit, source, base, beside, language }: Side) {
  const { review } = screenWords(language).units
  const names = {
    source: unitTitle(source.status.unit, language),
    own: unitTitle(unit.status.unit, language),
  }
  const rows = rowsOf({ unit, source, base })
  const isMoved = unit.status.sourceChanged && unit.bases.followed !== undefined
  return (
    <div className="desk-sides">
      <p className="desk-sides__head">
        {fill(isMoved ? review.sourceMoved : review.source, { language: names.source })}
      </p>
      <p className="desk-sides__head">{names.own}</p>
      {rows.map(({ own, was }) => (
        <div key={own.path} className="desk-sides__row">
          <Cell field={was} language={language} name={names.source} unit={source.status.unit} />
          <Cell beside={beside} field={own} language={language} name={names.own} unit={unit.status.unit} />
        </div>
      ))}
    </div>
  )
}

type Row = { own: FieldDifference; was: FieldDifference }

/** The fields that either of them has, in the order of the form. */
function rowsOf({ unit, source, base }: Pick<Side, 'unit' | 'source' | 'base'>): Row[] {
  const form = { fields: unit.fields, locale: unit.status.unit }
  const own = base ? difference(base.values, unit.values, form) : reading(unit.values, form)
  const followed = unit.status.sourceChanged ? unit.bases.followed : undefined
  const sourceForm = { fields: source.fields, locale: source.status.unit }
  const was = followed
    ? difference(followed.values, source.values, sourceForm)
    : reading(source.values, sourceForm)
  return own.flatMap((field, place) => {
    const beside = was[place]
    return beside && field.parts.length + beside.parts.length > 0 ? [{ own: field, was: beside }] : []
  })
}

type CellProps = {
  field: FieldDifference
  unit: string
  name: string
  language: string
  beside?: (path: string) => ReactNode
}

function Cell({ field, unit, name, language, beside }: CellProps) {
  return (
    <div className="desk-sides__cell">
      <p className="desk-sides__name">{name}</p>
      <DifferenceField beside={beside} field={field} page={{ unit, language, folds: false }} />
      {field.parts.length === 0 ? (
        <p className="desk-sides__empty">{screenWords(language).units.empty}</p>
      ) : null}
    </div>
  )
}

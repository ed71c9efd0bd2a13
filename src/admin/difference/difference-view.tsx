import type { ReactNode } from 'react'
import type { FieldDifference } from '@/difference'
import { FieldBody } from './difference-field'
import { Fold, foldLabel, foldRuns } from './fold'
import { screenDirection, wordsOf, type TextPage } from './text-page'

type View = {
  /** What `difference` of `@/difference` found, of values in words (`readValues`). */
  differences: readonly FieldDifference[]
  /** The language of the texts, or 'shared'. */
  unit: string
  /** The language of the screens. */
  language: string
  /** What stands below a field, such as its comments. */
  beside?: (path: string) => ReactNode
}

/**
 * What changed between two states of a unit, field by field in the order of the form: removed words struck through, added
 * ones underlined. What did not change is folded. Runs on the server and in the browser.
 */
export function DifferenceView({ differences, unit, language, beside }: View) {
  const page = { unit, language, folds: true }
  const words = wordsOf(page)
  const filled = differences.filter(({ parts }) => parts.length > 0)
  const hasChanges = filled.some(({ kind }) => kind !== 'same')
  const runs = foldRuns(filled, ({ kind }) => kind === 'same', { least: 1, context: 0 })
  return (
    <div className="desk-difference">
      {hasChanges ? null : <p {...screenDirection(language)}>{words.nothing}</p>}
      {runs.map(({ at, items, isFold }) => {
        const shown = items.map((field) => (
          <DifferenceField
            key={field.path}
            field={field}
            page={isFold ? { ...page, folds: false } : page}
            beside={beside}
          />
        ))
        return isFold ? (
          <Fold
            key={at}
            label={foldLabel(items.length, words.sameField, words.sameFields)}
            language={language}
          >
            {shown}
          </Fold>
        ) : (
          shown
        )
      })}
    </div>
  )
}

type Field = { field: FieldDifference; page: TextPage; beside: View['beside'] | undefined }

/** One field with its name; `data-path` names it to what wants to point at it. */
export function DifferenceField({ field, page, beside }: Field) {
  return (
    <section className="desk-field" data-path={field.path}>
      <h3 className="desk-field__name" {...screenDirection(page.language)}>
        {field.label}
        {field.kind === 'same' ? null : (
          <span className={`desk-field__kind desk-field__kind--${field.kind}`}>
            {wordsOf(page).kinds[field.kind]}
          </span>
        )}
      </h3>
      <FieldBody field={field} page={page} />
      {beside?.(field.path)}
    </section>
  )
}

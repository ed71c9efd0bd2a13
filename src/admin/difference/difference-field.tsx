import type { FieldDifference, Part, RowDifference } from '@/difference'
import { ChangedText, Note } from './changed-text'
import { Fold, foldLabel, foldRuns } from './fold'
import { PictureView } from './picture-view'
import { RichView } from './rich-view'
import { screenDirection, textDirection, wordsOf, type TextPage } from './text-page'

type Shown = { field: FieldDifference; page: TextPage }

/** The value of one field, with what changed marked in it. */
export function FieldBody({ field, page }: Shown) {
  switch (field.shows) {
    case 'blocks': {
      const isStructure = field.kind === 'changed' && field.parts.every(({ kind }) => kind === 'same')
      return (
        <>
          {isStructure ? <Note page={page}>{wordsOf(page).structure}</Note> : null}
          <RichView blocks={field.parts} page={isStructure ? { ...page, folds: false } : page} />
        </>
      )
    }
    case 'rows':
      return <Rows rows={field.parts} page={page} />
    case 'items':
      return <Items parts={field.parts} page={page} />
    case 'words':
    default:
      if (field.of === 'picture') return <PictureView page={page} parts={field.parts} />
      return (
        <div className="desk-text" {...directionOf(field, page)}>
          <Parts parts={field.parts} page={page} />
        </div>
      )
  }
}

// A text is in the language of its unit; a date or a choice is said in that of the screens.
const directionOf = ({ of }: FieldDifference, page: TextPage) =>
  of === 'text' || of === 'lines' ? textDirection(page.unit) : ({ lang: page.language, dir: 'auto' } as const)

function Parts({ parts, page }: { parts: readonly Part[]; page: TextPage }) {
  return parts.map((part, index) => (
    // oxlint-disable-next-line react/no-array-index-key -- parts have no name but their place
    <ChangedText key={index} part={part} page={page} />
  ))
}

function Items({ parts, page }: { parts: readonly Part[]; page: TextPage }) {
  return (
    <ul className="desk-items">
      {parts.map((part, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- items have no name but their place
        <li key={index} dir="auto">
          <ChangedText part={part} page={page} />
        </li>
      ))}
    </ul>
  )
}

function Rows({ rows, page }: { rows: readonly RowDifference[]; page: TextPage }) {
  const words = wordsOf(page)
  const runs = page.folds
    ? foldRuns(rows, ({ kind }) => kind === 'same', { least: 2, context: 0 })
    : [{ at: 0, items: rows, isFold: false }]
  return runs.map(({ at, items, isFold }) => {
    const shown = items.map((row, index) => (
      // oxlint-disable-next-line react/no-array-index-key -- rows have no name but their place
      <Row key={index} row={row} page={{ ...page, folds: false }} />
    ))
    return isFold ? (
      <Fold key={at} label={foldLabel(items.length, words.sameRow, words.sameRows)} language={page.language}>
        {shown}
      </Fold>
    ) : (
      <div key={at}>{shown}</div>
    )
  })
}

function Row({ row, page }: { row: RowDifference; page: TextPage }) {
  const words = wordsOf(page)
  const moved = row.kind === 'removed' ? words.movedFrom : words.movedHere
  return (
    <dl className={`desk-entry desk-entry--${row.kind}`}>
      {row.kind === 'same' ? null : <Note page={page}>{row.moved ? moved : words.kinds[row.kind]}</Note>}
      {row.fields
        .filter(({ parts }) => parts.length > 0)
        .map((field) => (
          <div key={field.path}>
            <dt {...screenDirection(page.language)}>{field.label}</dt>
            <dd>
              <FieldBody field={field} page={page} />
            </dd>
          </div>
        ))}
    </dl>
  )
}

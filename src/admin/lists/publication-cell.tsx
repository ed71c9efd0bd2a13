import type { DefaultServerCellComponentProps } from 'payload'
import { maySeeUnit, type ContentCollection } from '@/access'
import { poolOf } from '@/lib/postgres'
import { currentPerson } from './current-person'
import { listMarks } from './list-marks'
import { stagesInList } from './list-stages'

/** Where the units of a document stand, in lists. */
export async function PublicationCell({
  rowData,
  collectionSlug,
  payload,
  i18n,
}: DefaultServerCellComponentProps) {
  const row = rowData as { id: string } | undefined
  // Payload renders the cells of display-only fields on the document's own page too, without a row.
  if (!row) return null
  const [stages, person] = await Promise.all([
    stagesInList(poolOf(payload), collectionSlug, row.id),
    currentPerson(payload),
  ])
  // How far other translations are is nothing for who translates.
  const collection = collectionSlug as ContentCollection
  const marks = listMarks(stages, i18n.language, ({ unit, isSent }) =>
    maySeeUnit(person, { collection, unit, isSent }),
  )
  return (
    <ul className="desk-marks">
      {marks.map(({ stage, text, units: who, all }) => (
        <li key={text}>
          <span className={`desk-stage desk-stage--${stage}`}>{text}</span>{' '}
          {who === all ? <span>{who}</span> : <Folded short={who}>{all}</Folded>}
        </li>
      ))}
    </ul>
  )
}

function Folded({ short, children }: { short: string; children: string }) {
  return (
    <details>
      <summary>{short}</summary>
      {children}
    </details>
  )
}

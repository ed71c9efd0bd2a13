import { Link } from '@payloadcms/ui'
import { dayInWords } from '@/lib/date-words'
import type { QueueName, WorkItem } from '@/review'
import { sourceLocale } from '@/lib/locales'
import { Moment } from '../parts/moment.client'
import { unitTitle } from '../units/say-units'
import { collectionWords, fill, workWords, type Language } from '../words'

/** `language`: of the screens. `admin`: where the screens begin. */
export type Reader = { language: string; admin: string }

// Where one reads and decides; everything else is written.
const isRead = new Set<QueueName>(['review', 'exceptions'])

function pathOf(queue: QueueName, { collection, id, unit }: WorkItem): string {
  const place = isRead.has(queue) ? 'review' : 'collections'
  return `/${place}/${collection}/${id}?locale=${unit === 'shared' ? sourceLocale : unit}`
}

type Shown = { item: WorkItem; queue: QueueName; reader: Reader }

/** One line of a queue: what it is, whose it was, since when, by when. */
export function WorkLine({ item, queue, reader }: Shown) {
  const { language, admin } = reader
  const kind = collectionWords[language as Language]?.[item.collection]?.one ?? ''
  const words = workWords(language).queues[queue]
  return (
    <li>
      <Link className="desk-list__row" href={`${admin}${pathOf(queue, item)}`}>
        <span className="desk-list__title" dir="auto">
          {item.title || kind}
        </span>
        <span className="desk-list__unit">{unitTitle(item.unit, language)}</span>
        <span className="desk-list__more">
          {item.title ? <span>{kind}</span> : null}
          {item.person ? <span>{fill(words.by, { name: item.person })}</span> : null}
          <Moment at={item.since} language={language} />
          <Due item={item} language={language} />
          {item.heldUntil === null ? null : (
            <span className="desk-due">
              {workWords(language).heldUntil} <Moment at={item.heldUntil} language={language} />
            </span>
          )}
        </span>
      </Link>
    </li>
  )
}

function Due({ item, language }: { item: WorkItem; language: string }) {
  if (item.due === null) return null
  const words = workWords(language)
  const said = fill(item.isOverdue ? words.overdue : words.due, { date: dayInWords(item.due, language) })
  return <span className={`desk-due${item.isOverdue ? ' desk-due--over' : ''}`}>{said}</span>
}

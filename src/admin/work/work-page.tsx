import { Gutter, Link, SetStepNav } from '@payloadcms/ui'
import { redirect } from 'next/navigation'
import type { AdminViewServerProps } from 'payload'
import { contentCollections, may, type Person } from '@/access'
import { localeCodes } from '@/lib/locales'
import { poolOf } from '@/lib/postgres'
import { queueNames, readQueue, type QueueName, type QueuePage } from '@/review'
import { DeskFrame } from '../frame/desk-frame'
import { unitTitle } from '../units/say-units'
import { WorkLine, type Reader } from './work-item'
import { collectionWords, countInWords, workWords, type Language } from '../words'

/** One of the person's queues, whole: `/work?queue=review&kind=citations&unit=sv&after=…`. */
export async function WorkPage(view: AdminViewServerProps) {
  const { req } = view.initPageResult
  const { admin } = req.payload.config.routes
  const asked = askedOf(view.searchParams ?? {})
  if (!req.user) redirect(`${admin}/login?redirect=${encodeURIComponent(addressOf(admin, asked))}`)
  const page = await readQueue(poolOf(req.payload), req.user, asked)
  const reader: Reader = { language: req.i18n.language, admin }
  const words = workWords(reader.language)
  const { title, help } = words.queues[asked.queue]
  return (
    <DeskFrame view={view}>
      <SetStepNav nav={[{ label: words.title, url: admin }, { label: title }]} />
      <Gutter className="desk-start desk-work">
        <h1>{title}</h1>
        <p className="desk-start__roles">{help}</p>
        <Filters asked={asked} person={req.user} reader={reader} />
        <Items asked={asked} page={page} reader={reader} />
      </Gutter>
    </DeskFrame>
  )
}

type Asked = {
  queue: QueueName
  kind?: string | undefined
  unit?: string | undefined
  after?: string | undefined
}

const units = ['shared', ...localeCodes]

// What an address names and we do not know is as if it named nothing.
function askedOf(search: Record<string, string | string[] | undefined>): Asked {
  const one = <Known extends string>(name: string, known: readonly Known[]): Known | undefined =>
    known.find((value) => value === search[name])
  const after = search['after']
  return {
    queue: one('queue', queueNames) ?? queueNames[0],
    kind: one('kind', contentCollections),
    unit: one('unit', units),
    after: typeof after === 'string' ? after.slice(0, 400) : undefined,
  }
}

function addressOf(admin: string, asked: Asked): string {
  const given = Object.entries(asked).filter((entry): entry is [string, string] => entry[1] !== undefined)
  return `${admin}/work?${new URLSearchParams(given).toString()}`
}

type FiltersProps = { asked: Asked; person: Person; reader: Reader }

/** A plain form, so that what one looks for has an address of its own. */
function Filters({ asked, person, reader }: FiltersProps) {
  const words = workWords(reader.language)
  const kinds = contentCollections.filter((kind) => may(person, kind, 'read'))
  return (
    <form action={`${reader.admin}/work`} className="desk-work__filters" method="get">
      <input name="queue" type="hidden" value={asked.queue} />
      <label>
        {words.kind}
        <select defaultValue={asked.kind ?? ''} name="kind">
          <option value="">{words.anyKind}</option>
          {kinds.map((kind) => (
            <option key={kind} value={kind}>
              {collectionWords[reader.language as Language]?.[kind]?.many}
            </option>
          ))}
        </select>
      </label>
      <label>
        {words.unit}
        <select defaultValue={asked.unit ?? ''} name="unit">
          <option value="">{words.anyUnit}</option>
          {units.map((unit) => (
            <option key={unit} value={unit}>
              {unitTitle(unit, reader.language)}
            </option>
          ))}
        </select>
      </label>
      <button className="btn btn--style-secondary btn--size-medium" type="submit">
        <span className="btn__content">{words.show}</span>
      </button>
    </form>
  )
}

function Items({ asked, page, reader }: { asked: Asked; page: QueuePage; reader: Reader }) {
  const words = workWords(reader.language)
  if (page.items.length === 0) return <p>{asked.kind || asked.unit ? words.noneLikeThis : words.noneHere}</p>
  return (
    <section className="desk-list">
      <p className="desk-list__help">{countInWords(words.items, page.total, reader.language)}</p>
      <ul>
        {page.items.map((item) => (
          <WorkLine key={`${item.id} ${item.unit}`} item={item} queue={asked.queue} reader={reader} />
        ))}
      </ul>
      <p className="desk-work__pages">
        {asked.after ? (
          <Link href={addressOf(reader.admin, { ...asked, after: undefined })}>{words.first}</Link>
        ) : null}
        {page.next ? (
          <Link href={addressOf(reader.admin, { ...asked, after: page.next })}>{words.more}</Link>
        ) : null}
      </p>
    </section>
  )
}

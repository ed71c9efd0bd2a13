import { Gutter, Link } from '@payloadcms/ui'
import type { AdminViewServerProps } from 'payload'
import { rolesOf, type Person } from '@/access'
import { languageName } from '@/formats'
import { queueNames } from '@/review'
import { languagesOf } from '../parts/languages-of'
import { Moment } from '../parts/moment.client'
import { startActions } from './start-actions'
import { readStartContent, type StartContent } from './start-content'
import { WorkLine, type Reader } from './work-item'
import { collectionWords, countInWords, fill, screenWords, workWords, type Language } from '../words'

/** The start page: what waits for this person, and what they can begin. */
export async function StartPage({ payload, user, initPageResult }: AdminViewServerProps) {
  const { i18n } = initPageResult.req
  const { language } = i18n
  const person = user as (Person & { name?: string }) | null
  const screens = screenWords(language)
  const content = await readStartContent({ payload, user: initPageResult.req.user, language })
  const roles = rolesOf(person).map((role) => screens.roles[role])
  const reader: Reader = { language, admin: payload.config.routes.admin }
  return (
    <Gutter className="desk-start">
      <h1>{fill(screens.start.hello, { name: person?.name ?? '' })}</h1>
      <p className="desk-start__roles">{roles.join(' · ')}</p>
      <MyWork content={content} reader={reader} />
      <Actions person={person} reader={reader} />
      <Recent content={content} person={person} reader={reader} />
    </Gutter>
  )
}

type Shown = { content: StartContent; reader: Reader }

function MyWork({ content, reader }: Shown) {
  const words = workWords(reader.language)
  const filled = queueNames.filter((name) => content.work[name].total > 0)
  return (
    <section aria-labelledby="desk-work">
      <h2 id="desk-work">{words.title}</h2>
      {filled.length === 0 ? (
        <p>
          {words.nothing} {words.nothingHelp}
        </p>
      ) : (
        <div className="desk-lists">
          {filled.map((name) => (
            <QueueList key={name} name={name} queue={content.work[name]} reader={reader} />
          ))}
        </div>
      )}
    </section>
  )
}

type QueueListProps = {
  name: (typeof queueNames)[number]
  queue: StartContent['work'][(typeof queueNames)[number]]
  reader: Reader
}

function QueueList({ name, queue, reader }: QueueListProps) {
  const words = workWords(reader.language)
  const { title, help } = words.queues[name]
  const number = queue.total.toLocaleString(reader.language)
  const whole = `${reader.admin}/work?queue=${name}`
  return (
    <section className="desk-list">
      <h3>
        <Link href={whole}>{title}</Link>
        <span className="desk-list__count">{number}</span>
      </h3>
      <p className="desk-list__help">{help}</p>
      <ul>
        {queue.items.map((item) => (
          <WorkLine key={`${item.id} ${item.unit}`} item={item} queue={name} reader={reader} />
        ))}
      </ul>
      {queue.total > queue.items.length ? (
        <p className="desk-list__whole">
          <Link href={whole}>{countInWords(words.all, queue.total, reader.language)}</Link>
        </p>
      ) : null}
    </section>
  )
}

function Actions({ person, reader }: { person: Person | null; reader: Reader }) {
  const words = screenWords(reader.language).start
  const nameOf = (locale: string): string => languageName(locale, reader.language) ?? locale
  const actions = startActions(person, words, nameOf)
  const isWithoutLanguage = rolesOf(person).includes('translator') && languagesOf(person).length === 0
  return (
    <section>
      {actions.length > 0 ? <h2>{words.actions}</h2> : null}
      {isWithoutLanguage ? <p>{words.noLanguage}</p> : null}
      <ul className="desk-actions">
        {actions.map(({ title, help, path }) => (
          <li key={path}>
            <Link className="desk-action" href={`${reader.admin}${path}`}>
              <strong>{title}</strong>
              <span>{help}</span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Recent({ content, person, reader }: Shown & { person: Person | null }) {
  const words = screenWords(reader.language).start
  if (content.recent.length === 0) return rolesOf(person).includes('editor') ? <p>{words.empty}</p> : null
  return (
    <section className="desk-list desk-list--recent">
      <h2>{words.recent}</h2>
      <ul>
        {content.recent.map((one) => (
          <li key={`${one.collection}/${one.id}`}>
            <Link className="desk-list__row" href={`${reader.admin}/collections/${one.collection}/${one.id}`}>
              <span className="desk-list__title" dir="auto">
                {one.title || kindOf(one.collection, reader)}
              </span>
              <span className="desk-list__unit">{kindOf(one.collection, reader)}</span>
              <span className="desk-list__more">
                <Moment at={one.at} language={reader.language} />
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}

const kindOf = (collection: string, { language }: Reader): string =>
  collectionWords[language as Language]?.[collection]?.one ?? ''

import { Gutter, Link } from '@payloadcms/ui'
import type { AdminViewServerProps } from 'payload'
import { rolesOf, type Person } from '@/access'
import { languageName } from '@/formats'
import { languagesOf } from './languages-of'
import { LocalTime } from './local-time.client'
import { startActions } from './start-actions'
import { readStartContent, type Listed, type Some, type StartContent } from './start-content'
import { collectionWords, fill, screenWords, type Language, type Screens } from './words'

type Spoken = { language: string; words: Screens['start']; admin: string }

/** The start page: what to do next, for this person. */
export async function StartPage({ payload, user, initPageResult }: AdminViewServerProps) {
  const { i18n } = initPageResult.req
  const person = user as (Person & { name?: string }) | null
  const screens = screenWords(i18n.language)
  const spoken: Spoken = { language: i18n.language, words: screens.start, admin: payload.config.routes.admin }
  const content = await readStartContent({ payload, user: initPageResult.req.user })
  const roles = rolesOf(person).map((role) => screens.roles[role])
  return (
    <Gutter className="desk-start">
      <h1>{fill(spoken.words.hello, { name: person?.name ?? '' })}</h1>
      <p className="desk-start__roles">{roles.join(' · ')}</p>
      <Actions person={person} spoken={spoken} />
      <Lists content={content} person={person} spoken={spoken} />
    </Gutter>
  )
}

function Actions({ person, spoken }: { person: Person | null; spoken: Spoken }) {
  const actions = startActions(
    person,
    spoken.words,
    (locale) => languageName(locale, spoken.language) ?? locale,
  )
  const isWithoutLanguage = rolesOf(person).includes('translator') && languagesOf(person).length === 0
  return (
    <section>
      {actions.length > 0 ? <h2>{spoken.words.actions}</h2> : null}
      {isWithoutLanguage ? <p>{spoken.words.noLanguage}</p> : null}
      <ul className="desk-actions">
        {actions.map(({ title, help, path }) => (
          <li key={path}>
            <Link className="desk-action" href={`${spoken.admin}${path}`}>
              <strong>{title}</strong>
              <span>{help}</span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}

type ListsProps = { content: StartContent; person: Person | null; spoken: Spoken }

function Lists({ content, person, spoken }: ListsProps) {
  const { words } = spoken
  if (content.recent.length === 0) {
    return <p>{rolesOf(person).includes('editor') ? words.empty : words.emptyReader}</p>
  }
  const isTranslating = rolesOf(person).every((role) => role === 'translator')
  const nothingWaits = content.waiting.total === 0 && content.never.total === 0
  return (
    <div className="desk-lists">
      {content.toTranslate.map(({ locale, ...some }) => {
        const named = { language: languageName(locale, spoken.language) ?? locale }
        const help = fill(words.toTranslateHelp, named)
        return <List key={locale} {...some} {...{ help, spoken }} title={fill(words.toTranslate, named)} />
      })}
      {isTranslating
        ? null
        : (['waiting', 'never', 'down'] as const).map((state) => (
            <List
              key={state}
              {...content[state]}
              help={words[`${state}Help`]}
              spoken={spoken}
              title={words[state]}
            />
          ))}
      {nothingWaits ? <p className="desk-lists__done">{words.done}</p> : null}
      <List items={content.recent} spoken={spoken} title={words.recent} />
    </div>
  )
}

type ListProps = Partial<Some> & { title: string; help?: string; items: readonly Listed[]; spoken: Spoken }

function List({ title, help, items, total, spoken }: ListProps) {
  if (items.length === 0) return null
  return (
    <section className="desk-list">
      <h2>
        {title}
        {total === undefined ? null : (
          <span className="desk-list__count"> {total.toLocaleString(spoken.language)}</span>
        )}
      </h2>
      {help ? <p className="desk-list__help">{help}</p> : null}
      <ul>
        {items.map((item) => (
          <Item key={`${item.collection}/${item.id}`} item={item} spoken={spoken} />
        ))}
      </ul>
    </section>
  )
}

function Item({ item, spoken }: { item: Listed; spoken: Spoken }) {
  const kind = collectionWords[spoken.language as Language]?.[item.collection]?.one ?? ''
  const language = item.locale ? `?locale=${item.locale}` : ''
  return (
    <li>
      <Link
        className="desk-list__row"
        href={`${spoken.admin}/collections/${item.collection}/${item.id}${language}`}
      >
        <span className="desk-list__title" dir="auto">
          {item.title || kind}
        </span>
        <span className="desk-list__kind">{kind}</span>
        <LocalTime at={item.updatedAt} language={spoken.language} />
      </Link>
    </li>
  )
}

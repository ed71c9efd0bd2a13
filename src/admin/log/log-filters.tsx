import { Link } from '@payloadcms/ui'
import { contentCollections } from '@/access'
import { happenings } from '@/audit'
import { kindsOfHappening, wordsOfAction } from './log-actions'
import type { LogQuery } from './log-query'
import type { Reader } from './log-reader'
import { kindWords } from './log-reader'
import { LogZone } from './log-zone.client'
import { fill } from '../words'

type Shown = {
  action: string
  query: LogQuery
  people: readonly { id: string; name: string }[]
  reader: Reader
}

/** What to look for in the log: a plain form, so that a search has an address of its own. */
export function LogFilters({ action, query, people, reader }: Shown) {
  const { filters: words } = reader.words
  return (
    <form action={action} className="desk-log__filters" method="get">
      <label>
        {words.person}
        <select defaultValue={query.person ?? ''} name="person">
          <option value="">{words.anyone}</option>
          {people.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <Happened query={query} reader={reader} />
      <label>
        {words.collection}
        <select defaultValue={query.kind ?? ''} name="kind">
          <option value="">{words.anyKind}</option>
          {[...contentCollections, 'users' as const].map((kind) => (
            <option key={kind} value={kind}>
              {kindWords(kind, reader)?.one}
            </option>
          ))}
        </select>
      </label>
      <label>
        {words.from}
        <input defaultValue={query.from ?? ''} name="from" type="date" />
      </label>
      <label>
        {words.to}
        <input defaultValue={query.to ?? ''} name="to" type="date" />
      </label>
      <label className="desk-log__words">
        {words.words}
        <input defaultValue={query.words ?? ''} maxLength={200} name="words" type="search" />
      </label>
      <LogZone />
      <div className="desk-log__buttons">
        <button className="btn btn--style-primary btn--size-medium" type="submit">
          <span className="btn__content">{words.show}</span>
        </button>
        <Link href={action}>{words.clear}</Link>
      </div>
    </form>
  )
}

function Happened({ query, reader }: Pick<Shown, 'query' | 'reader'>) {
  const { filters: words, kinds } = reader.words
  return (
    <label>
      {words.happened}
      <select defaultValue={query.happened ?? ''} name="happened">
        <option value="">{words.anything}</option>
        {kindsOfHappening.map((kind) => {
          const actions = happenings[kind]
          if (actions.length === 1) {
            return (
              <option key={kind} value={kind}>
                {kinds[kind]}
              </option>
            )
          }
          return (
            <optgroup key={kind} label={kinds[kind]}>
              <option value={kind}>{fill(words.all, { kind: kinds[kind] })}</option>
              {actions.map((action) => (
                <option key={action} value={action}>
                  {wordsOfAction(action, reader.words).label}
                </option>
              ))}
            </optgroup>
          )
        })}
      </select>
    </label>
  )
}

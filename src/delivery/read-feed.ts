import { feedLength, feedNames, feeds, type FeedName, type Resource } from '@/contract'
import { isLocale, type LocaleCode } from '@/lib/locales'
import { atom } from './atom'
import type { Database } from './database'
import { successEntry, type Entry } from './entry'
import { makeFeed, type Feed } from './feed'
import { jsonFeed, ninjs } from './feed-json'
import { listStatement, type ListRow } from './list-statements'
import type { Publisher } from './publisher'
import { readQuery } from './read-query'
import { notFound } from './refused'

export type FeedWanted = { kind: 'feed'; name: FeedName; locale: LocaleCode }

const isFeed = (name: string): name is FeedName => (feedNames as readonly string[]).includes(name)

/** What `/v1/feeds/{locale}/{name}` asks for. Throws Refused: 404, or 400 for any parameter. */
export function readFeedTarget([locale, name = '', ...rest]: readonly string[], search: string): FeedWanted {
  if (!isLocale(locale) || !isFeed(name) || rest.length > 0) throw notFound
  readQuery(search, [])
  return { kind: 'feed', name, locale }
}

const writers: Record<FeedName, (feed: Feed) => string> = {
  'press.atom': atom,
  'press.json': (feed) => JSON.stringify(jsonFeed(feed)),
  'press.ninjs.json': (feed) => JSON.stringify(ninjs(feed)),
}

/** The newest press releases that are public in the language itself, with one query. None is an answer too. */
export async function readFeed(
  { database, publisher }: { database: Database; publisher: Publisher },
  { name, locale }: FeedWanted,
): Promise<Entry> {
  const statement = listStatement({ locale, sort: '-date', isFirst: true, isOfPrize: false })
  const rows = await database.query<ListRow>(statement, newest)
  const [first] = rows
  if (!first) throw new Error('published.head is empty')
  const releases = rows
    .filter(({ id }) => id !== null)
    .map(({ body }) => JSON.parse(body) as Resource<'press-releases'>)
  const { mediaType } = feeds[name]
  return successEntry({
    type: mediaType === 'application/json' ? mediaType : `${mediaType}; charset=utf-8`,
    body: writers[name](makeFeed(releases, { name, locale, publisher, movedAt: first.moved_at })),
    modifiedAt: first.moved_at,
    contentLanguage: locale,
    links: [],
    tags: ['press-releases'],
  })
}

// The parameters of the list: no filters, and nothing in place of what is not public in the language.
const newest = ['press-releases', 'none', '{}', null, [], null, feedLength]

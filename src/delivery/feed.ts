import type { FeedName, Resource } from '@/contract'
import { xmlText } from '@/formats'
import type { LocaleCode } from '@/lib/locales'
import { addressNamespace, nameUuid } from '@/lib/uuid'
import { addressOf } from './address'
import { feedWords } from './feed-words'
import type { Publisher } from './publisher'
import { pageOf } from './sitemap'

// The newest press releases as every feed tells of them.

type Release = Resource<'press-releases'>

export type FeedItem = {
  /** A translation is an item of its own: its id differs by language and stays for ever. */
  id: string
  /** In this API. */
  address: string
  /** On the website; null where that is not known. */
  page: string | null
  release: Release
  /** With what comes before the body: where and when it was given out, and what it corrects. */
  html: string
  text: string
  corrects: { id: string; address: string; type: string; name: string; sentence: string } | null
}

export type Feed = {
  id: string
  address: string
  title: string
  locale: LocaleCode
  updatedAt: string
  publisher: Publisher
  items: FeedItem[]
}

type Facts = Pick<Feed, 'locale' | 'publisher'> & {
  name: FeedName
  /** When the public world last moved. */
  movedAt: Date | null
}

/** `releases` in the order of the feed. */
export function makeFeed(releases: readonly Release[], { name, locale, publisher, movedAt }: Facts): Feed {
  const address = `${publisher.apiUrl}/v1/feeds/${locale}/${name}`
  const [latest] = releases.map(({ updatedAt }) => updatedAt).toSorted((a, b) => (a < b ? 1 : -1))
  return {
    id: `urn:uuid:${nameUuid(addressNamespace, address)}`,
    address,
    title: `${publisher.name}: ${feedWords[locale].title}`,
    locale,
    updatedAt: latest ?? (movedAt ?? new Date(0)).toISOString(),
    publisher,
    items: releases.map((release) => itemOf(release, { locale, publisher })),
  }
}

type Reader = Pick<Feed, 'locale' | 'publisher'>

const idOf = (document: string, locale: LocaleCode): string => `urn:uuid:${nameUuid(document, locale)}`
const addressFor = (slug: string, { locale, publisher }: Reader): string =>
  `${publisher.apiUrl}${addressOf('press-releases', slug)}?locale=${locale}`

const pageFor = (slug: string, { locale, publisher: { siteUrl } }: Reader): string | null =>
  siteUrl === null ? null : pageOf(siteUrl, locale, { resource: 'press-releases', slug })

function itemOf(release: Release, reader: Reader): FeedItem {
  const { id, slug, body, dateline } = release
  const corrects = correctsOf(release, reader)
  return {
    id: idOf(id, reader.locale),
    address: addressFor(slug, reader),
    page: pageFor(slug, reader),
    release,
    html: [
      ...(dateline === null ? [] : [`<p>${xmlText(dateline.text)}</p>`]),
      ...(corrects === null ? [] : [correctionHtml(corrects, reader.locale)]),
      body?.html ?? '',
    ].join(''),
    text: [dateline?.text, corrects?.sentence, body?.text]
      .filter((part) => part !== undefined && part !== '')
      .join('\n\n'),
    corrects,
  }
}

function correctsOf({ corrects }: Release, reader: Reader): FeedItem['corrects'] {
  if (corrects === null) return null
  // What it corrects may have no words in this language: then there is no page, and its address names it.
  const page = corrects.title === null ? null : pageFor(corrects.slug, reader)
  const address = page ?? addressFor(corrects.slug, reader)
  const name = corrects.title?.text ?? address
  return {
    id: idOf(corrects.id, reader.locale),
    address,
    type: page === null ? 'application/json' : 'text/html',
    name,
    sentence: `${feedWords[reader.locale].corrects} ${name}`,
  }
}

const correctionHtml = ({ address, name }: NonNullable<FeedItem['corrects']>, locale: LocaleCode): string =>
  `<p>${feedWords[locale].corrects} <a href="${xmlText(address)}">${xmlText(name)}</a></p>`

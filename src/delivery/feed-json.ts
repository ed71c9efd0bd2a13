import { ninjsSchemaAddress, ninjsVersion, type JsonFeed, type NinjsItem } from '@/contract'
import type { Feed, FeedItem } from './feed'

/** The feed as JSON Feed 1.1. */
export function jsonFeed({ title, address, locale, publisher, items }: Feed): JsonFeed {
  return {
    version: 'https://jsonfeed.org/version/1.1',
    title,
    ...(publisher.siteUrl !== null && { home_page_url: publisher.siteUrl }),
    feed_url: address,
    language: locale,
    authors: [{ name: publisher.name, ...(publisher.siteUrl !== null && { url: publisher.siteUrl }) }],
    items: items.map(({ id, address: inApi, page, release, html, text }) => ({
      id,
      url: page ?? inApi,
      ...(release.title && { title: release.title.text }),
      ...(release.summary && { summary: release.summary.text }),
      content_html: html,
      content_text: text,
      date_published: release.publishedAt,
      date_modified: release.updatedAt,
      language: locale,
      tags: [release.type],
    })),
  }
}

/** The feed as news items of IPTC ninjs. */
export const ninjs = ({ locale, publisher, items }: Feed): NinjsItem[] =>
  items.map((item) => ({ ...newsFacts(item), language: locale, ...newsWords(item, publisher.name) }))

const newsFacts = ({ id, address, page, release }: FeedItem) => ({
  standard: { name: 'ninjs', version: ninjsVersion, schema: ninjsSchemaAddress } as const,
  uri: id,
  type: 'text' as const,
  representationType: 'full' as const,
  pubStatus: 'usable' as const,
  version: release.updatedAt,
  firstCreated: release.publishedAt,
  versionCreated: release.updatedAt,
  altIds: [
    { role: 'document' as const, value: release.id },
    { role: 'address' as const, value: address },
    ...(page === null ? [] : [{ role: 'page' as const, value: page }]),
  ],
})

const plain = 'text/plain'

function newsWords({ release, html, text, corrects }: FeedItem, publisher: string) {
  const { title, summary, type, citations } = release
  return {
    headlines: title === null ? [] : [{ contentType: plain, value: title.text }],
    descriptions: summary === null ? [] : [{ role: 'summary', contentType: plain, value: summary.text }],
    bodies: [
      { role: 'html', contentType: 'text/html', value: html },
      { role: 'text', contentType: plain, value: text },
    ],
    subjects: citations.map((citation) => ({
      name: citation.title?.text ?? citation.slug,
      rel: 'about' as const,
      uri: `urn:uuid:${citation.id}`,
    })),
    genres: [{ name: 'Press release', literal: type }],
    infoSources: [{ name: publisher, role: 'publisher' as const }],
    ...(corrects && {
      edNote: corrects.sentence,
      associations: [{ name: corrects.name, rel: 'corrects' as const, uri: corrects.id }],
    }),
  }
}

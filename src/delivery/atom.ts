import { xmlText } from '@/formats'
import type { Feed, FeedItem } from './feed'

/** The feed as Atom, RFC 4287. */
export function atom(feed: Feed): string {
  const { id, address, title, locale, updatedAt, publisher, items } = feed
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${locale}">`,
    `<id>${id}</id>`,
    `<title>${xmlText(title)}</title>`,
    `<updated>${updatedAt}</updated>`,
    `<author><name>${xmlText(publisher.name)}</name></author>`,
    `<link rel="self" type="application/atom+xml" hreflang="${locale}" href="${xmlText(address)}"/>`,
    ...(publisher.siteUrl === null
      ? []
      : [`<link rel="alternate" type="text/html" href="${xmlText(publisher.siteUrl)}"/>`]),
    ...items.map((item) => entry(item, locale)),
    '</feed>\n',
  ].join('\n')
}

type Linked = { address: string; type: string; name?: string }

function entry({ id, address, page, release, html, corrects }: FeedItem, locale: string): string {
  const { title, summary, type, publishedAt, updatedAt } = release
  const link = (rel: string, { address: href, type: as, name = '' }: Linked) =>
    `<link rel="${rel}" type="${as}" hreflang="${locale}" href="${xmlText(href)}"${name && ` title="${xmlText(name)}"`}/>`
  return [
    '<entry>',
    `<id>${id}</id>`,
    `<title>${xmlText(title?.text ?? '')}</title>`,
    `<published>${publishedAt}</published>`,
    `<updated>${updatedAt}</updated>`,
    `<category term="${type}"/>`,
    // Readers of feeds open the first one.
    ...(page === null ? [] : [link('alternate', { address: page, type: 'text/html' })]),
    link('alternate', { address, type: 'application/json' }),
    ...(corrects === null ? [] : [link('related', corrects)]),
    ...(summary === null ? [] : [`<summary>${xmlText(summary.text)}</summary>`]),
    `<content type="html">${xmlText(html)}</content>`,
    '</entry>',
  ].join('\n')
}

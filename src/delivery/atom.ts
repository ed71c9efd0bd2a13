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
    ...items.map((item) => entry(item, locale)),
    '</feed>\n',
  ].join('\n')
}

function entry({ id, address, release, html, corrects }: FeedItem, locale: string): string {
  const { title, summary, type, publishedAt, updatedAt } = release
  const link = (rel: string, href: string, name = '') =>
    `<link rel="${rel}" type="application/json" hreflang="${locale}" href="${xmlText(href)}"${name && ` title="${xmlText(name)}"`}/>`
  return [
    '<entry>',
    `<id>${id}</id>`,
    `<title>${xmlText(title?.text ?? '')}</title>`,
    `<published>${publishedAt}</published>`,
    `<updated>${updatedAt}</updated>`,
    `<category term="${type}"/>`,
    link('alternate', address),
    ...(corrects === null ? [] : [link('related', corrects.address, corrects.name)]),
    ...(summary === null ? [] : [`<summary>${xmlText(summary.text)}</summary>`]),
    `<content type="html">${xmlText(html)}</content>`,
    '</entry>',
  ].join('\n')
}

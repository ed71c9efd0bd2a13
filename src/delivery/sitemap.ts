import { xmlText } from '@/formats'
import { sourceLocale } from '@/lib/locales'

// Sitemaps (sitemaps.org) with the languages of each page (hreflang).

export type SitemapPage = { resource: string; slug: string; locales: readonly string[]; updatedAt: Date }

/** The page of a public resource on the website of the foundation. */
export const pageOf = (
  siteUrl: string,
  locale: string,
  { resource, slug }: Pick<SitemapPage, 'resource' | 'slug'>,
): string => `${siteUrl}/${locale}/${resource}/${encodeURIComponent(slug)}`

const head = '<?xml version="1.0" encoding="UTF-8"?>\n'
const namespace = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'

/** Every page in every language in which it is public, each with all its languages. */
export const sitemap = (siteUrl: string, pages: readonly SitemapPage[]): string =>
  `${head}<urlset ${namespace} xmlns:xhtml="http://www.w3.org/1999/xhtml">\n${pages.map((page) => urls(siteUrl, page)).join('')}</urlset>\n`

function urls(siteUrl: string, page: SitemapPage): string {
  const { locales, updatedAt } = page
  const link = (language: string, locale: string) =>
    `<xhtml:link rel="alternate" hreflang="${language}" href="${xmlText(pageOf(siteUrl, locale, page))}"/>`
  const alternates = [
    ...locales.map((locale) => link(locale, locale)),
    ...(locales.includes(sourceLocale) ? [link('x-default', sourceLocale)] : []),
  ].join('')
  return locales
    .map(
      (locale) =>
        `<url><loc>${xmlText(pageOf(siteUrl, locale, page))}</loc><lastmod>${updatedAt.toISOString()}</lastmod>${alternates}</url>\n`,
    )
    .join('')
}

/** The index of several sitemaps. */
export const sitemapIndex = (addresses: readonly string[]): string =>
  `${head}<sitemapindex ${namespace}>\n${addresses.map((address) => `<sitemap><loc>${xmlText(address)}</loc></sitemap>\n`).join('')}</sitemapindex>\n`

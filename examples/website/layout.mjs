// @ts-check
import { asJson, asMarkup, html } from './html.mjs'
import { direction, ownName, words } from './words.mjs'

// What surrounds every page, and how values of the API are written into it.

/**
 * @typedef {import('laureate-desk-client').Locale} Locale
 * @typedef {{ text: string, locale: string, isFallback: boolean } | null} Text
 * @typedef {{ locale: Locale, site: string, origin: string | undefined }} Place where the reader is
 * @typedef {object} Page
 * @property {string} path without the language
 * @property {readonly Locale[]} languages in which it can be read
 * @property {string} title
 * @property {ReturnType<typeof html>} body
 * @typedef {{ head?: string | undefined, jsonLd?: unknown }} Metadata of the API: markup for the head, and JSON-LD
 */

/** A text in its own language: what stands in for a missing one says so. @param {Text} text */
export const say = (text) =>
  text &&
  (text.isFallback
    ? html`<span class="fallback" lang="${text.locale}" dir="${direction(text.locale)}">${text.text}</span>`
    : text.text)

/** Rich text of the API: markup from its allow-list (no script, style or attribute but id, href and lang). @param {{ html: string, locale: string, isFallback: boolean } | null} rich */
export const sayRich = (rich) =>
  rich &&
  (rich.isFallback
    ? html`<div class="fallback prose" lang="${rich.locale}" dir="${direction(rich.locale)}">
        ${asMarkup(rich.html)}
      </div>`
    : html`<div class="prose">${asMarkup(rich.html)}</div>`)

/** @param {string} edtf @param {Locale} locale */
export function sayDate(edtf, locale) {
  const [, year, month, day] = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?(?:T.*)?$/.exec(edtf) ?? []
  if (!year) return edtf
  const date = new Date(Date.UTC(Number(year), Number(month ?? 1) - 1, Number(day ?? 1)))
  /** @type {Intl.DateTimeFormatOptions} */
  const precision = { year: 'numeric', ...(month && { month: 'long' }), ...(day && { day: 'numeric' }) }
  return new Intl.DateTimeFormat(locale, { ...precision, timeZone: 'UTC', calendar: 'gregory' }).format(date)
}

/** @param {Page} page @param {Place} place @param {Metadata} metadata */
export function layout(page, place, { head, jsonLd }) {
  const { path, languages, body } = page
  const { locale, site } = place
  const label = words[locale]
  const isMixed = body.text.includes(' class="fallback')
  return html`<!doctype html>
    <html lang="${locale}" dir="${direction(locale)}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        ${head === undefined ? ownHead(page, place) : asMarkup(head)}
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href="/style.css" />
        ${
          jsonLd !== undefined &&
          html`<script type="application/ld+json">
            ${asJson(jsonLd)}
          </script>`
        }
      </head>
      <body>
        <a class="skip" href="#content">${label.skip}</a>
        <header>
          <a class="site" href="/${locale}">${site}</a>
          <nav>
            <a href="/${locale}/laureates">${label.laureates}</a>
            <a href="/${locale}/press-releases">${label.press}</a>
          </nav>
        </header>
        <main id="content">${isMixed && html`<p class="note">${label.notTranslated}</p>`} ${body}</main>
        <footer>
          <nav aria-label="${label.languages}">
            <ul class="languages">
              ${languages.map((other) => languageLink(other, { locale, path }))}
            </ul>
          </nav>
        </footer>
      </body>
    </html> `.text
}

/** The head of a page that the API knows nothing of, such as a list. @param {Page} page @param {Place} place */
const ownHead = ({ title, path, languages }, { locale, site, origin }) =>
  html`<title>${title} · ${site}</title> ${
      origin !== undefined &&
      html`<link rel="canonical" href="${origin}/${locale}${path}" />
        ${languages.map((other) => html`<link rel="alternate" hreflang="${other}" href="${origin}/${other}${path}" />`)}`
    }`

/** @param {Locale} other @param {{ locale: Locale, path: string }} here */
const languageLink = (other, { locale, path }) =>
  other === locale
    ? html`<li><span aria-current="true">${ownName(other)}</span></li>`
    : html`<li>
        <a href="/${other}${path}" hreflang="${other}" lang="${other}" dir="${direction(other)}"
          >${ownName(other)}</a
        >
      </li>`

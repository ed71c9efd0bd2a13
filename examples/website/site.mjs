// @ts-check
import { ProblemError } from 'laureate-desk-client'
import { layout } from './layout.mjs'
import * as pages from './pages.mjs'

// Which page is at which address: /{language}/{resource}/{slug}, as the sitemap of the API has them.

/**
 * @typedef {import('./layout.mjs').Locale} Locale
 * @typedef {{ status: number, body: string } | { status: number, location: string }} Answer
 * @typedef {import('./layout.mjs').Metadata} Metadata
 */

/** @type {Record<string, (source: pages.Source) => pages.Page>} */
const lists = { '': pages.homePage, laureates: pages.laureatesPage, 'press-releases': pages.pressPage }

/** @typedef {'laureates' | 'citations' | 'editions' | 'press-releases'} Kind */
/** @type {{ [K in Kind]: (value: import('laureate-desk-client').Resource<K>, source: pages.Source) => pages.Page }} */
const singles = {
  laureates: pages.laureatePage,
  citations: pages.citationPage,
  editions: pages.editionPage,
  'press-releases': pages.releasePage,
}

/** While nobody can tell what is there. */
const later = { status: 503, body: 'Please come back in a minute.' }

/** @typedef {{ api: import('laureate-desk-client').Client, copies: import('./copies.mjs').Copies, name: string, origin?: string | undefined, files: string }} Settings */

export class Site {
  /** Of the present release. @type {Map<string, Metadata>} */
  #known = new Map()
  /** @type {Settings} */
  #settings

  /** @param {Settings} settings */
  constructor(settings) {
    this.#settings = settings
  }

  /** Something was published. */
  forget() {
    this.#known.clear()
  }

  /** @param {string} path @returns {Promise<Answer>} */
  async answer(path) {
    const languages = this.#settings.copies.languages()
    if (languages.length === 0) return later
    const [first = '', ...rest] = path.split('/').slice(1).map(decode)
    const home = languages.includes('en') ? 'en' : languages[0]
    if (path === '/' && home !== undefined) return { status: 302, location: `/${home}` }
    const locale = languages.find((each) => each === first)
    if (locale === undefined) return this.#nothing('missing', this.#source('en', languages))
    return this.#answerIn(this.#source(locale, languages), rest)
  }

  /** @param {Locale} locale @param {Locale[]} languages */
  #source = (locale, languages) => ({
    copy: this.#settings.copies.copyOf(locale),
    locale,
    languages,
    files: this.#settings.files,
  })

  /** @param {pages.Source} source @param {string[]} path @returns {Answer | Promise<Answer>} */
  #answerIn(source, [kind = '', ...rest]) {
    const list = rest.length === 0 ? lists[kind] : undefined
    return list ? this.#show(list(source), source, {}) : this.#single(kind, rest.join('/'), source)
  }

  /** @param {string} kind @param {string} slug @param {pages.Source} source @returns {Promise<Answer>} */
  async #single(kind, slug, source) {
    if (!isKind(kind) || slug === '') return this.#nothing('missing', source)
    const found = source.copy.get(kind, slug)
    if (!found) return this.#absent(kind, slug, source)
    // Each kind has its own page; TypeScript cannot follow the kind through the table.
    const page = /** @type {(value: typeof found, source: pages.Source) => pages.Page} */ (singles[kind])
    return this.#show(page(found, source), source, await this.#metadataOf(kind, slug, source.locale))
  }

  /** Not in the copy: the API knows whether it moved or was taken down. @param {Kind} kind @param {string} slug @param {pages.Source} source @returns {Promise<Answer>} */
  async #absent(kind, slug, source) {
    const { locale } = source
    try {
      const { slug: present } = await this.#settings.api.get(kind, slug, { locale, fields: ['slug'] })
      // The copy is behind: nobody is sent in a circle.
      if (present === slug) return later
      const path = present.split('/').map(encodeURIComponent).join('/')
      return { status: 308, location: `/${locale}/${kind}/${path}` }
    } catch (error) {
      // An address that the API refuses is one that nothing has.
      const isRefused = error instanceof ProblemError && error.status < 500 && error.status !== 429
      if (!isRefused) return later
      return this.#nothing(error.status === 410 ? 'gone' : 'missing', source)
    }
  }

  /** @param {Kind} kind @param {string} slug @param {Locale} locale @returns {Promise<Metadata>} */
  async #metadataOf(kind, slug, locale) {
    if (kind === 'editions') return {}
    const key = `${locale}/${kind}/${slug}`
    const held = this.#known.get(key)
    if (held) return held
    const { api } = this.#settings
    try {
      const [head, jsonLd] = await Promise.all([
        api.form(kind, slug, '.head.json', { locale }),
        api.form(kind, slug, '.jsonld', { locale }),
      ])
      const metadata = { head: head.html, jsonLd }
      this.#known.set(key, metadata)
      return metadata
    } catch {
      // The page is worth showing without it.
      return {}
    }
  }

  /** @param {'missing' | 'gone'} why @param {pages.Source} source */
  #nothing = (why, source) => ({
    ...this.#show(pages.noPage(why, source), source, {}),
    status: why === 'gone' ? 410 : 404,
  })

  /** @param {pages.Page} page @param {pages.Source} source @param {Metadata} metadata */
  #show(page, { locale }, metadata) {
    const { name, origin } = this.#settings
    return { status: 200, body: layout(page, { locale, site: name, origin }, metadata) }
  }
}

/** @param {string} name @returns {name is Kind} */
const isKind = (name) => Object.hasOwn(singles, name)

/** @param {string} segment */
function decode(segment) {
  try {
    return decodeURIComponent(segment)
  } catch {
    return segment
  }
}

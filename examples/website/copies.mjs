// @ts-check
import { createMemoryStore, locales } from 'laureate-desk-client'

// What is public, in memory: one copy for each language. Pages are made from these alone, so the website goes on
// when the API does not answer.

/**
 * @typedef {import('laureate-desk-client').MemoryStore} Copy
 * @typedef {import('laureate-desk-client').Locale} Locale
 * @typedef {ReturnType<typeof keepCopies>} Copies
 */

/** @param {{ api: import('laureate-desk-client').Client, changed: () => void }} how `changed` is called when something is new */
export function keepCopies({ api, changed }) {
  const copies = new Map(locales.map((locale) => [locale, createMemoryStore()]))
  let wanted = 0
  let reached = -1
  /** @type {Promise<void> | undefined} */
  let running

  async function follow() {
    const asked = wanted
    const [first, ...others] = locales
    const { release, changes } = await syncOne(first, asked)
    // Nothing was published since. A restored database may have come to the same number in another way.
    if (release === reached && changes === 0) return
    await Promise.all(others.map((locale) => syncOne(locale, release)))
    reached = release
    changed()
    if (wanted > asked) await follow()
  }

  /** @param {Locale} locale @param {number} release */
  const syncOne = (locale, release) => api.sync(copyOf(locale), { locale, limit: 200, release })

  /** @param {Locale} locale */
  function copyOf(locale) {
    const copy = copies.get(locale)
    if (!copy) throw new Error(`no copy for ${locale}`)
    return copy
  }

  return {
    copyOf,
    /** The languages in which anything is public. @returns {Locale[]} */
    languages() {
      const found = new Set(
        locales.flatMap((locale) =>
          copyOf(locale)
            .all('citations')
            .flatMap((each) => each.availableLocales),
        ),
      )
      return locales.filter((locale) => found.has(locale))
    },
    /**
     * Follows what was published, up to a release where one is named. Who calls meanwhile waits for the same.
     *
     * @param {number} [release]
     */
    refresh(release = 0) {
      wanted = Math.max(wanted, release)
      running ??= follow().finally(() => (running = undefined))
      return running
    },
  }
}

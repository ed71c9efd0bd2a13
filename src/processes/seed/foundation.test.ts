import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { toE164 } from '@/formats'
import { entries } from './entries'
import { translations, type Section } from './entry'
import { contacts } from './foundation'
import { readEnglish } from './read-english'

const folder = new URL('pages/', import.meta.url)
const pages = readdirSync(folder)
const shapeOf = (long: readonly Section[] | undefined) => long?.map(({ paragraphs }) => paragraphs.length)
const textOf = (page: string) => readFileSync(new URL(page, folder), 'utf8')

describe('the invented foundation', () => {
  test('every phone number is of a range that regulators keep for fiction', () => {
    const fictional = /^(\+442079460\d{3}|\+120255501\d{2}|\+468465004\d{2})$/
    const written = pages.flatMap((page) =>
      [...textOf(page).matchAll(/^Phone: (.+)$/gm)].map(([, phone]) => phone ?? ''),
    )
    const numbers = [...written, ...contacts.map(({ phone }) => phone)].map(toE164)
    expect(numbers.filter((number) => !fictional.test(number ?? ''))).toEqual([])
  })

  test('every e-mail address is of a reserved domain', () => {
    expect(contacts.filter(({ email }) => !email.endsWith('@example.org'))).toEqual([])
  })

  test('every page belongs to an award entry, and names contacts of the foundation only', () => {
    expect(entries.map(({ page }) => page).toSorted()).toEqual(pages.toSorted())
    const known = new Map(contacts.map(({ name, phone, label }) => [name, { phone, label }]))
    const onPages = entries.flatMap(({ page }) => readEnglish(page).contacts)
    expect(
      onPages.filter(
        ({ name, phone, label }) => known.get(name)?.phone !== phone || known.get(name)?.label !== label,
      ),
    ).toEqual([])
  })

  test('each translation follows its English text: laureates, paragraphs and sections', () => {
    for (const { page, laureates, words } of entries) {
      const english = readEnglish(page)
      expect([page, english.laureates.map(({ kind }) => kind)]).toEqual([
        page,
        laureates.map(({ kind }) => kind),
      ])
      for (const { short, long, laureates: names } of translations.map((locale) => words[locale])) {
        expect([page, short.length, names.length]).toEqual([
          page,
          english.award.short.length,
          laureates.length,
        ])
        expect(long ? shapeOf(long) : 'not translated').toEqual(
          long ? shapeOf(english.award.long) : 'not translated',
        )
      }
    }
  })

  test('one long biography stands in all languages', () => {
    const complete = entries.filter(({ words }) => translations.every((locale) => words[locale].long))
    expect(complete.map(({ slug }) => slug)).toEqual(['quenta-rain-ledger'])
  })
})

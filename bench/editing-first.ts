import { localeCodes } from '@/lib/locales'
import { heading, paragraph, richText } from '@/rich-text'
import type { DocumentStatus, Verb } from '@/units'
import type { Say, Size } from './editing'
import type { Ask, Staff } from './editing-people'

// One prize, one year, one laureate with an award entry and a biography, written, approved and published by REST in
// every language.

export type Kind = 'prizes' | 'editions' | 'laureates' | 'citations' | 'biographies'
export type First = Record<Kind, string>
export const slug = 'bench-laureate'
export const firstYear = 1000

const kinds = ['prizes', 'editions', 'laureates', 'citations', 'biographies'] as const
const sentence = (locale: string, count: number): string =>
  Array.from({ length: count }, (_, index) => `${locale} word${index % 17} in a row`).join(' ')

const long = (locale: string) =>
  richText(
    Array.from({ length: 4 }, () => [
      heading(sentence(locale, 1)),
      paragraph(sentence(locale, 20)),
      paragraph(sentence(locale, 20)),
    ]).flat(),
  )

/** What every document holds in one language; `round` makes it other words than before. */
const texts = (kind: Kind, locale: string, round = 0): Record<string, unknown> =>
  ({
    prizes: { name: `The Bench Prize ${locale}` },
    editions: { ceremony: { place: `Nowhere ${locale}` } },
    laureates: {
      knownName: 'Mira Sand',
      fullName: `Mira Sand ${locale}`,
      education: `${sentence(locale, 6)} ${round}`,
    },
    citations: { motivation: `${sentence(locale, 4)} ${round}` },
    biographies: {
      short: richText([paragraph(`${sentence(locale, 10)} ${round}`)]),
      long: long(locale),
    },
  })[kind]

const shared = (kind: Kind, first: Partial<First>): Record<string, unknown> =>
  ({
    prizes: { slug: 'bench-prize', timeZone: 'Europe/Stockholm' },
    editions: { prize: first.prizes, year: firstYear, status: 'announced' },
    laureates: {
      kind: 'person',
      slug,
      birth: { date: '1950-05-05', countryNow: 'SE' },
      variants: [{ value: 'M. Sand', lang: 'en' }],
    },
    citations: {
      edition: first.editions,
      laureates: [first.laureates],
      slug,
      countries: ['SE'],
      themes: ['invention'],
    },
    biographies: { citation: first.citations, asOf: '2020' },
  })[kind]

export async function writeFirst(staff: Staff, size: Size, say: Say): Promise<First> {
  const first: Partial<First> = {}
  const languages = localeCodes.slice(0, size.languages)
  for (const kind of kinds) {
    say(`writing the first of the ${kind}`)
    const isMany = kind !== 'prizes' && kind !== 'editions'
    const { doc } = await staff.editor.ask<{ doc: { id: string } }>('POST', `/api/${kind}?draft=true`, {
      ...shared(kind, first),
      ...texts(kind, 'en'),
    })
    first[kind] = doc.id
    for (const locale of languages.slice(1))
      await save(staff.editor.ask, { kind, id: doc.id, locale }, texts(kind, locale))
    const more = isMany ? Math.max(2, size.versions) : 0
    for (let round = 1; round <= more; round += 1) {
      const locale = languages[round % 2] ?? 'en'
      await save(staff.editor.ask, { kind, id: doc.id, locale }, texts(kind, locale, round))
    }
    await makePublic(staff, kind, doc.id)
  }
  for (const text of ['Is the year right?', 'It is.'])
    await staff.reviewer.ask('POST', `/api/laureates/${first.laureates}/comments`, { unit: 'en', text })
  return first as First
}

export type Place = { kind: Kind; id: string; locale: string }

/** Saves one language as the document's form does: it was opened before, and says at which revisions. */
async function save(ask: Ask, place: Place, values: Record<string, unknown>): Promise<void> {
  const { base } = await open(ask, place)
  await ask('PATCH', addressOf(place), { ...values, base })
}

export const open = (ask: Ask, place: Place): Promise<{ base?: unknown }> => ask('GET', addressOf(place))

export const addressOf = ({ kind, id, locale }: Place): string =>
  `/api/${kind}/${id}?locale=${locale}&depth=0&fallback-locale=null&draft=true`

async function makePublic(staff: Staff, kind: Kind, id: string): Promise<void> {
  await stepAll(staff.editor.ask, { kind, id }, 'submit')
  await stepAll(staff.reviewer.ask, { kind, id }, 'approve')
  await stepAll(staff.officer.ask, { kind, id }, 'publish')
}

/** Takes the step with every unit that this person may take it with. */
async function stepAll(ask: Ask, { kind, id }: Omit<Place, 'locale'>, verb: Verb): Promise<void> {
  const { units } = await ask<DocumentStatus>('GET', `/api/${kind}/${id}/status`)
  const able = units.filter(
    ({ revision, verbs }) =>
      revision !== null && verbs.some((one) => one.verb === verb && one.reason === null),
  )
  const chosen = able.map(({ unit, revision }) => ({ unit, revision }))
  await ask('POST', `/api/${kind}/${id}/${verb}`, { units: chosen })
}

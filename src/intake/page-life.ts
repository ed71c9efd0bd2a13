import type { Sentence } from '@/lib/sentence'
import { defined } from './fold-text'
import { about, type Inquiry } from './inquiry'
import { countryOfPlace, findCountry, isDivided, lastPart } from './page-countries'
import { readDate, type ReadDate } from './page-dates'
import type { Fact } from './page-facts'
import type { FactKey } from './page-labels'
import type { LifeEvent } from './page-proposal'
import type { Confidence, PageLine } from './page-types'
import { say } from './say'

// Dates and places of a laureate. A date that can be read in two ways, or not at all, is asked about.

type Context = { path: string; name: string; locale: string; inquiry: Inquiry }
type Facts = ReadonlyMap<FactKey, Fact>
type Written = { text: string; lines: PageLine[]; isLoose: boolean }

/** Birth or death: the date as EDTF beside its words, the place as written, the country of today. */
export function readLifeEvent(
  event: 'birth' | 'death',
  facts: Facts,
  context: Context,
): LifeEvent | undefined {
  const { when, where } = whenAndWhere(facts.get(`${event}Date`), facts.get(`${event}Place`), context.locale)
  if (!when && !where) return undefined
  const path = `${context.path}.${event}`
  return defined({
    date: when && askedDate(when, { ...context, path: `${path}.date` }),
    raw: when?.text,
    place: where?.text,
    countryNow: where && readCountry(where, { ...context, path }),
  })
}

const asWritten = (fact: Fact): Written => ({ text: fact.value, lines: fact.lines, isLoose: fact.isLoose })

/** Date and place as written; one line may hold both. */
function whenAndWhere(
  date: Fact | undefined,
  place: Fact | undefined,
  locale: string,
): { when?: Written; where?: Written } {
  const split = date && !place ? splitDateAndPlace(date, locale) : undefined
  if (date && split) {
    const { lines } = date
    return {
      when: { text: split.date, lines, isLoose: true },
      where: { text: split.place, lines, isLoose: true },
    }
  }
  return { ...(date ? { when: asWritten(date) } : {}), ...(place ? { where: asWritten(place) } : {}) }
}

/** When an organisation was founded or dissolved. */
export function readPlainDate(
  key: 'founded' | 'dissolved',
  facts: Facts,
  context: Context,
): string | undefined {
  const fact = facts.get(key)
  return fact && askedDate(asWritten(fact), { ...context, path: `${context.path}.${key}` })
}

// "Born: 3 May 1960 in Lima, Peru", "Born: May 3, 1960, Lima": the longest beginning that is a date.
function splitDateAndPlace(fact: Fact, locale: string): { date: string; place: string } | undefined {
  const { value } = fact
  if (readDate(value, locale) || value.length > 200) return undefined
  for (const { index, 0: joiner } of [...value.matchAll(/,\s+|\s+(?:in|i|en|à|a)\s+/gi)].toReversed()) {
    const date = value.slice(0, index).trim()
    const place = value.slice(index + joiner.length).trim()
    if (readDate(date, locale) && place !== '') return { date, place }
  }
  return undefined
}

const dateLabels: Record<string, Sentence> = {
  'birth.date': say('date of birth'),
  'death.date': say('date of death'),
  founded: say('established'),
  dissolved: say('dissolved'),
}
const labelOf = (path: string): Sentence => dateLabels[path.split('.').slice(2).join('.')] ?? say('date')

function askedDate(written: Written, context: Context): string | undefined {
  const read = readDate(written.text, context.locale)
  const said = read && 'date' in read ? read : undefined
  const value = said ? said.date : askDate(read, written, context)
  const isSure = said !== undefined && said.isSure && !written.isLoose
  context.inquiry.show(written.lines, {
    path: context.path,
    label: say('{name}: {what}', { name: context.name, what: labelOf(context.path) }),
    value: value ?? '',
    ...(isSure
      ? {}
      : {
          confidence: value === undefined ? 'odd' : 'check',
          note: say('Written “{text}”.', { text: written.text }),
        }),
  })
  return value
}

function askDate(
  read: ReadDate | undefined,
  written: Written,
  { path, name, inquiry }: Context,
): string | undefined {
  const options = read && 'alternatives' in read ? read.alternatives : undefined
  const said = { text: written.text, name, what: labelOf(path) }
  const answer = inquiry.ask({
    id: path,
    text: options
      ? say('“{text}” can be read in two ways. Which date is meant ({name}, {what})?', said)
      : say(
          '“{text}” is not a date that the desk can read. Which date is it ({name}, {what})? As 1962-09-25, 1962-09, 1962 or 1962~',
          said,
        ),
    kind: 'date',
    required: options !== undefined,
    ...(options ? { options: options.map((value) => ({ value, label: value })) } : {}),
    ...about(written.lines),
  })
  return typeof answer === 'string' ? answer : undefined
}

function readCountry(place: Written, context: Context): string | undefined {
  const found = countryOfPlace(place.text)
  const code = found?.code ?? askCountry(place, context)
  const what = context.path.endsWith('birth') ? say('place of birth') : say('place of death')
  const note = placeNote(place, found)
  context.inquiry.show(place.lines, {
    path: `${context.path}.place`,
    label: say('{name}: {what}', { name: context.name, what }),
    value: code ? `${place.text} (today ${code})` : place.text,
    confidence: note ? 'check' : 'sure',
    note,
  })
  return code
}

function placeNote(place: Written, found: ReturnType<typeof findCountry>): Sentence | undefined {
  if (found?.isPast) return say('A country of the past; check the country of today.')
  if (!found) return say('The page names no country that the desk knows.')
  return place.isLoose ? say('Taken from the words after the date.') : undefined
}

function askCountry(place: Written, { path, name, inquiry }: Context): string | undefined {
  const last = lastPart(place.text)
  const answer = inquiry.ask({
    id: `${path}.countryNow`,
    text: isDivided(last)
      ? say('In which country of today does “{place}” lie ({name})? “{last}” lies in several.', {
          place: place.text,
          name,
          last,
        })
      : say('In which country of today does “{place}” lie ({name})?', { place: place.text, name }),
    kind: 'country',
    required: false,
    ...about(place.lines),
  })
  return typeof answer === 'string' ? answer : undefined
}

type Headquarters = { city?: string; country?: string }

/** City and country of "Tartu, with offices …" or "Kyiv, Ukraine"; the award's only country where the words name none. */
export function readHeadquarters(
  fact: Fact,
  countries: readonly string[],
  context: Context,
): Headquarters | undefined {
  const parts = fact.value.split(/[,;(]/).map((part) => part.replace(/[.)]+$/, '').trim())
  const named = parts.map((part) => findCountry(part)?.code).find((code) => code !== undefined)
  const city = cityOf(parts[0] ?? '')
  const country = named ?? (city !== undefined && countries.length === 1 ? countries[0] : undefined)
  context.inquiry.show(fact.lines, {
    path: `${context.path}.headquarters`,
    label: say('{name}: {what}', { name: context.name, what: say('based in') }),
    value: [city, country].filter(Boolean).join(', ') || fact.value,
    ...headquartersDoubt(city, named),
  })
  return (city ?? country) ? defined({ city, country }) : undefined
}

function headquartersDoubt(
  city: string | undefined,
  named: string | undefined,
): { confidence: Confidence; note?: Sentence } {
  if (city === undefined)
    return { confidence: 'odd', note: say('The words name no city that the desk can tell.') }
  if (named === undefined)
    return { confidence: 'check', note: say('The words name no country; the country is that of the award.') }
  return { confidence: 'sure' }
}

const cityOf = (words: string): string | undefined =>
  findCountry(words) === undefined &&
  /^\p{Lu}[\p{L}'’.-]*(?: [\p{L}'’.-]+){0,3}$/u.test(words) &&
  !/\s(?:and|och|und|et|y)\s/.test(words)
    ? words
    : undefined

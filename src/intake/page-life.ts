import { defined } from './fold-text'
import { about, type Inquiry } from './inquiry'
import { countryOfPlace, findCountry, isDivided, lastPart } from './page-countries'
import { readDate, type ReadDate } from './page-dates'
import type { Fact } from './page-facts'
import type { FactKey } from './page-labels'
import type { LifeEvent } from './page-proposal'
import type { PageLine } from './page-types'

// Dates and places of a laureate. A date that can be read in two ways, or not at all, is asked about.

type Context = { path: string; name: string; locale: string; inquiry: Inquiry }
type Facts = ReadonlyMap<FactKey, Fact>
type Written = { text: string; lines: PageLine[]; isLoose: boolean }

/** Birth or death: the date as EDTF beside its words, the place as written, the country of today. */
export function readLifeEvent(event: 'birth' | 'death', facts: Facts, context: Context): LifeEvent | undefined {
  const when = facts.get(`${event}Date`)
  const where = facts.get(`${event}Place`)
  if (!when && !where) return undefined
  const split = when && !where ? splitDateAndPlace(when, context.locale) : undefined
  const placeText = where?.value ?? split?.place
  const place = placeText && { text: placeText, lines: (where ?? when)?.lines ?? [], isLoose: where?.isLoose ?? true }
  const raw = split?.date ?? when?.value
  return defined({
    date: when && raw ? askedDate({ text: raw, lines: when.lines, isLoose: when.isLoose || split !== undefined }, { ...context, path: `${context.path}.${event}.date` }) : undefined,
    raw,
    place: placeText,
    countryNow: place ? readCountry(place, { ...context, path: `${context.path}.${event}` }) : undefined,
  })
}

/** When an organisation was founded or dissolved. */
export function readPlainDate(key: 'founded' | 'dissolved', facts: Facts, context: Context): string | undefined {
  const fact = facts.get(key)
  return fact && askedDate({ text: fact.value, lines: fact.lines, isLoose: fact.isLoose }, { ...context, path: `${context.path}.${key}` })
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

const dateLabels: Record<string, string> = {
  'birth.date': 'date of birth',
  'death.date': 'date of death',
  founded: 'established',
  dissolved: 'dissolved',
}
const labelOf = (path: string): string => dateLabels[path.split('.').slice(2).join('.')] ?? 'date'

function askedDate(written: Written, context: Context): string | undefined {
  const read = readDate(written.text, context.locale)
  const asked = read === undefined || 'alternatives' in read ? askDate(read, written, context) : undefined
  const value = read && 'date' in read ? read.date : asked
  const isSure = read !== undefined && 'date' in read && read.isSure && !written.isLoose
  context.inquiry.show(written.lines, {
    path: context.path,
    label: `${context.name}: ${labelOf(context.path)}`,
    value: value ?? '',
    confidence: isSure ? 'sure' : value === undefined ? 'odd' : 'check',
    note: isSure ? undefined : `Written “${written.text}”.`,
  })
  return value
}

function askDate(read: ReadDate | undefined, written: Written, { path, name, inquiry }: Context): string | undefined {
  const options = read && 'alternatives' in read ? read.alternatives : undefined
  const answer = inquiry.ask({
    id: path,
    text: options
      ? `“${written.text}” can be read in two ways. Which date is meant (${name}, ${labelOf(path)})?`
      : `“${written.text}” is not a date that the desk can read. Which date is it (${name}, ${labelOf(path)})? As 1962-09-25, 1962-09, 1962 or 1962~`,
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
  const label = context.path.endsWith('birth') ? 'place of birth' : 'place of death'
  const note = placeNote(place, found)
  context.inquiry.show(place.lines, {
    path: `${context.path}.place`,
    label: `${context.name}: ${label}`,
    value: code ? `${place.text} (today ${code})` : place.text,
    confidence: note ? 'check' : 'sure',
    note,
  })
  return code
}

function placeNote(place: Written, found: ReturnType<typeof findCountry>): string | undefined {
  if (found?.isPast) return 'A country of the past; check the country of today.'
  if (!found) return 'The page names no country that the desk knows.'
  return place.isLoose ? 'Taken from the words after the date.' : undefined
}

function askCountry(place: Written, { path, name, inquiry }: Context): string | undefined {
  const last = lastPart(place.text)
  const answer = inquiry.ask({
    id: `${path}.countryNow`,
    text: isDivided(last)
      ? `In which country of today does “${place.text}” lie (${name})? “${last}” lies in several.`
      : `In which country of today does “${place.text}” lie (${name})?`,
    kind: 'country',
    required: false,
    ...about(place.lines),
  })
  return typeof answer === 'string' ? answer : undefined
}

/** City and country of "Minsk, with offices …" or "Kyiv, Ukraine"; the award's only country where the words name none. */
export function readHeadquarters(fact: Fact, countries: readonly string[], context: Context): { city?: string; country?: string } | undefined {
  const parts = fact.value.split(/[,;(]/).map((part) => part.replace(/[.)]+$/, '').trim())
  const named = parts.map((part) => findCountry(part)).find((found) => found !== undefined)
  const [first = ''] = parts
  const isCity = findCountry(first) === undefined && /^\p{Lu}[\p{L}'’.-]*(?: [\p{L}'’.-]+){0,3}$/u.test(first) && !/\s(?:and|och|und|et|y)\s/.test(first)
  const onlyCountry = countries.length === 1 ? countries[0] : undefined
  const headquarters = defined({ city: isCity ? first : undefined, country: named?.code ?? (isCity ? onlyCountry : undefined) })
  context.inquiry.show(fact.lines, {
    path: `${context.path}.headquarters`,
    label: `${context.name}: based in`,
    value: [headquarters.city, headquarters.country].filter(Boolean).join(', ') || fact.value,
    confidence: named && isCity ? 'sure' : isCity ? 'check' : 'odd',
    note: named ? undefined : 'The words name no country; the country is that of the award.',
  })
  return headquarters.city || headquarters.country ? headquarters : undefined
}

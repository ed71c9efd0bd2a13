import { joined } from '@/lib/sentence'
import { about, type Inquiry } from './inquiry'
import { pairNames } from './match-names'
import { findCountries } from './page-countries'
import type { PageLine } from './page-types'
import { say } from './say'

// "Ada / Bee (Norway)" → the laureates' names and the countries. " / " always separates; words and signs
// that also occur inside names ("&", "and", "och" …) separate only when the facts on the page or staff say so.

export type Title = { text: string; names: string[]; countries: string[] }

const bracket = /\s*[(（]([^()（）]*)[)）]\s*$/
const slash = /\s+[/|／]\s+|\s*／\s*/
const joiner = /\s*,\s+(?:(?:and|och|und|et|y|e|og|&)\s+)?|\s+(?:&|\+|and|och|und|et|y|e|og)\s+/i
const word = /\s(?:&|\+|and|och|und|et|y|e|og)\s/i

/** Every name that the title could hold, for finding the same names elsewhere on the page. */
export function titleCandidates(title: string): string[] {
  const bare = dropCountry(title).name
  const parts = bare.split(slash).map((part) => dropCountry(part).name)
  return [...new Set([...parts, ...parts.flatMap(splitWords)])].filter((name) => name !== '')
}

/** Splits the title with the help of `factNames`, the names over the facts on the page. */
export function readTitle(
  line: PageLine | undefined,
  text: string,
  context: { factNames: readonly string[]; inquiry: Inquiry },
): Title {
  const { inquiry, factNames } = context
  const whole = dropCountry(text)
  const parts = whole.name.split(slash).map((part) => dropCountry(part))
  const found = [...new Set([...parts.flatMap((part) => part.codes), ...whole.codes])]
  const names = parts
    .flatMap((part, index) => splitPart(part.name, { line, index, factNames, inquiry }))
    .filter((name) => name !== '')
  const last = bracket.exec(text)?.[1]?.trim()
  const countries = found.length > 0 ? found : askCountries(line, last, inquiry)
  inquiry.show(line ? [line] : [], { path: 'award.displayTitle', label: say('Title'), value: text })
  inquiry.show(line ? [line] : [], {
    path: 'award.countries',
    label: say('Countries'),
    value: countries.join(', '),
    confidence:
      countries.length === 1 && found.length === 1
        ? 'sure'
        : countries.length > 1 || last === undefined
          ? 'check'
          : 'odd',
  })
  return { text, names, countries }
}

function dropCountry(text: string): { name: string; codes: string[] } {
  const found = bracket.exec(text)
  const countries = found?.[1] ? findCountries(found[1].trim()) : undefined
  return countries
    ? { name: text.slice(0, found?.index).trim(), codes: countries.codes }
    : { name: text.trim(), codes: [] }
}

function askCountries(line: PageLine | undefined, label: string | undefined, inquiry: Inquiry): string[] {
  const text = label
    ? say(
        '“{label}” in the title is not a country that the desk knows. Which countries belong to this award? (ISO codes, or none)',
        { label },
      )
    : say('The title names no country. Which countries belong to this award? (ISO codes, or none)')
  const known = label?.split(/\s*[/,&]\s*/).flatMap((part) => findCountries(part)?.codes ?? []) ?? []
  const answer = inquiry.ask({
    id: 'award.countries',
    text,
    kind: 'countries',
    required: label !== undefined,
    proposal: known,
    ...about(line ? [line] : []),
  })
  return Array.isArray(answer) ? answer : []
}

const afterComma = /^(?:jr|sr|junior|senior|ii|iii|iv|phd|md)\.?$/i

function splitWords(name: string): string[] {
  if (!word.test(name)) return [name]
  const parts: string[] = []
  for (const part of name.slice(0, 1000).split(joiner)) {
    const previous = parts.at(-1)
    if (previous !== undefined && afterComma.test(part)) parts[parts.length - 1] = `${previous}, ${part}`
    else parts.push(part.trim())
  }
  return parts.filter((part) => part !== '')
}

type Part = { line: PageLine | undefined; index: number; factNames: readonly string[]; inquiry: Inquiry }

const countMatched = (names: readonly string[], factNames: readonly string[]): number =>
  pairNames(names, factNames).filter((pair) => pair !== undefined).length

function splitPart(name: string, part: Part): string[] {
  const { factNames } = part
  const listed = name.slice(0, 1000).split(/,\s+/)
  if (listed.length > 1 && countMatched(listed, factNames) === listed.length) return listed
  const split = splitWords(name)
  const matched = countMatched(split, factNames)
  if (split.length < 2 || matched === split.length) return split
  if (matched <= 1 && isOneName(name, factNames)) return [name]
  const answer = askSplit({ name, split, matched }, part)
  return answer === 'several' || (answer === undefined && matched > 0) ? split : [name]
}

type Split = { name: string; split: string[]; matched: number }

function askSplit({ name, split, matched }: Split, { line, index, inquiry }: Part) {
  return inquiry.ask({
    id: `laureates.split.${index}`,
    text: say('Is “{name}” one laureate or {number}?', { name, number: split.length }),
    kind: 'choice',
    required: true,
    options: [
      { value: 'one', label: say('One: “{name}”', { name }) },
      {
        value: 'several',
        label: say('{number}: {names}', { number: split.length, names: quotedList(split) }),
      },
    ],
    proposal: matched > 0 || split.every(looksLikeLaureate) ? 'several' : 'one',
    ...about(line ? [line] : []),
  })
}

const quotedList = (names: readonly string[]) =>
  joined(
    names.map((text) => say('“{text}”', { text })),
    ', ',
  )

// A name over the facts that is as long is this name, "and" included.
function isOneName(name: string, factNames: readonly string[]): boolean {
  const [at] = pairNames([name], factNames)
  const other = at === undefined ? '' : (factNames[at] ?? '')
  return other.split(' ').length >= name.split(' ').length
}

const people = /^(?:the people of|folket i|das volk von|le peuple d|el pueblo d)/i
const looksLikeLaureate = (name: string): boolean =>
  people.test(name) || /^\p{Lu}\S+(?:\s(?:\p{Lu}|d[aeiou]|v[ao]n|al|bin|von)\S*){1,3}$/u.test(name)

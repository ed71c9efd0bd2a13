import type { Resource, ResourceName, Text } from '@/contract'
import { isLocale, type LocaleCode } from '@/lib/locales'

// What each public document is found by, taken from the public bodies: nothing else can be found.

/** A text and the language that it is in. */
export type Said = { text: string; locale: LocaleCode; isFallback: boolean }

export type Searched = {
  title: Said | null
  /** Short texts that say most about the document. */
  lead: Said[]
  /** The rest; snippets are cut from both. */
  long: Said[]
  /** Found, but never shown as a snippet. */
  about: Said[]
}

const said = (text: Text | null): Said[] =>
  text !== null && isLocale(text.locale) && text.text !== ''
    ? [{ text: text.text, locale: text.locale, isFallback: text.isFallback }]
    : []

const first = (texts: Said[]): Said | null => texts[0] ?? null

// Names of countries and the like are in the language of the answer.
const plain = (body: { locale: string }, texts: readonly (string | null | undefined)[]): Said[] =>
  texts.flatMap((text) => (text ? said({ text, locale: body.locale, isFallback: false }) : []))

type Reading = { [Name in ResourceName]: (body: Resource<Name>) => Searched }

/** The texts of every kind of public document. */
const reading: Reading = {
  laureates: (body) => ({
    title: first(said(body.name)),
    lead: [...said(body.education), ...said(body.basedIn)],
    long: [],
    about: [
      ...body.citations.flatMap(({ prize }) => said(prize.name)),
      ...[body.birth, body.death].flatMap((event) => [
        ...said(event?.place ?? null),
        ...said(event?.countryThen ?? null),
        ...plain(body, [event?.countryNow?.name]),
      ]),
      ...said(body.headquarters?.city ?? null),
      ...plain(body, [body.headquarters?.country?.name]),
    ],
  }),
  citations: (body) => ({
    title: first(said(body.title)),
    lead: said(body.motivation),
    long: [],
    about: [
      ...said(body.prize.name),
      ...plain(body, [...body.countries.map(({ name }) => name), ...body.themes]),
    ],
  }),
  editions: (body) => ({
    title: first(said(body.prize.name).map((name) => ({ ...name, text: `${name.text} ${body.year}` }))),
    lead: said(body.note),
    long: [],
    about: said(body.ceremony?.place ?? null),
  }),
  biographies: (body) => ({
    title: first(said(body.citation.title)),
    lead: said(body.short),
    long: said(body.long),
    about: said(body.citation.prize.name),
  }),
  'press-releases': (body) => ({
    title: first(said(body.title)),
    lead: said(body.summary),
    long: said(body.body),
    about: [...said(body.prize.name), ...body.citations.flatMap(({ title }) => said(title))],
  }),
  media: (body) => ({
    title: first(said(body.alt)),
    lead: said(body.caption),
    long: [],
    about: plain(body, [body.credit, body.creator]),
  }),
  'press-contacts': (body) => ({
    title: first(plain(body, [body.name])),
    lead: said(body.label),
    long: [],
    about: [],
  }),
}

/** What the body of one reader is found by. */
export const searchedIn = <Name extends ResourceName>(resource: Name, body: Resource<Name>): Searched =>
  reading[resource](body)

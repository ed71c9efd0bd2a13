import type { Resource, ResourceName } from '@/contract'
import type { Sentence } from '@/lib/sentence'
import { say } from './say'
import type { Writing } from './page-writing'

// What of each kind of document people read on its page, in which order.

/** HTML. `lines`: label and value; empty values are left out. */
export type Parts = { title: string; lead: string[]; lines: [Sentence, string][] }

const joined = (parts: readonly string[], separator = ', '): string => parts.filter(Boolean).join(separator)

type LifeEvent = Resource<'laureates'>['birth']
const lifeEvent = ({ text, plain, date }: Writing, event: LifeEvent): string =>
  event === null
    ? ''
    : joined([
        date(event.date),
        text(event.place),
        text(event.countryThen),
        plain(isSaid(event) ? null : (event.countryNow?.name ?? null)),
      ])

/** “Ende, Indonesia” has the country in it. */
const isSaid = ({ place, countryThen, countryNow }: NonNullable<LifeEvent>): boolean =>
  [place, countryThen].some((one) => countryNow !== null && (one?.text ?? '').includes(countryNow.name))

type Award = Pick<Resource<'citations'>, 'prize' | 'year' | 'title'>
const award = ({ text, plain }: Writing, { prize, year, title }: Award): string =>
  joined([joined([text(prize.name), plain(year)], ' '), text(title)], ': ')

const laureate = (
  { text, plain }: Writing,
  { name, slug }: Resource<'citations'>['laureates'][number],
): string => (name === null ? plain(slug) : text(name))

const paragraph = (html: string, name = 'lead'): string[] =>
  html === '' ? [] : [`<p class="${name}">${html}</p>`]
const quoted = (html: string): string[] => (html === '' ? [] : [`<blockquote>${html}</blockquote>`])

const writers: { [Of in ResourceName]: (value: Resource<Of>, writing: Writing) => Parts } = {
  laureates: (value, writing) => {
    const { text, plain, list } = writing
    const { headquarters } = value
    return {
      title: text(value.name),
      lead: [],
      lines: [
        [say('Full name'), text(value.fullName)],
        [say('Name in the own script'), plain(value.nativeName?.value ?? null)],
        [say('Born'), lifeEvent(writing, value.birth)],
        [say('Died'), lifeEvent(writing, value.death)],
        [say('Education'), text(value.education)],
        [say('Founded'), writing.date(value.founded)],
        [
          say('Based in'),
          joined([
            text(value.basedIn),
            text(headquarters?.city ?? null),
            plain(headquarters?.country?.name ?? null),
          ]),
        ],
        [say('Award entries'), list(value.citations.map((one) => award(writing, one)))],
      ],
    }
  },
  citations: (value, writing) => {
    const { text, plain, list } = writing
    const { portion } = value
    return {
      title: text(value.title),
      lead: [
        ...paragraph(joined([text(value.prize.name), plain(value.year)], ' ')),
        ...quoted(text(value.motivation)),
      ],
      lines: [
        [say('Laureates'), list(value.laureates.map((one) => laureate(writing, one)))],
        [say('Share'), portion === null ? '' : plain(`${portion.num}/${portion.den}`)],
        [say('Countries'), joined(value.countries.map(({ name }) => plain(name)))],
      ],
    }
  },
  editions: (value, writing) => {
    const { text, plain, list } = writing
    const { ceremony, amount } = value
    const entries = value.citations.map((one) => text(one.title) + quoted(text(one.motivation)).join(''))
    return {
      title: joined([text(value.prize.name), plain(value.year)], ' '),
      lead: paragraph(text(value.note)),
      lines: [
        [say('Award entries'), list(entries)],
        [
          say('Ceremony'),
          ceremony === null ? '' : joined([writing.date(ceremony.date), text(ceremony.place)]),
        ],
        [say('Amount'), amount === null ? '' : plain(`${amount.value} ${amount.currency}`)],
      ],
    }
  },
  biographies: (value, writing) => ({
    title: writing.text(value.citation.title),
    lead: [
      ...paragraph(award(writing, { ...value.citation, title: null })),
      ...[value.short, value.long].map((one) => writing.rich(one)).filter(Boolean),
    ],
    lines: [
      [say('As of'), writing.date(value.asOf)],
      [say('Sources'), writing.plain(value.sources)],
    ],
  }),
  'press-releases': (value, writing) => {
    const { text, rich, plain, list } = writing
    const contacts = value.contacts.map(({ name, label, phone, email }) =>
      joined([plain(name), text(label), writing.phone(phone?.written ?? null), plain(email)]),
    )
    return {
      title: text(value.title),
      lead: [
        ...paragraph(text(value.summary)),
        ...paragraph(text(value.dateline), 'dateline'),
        rich(value.body),
      ],
      lines: [
        [say('Award entries'), list(value.citations.map((one) => award(writing, one)))],
        [say('Corrects'), text(value.corrects?.title ?? null)],
        [say('Press contacts'), list(contacts)],
      ],
    }
  },
  'press-contacts': (value, { text, plain, phone, languages }) => ({
    title: plain(value.name),
    lead: paragraph(text(value.label)),
    lines: [
      [say('Telephone'), phone(value.phone?.written ?? null)],
      [say('E-mail'), plain(value.email)],
      [say('Languages'), languages(value.languages)],
    ],
  }),
  media: (value, { text, plain }) => ({
    title: text(value.caption) || text(value.alt),
    lead: [],
    lines: [
      [say('What it shows'), text(value.alt)],
      [say('Caption'), text(value.caption)],
      [say('Credit'), plain(value.credit)],
      [say('Terms'), text(value.usageTerms)],
    ],
  }),
}

export function partsOf(resource: ResourceName, value: Resource, writing: Writing): Parts {
  // The table has the writer of each kind; TypeScript cannot follow the kind through it.
  const write = writers[resource] as (value: Resource, writing: Writing) => Parts
  const { lines, ...parts } = write(value, writing)
  return { ...parts, lines: lines.filter(([, html]) => html !== '') }
}

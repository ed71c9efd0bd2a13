import { countryName, toSlug } from '@/formats'
import { refuse } from '@/lib/errors'
import { heading, paragraph, richText } from '@/rich-text'
import { completeDraft, createDraft, findDrafts, type Row, type Writer } from './draft-writer'
import type { CompleteProposal, Section } from './page-proposal'

type Award = {
  page: CompleteProposal
  prize: string
  laureates: readonly string[]
  contacts: readonly string[]
}

/** Year and award entry, found or made. Throws `slug_taken` where another award of the year has the address. */
export async function saveAward(
  writer: Writer,
  award: Award,
): Promise<{ edition: string; citation: string }> {
  const { page, laureates } = award
  const edition = await saveEdition(writer, award)
  const where = { and: [{ edition: { equals: edition.id } }, { slug: { equals: page.award.slug } }] }
  const [row] = await findDrafts(writer, 'citations', where)
  const { slug, ...data } = citationData(award, edition)
  if (!row)
    return { edition: edition.id, citation: await createDraft(writer, 'citations', { slug, ...data }) }
  if (!isSameList(row['laureates'], laureates)) throw refuse('slug_taken', { slug })
  return {
    edition: edition.id,
    citation: await completeDraft(writer, { collection: 'citations', row, data }),
  }
}

const isSameList = (stored: unknown, wanted: readonly string[]): boolean =>
  Array.isArray(stored) &&
  stored.length === wanted.length &&
  stored.every((id, index) => id === wanted[index])

type Edition = { id: string; contacts: readonly unknown[] }

// The contacts of a new year are its contacts; those of a year that has other ones belong to the award only.
async function saveEdition(writer: Writer, { page, prize, contacts }: Award): Promise<Edition> {
  const { year } = page.award
  const [row] = await findDrafts(writer, 'editions', {
    and: [{ prize: { equals: prize } }, { year: { equals: year } }],
  })
  if (!row)
    return {
      id: await createDraft(writer, 'editions', {
        prize,
        year,
        status: 'planned',
        defaultContacts: contacts,
      }),
      contacts,
    }
  const defaults = row['defaultContacts']
  return {
    id: await completeDraft(writer, { collection: 'editions', row, data: {} }),
    contacts: Array.isArray(defaults) ? defaults : [],
  }
}

function citationData({ page, laureates, contacts }: Award, edition: Edition) {
  const { displayTitle, countries, motivation, slug } = page.award
  const hasOwnContacts = contacts.some((id) => !edition.contacts.includes(id))
  return {
    edition: edition.id,
    laureates,
    slug,
    countries,
    motivation,
    displayTitle: displayTitle === derivedTitle(page) ? undefined : displayTitle,
    contactsOverride: hasOwnContacts ? contacts : undefined,
  }
}

/** The title that the desk derives by itself: names joined by " / ", then the countries in brackets. */
function derivedTitle({ laureates, award, locale }: CompleteProposal): string {
  const names = laureates.map((laureate) => laureate.knownName).join(' / ')
  const countries = award.countries.map((code) => countryName(code, locale)).join('/')
  return countries ? `${names} (${countries})` : names
}

/** The biography of the award entry: short and long text as rich text. */
export async function saveBiography(
  writer: Writer,
  { award }: CompleteProposal,
  citation: string,
): Promise<void> {
  const data = {
    citation,
    short: award.short.length > 0 ? richText(award.short.map((text) => paragraph(text))) : undefined,
    long: award.long.length > 0 ? richText(award.long.flatMap(toNodes)) : undefined,
  }
  const [row] = await findDrafts(writer, 'biographies', { citation: { equals: citation } })
  if (row) await completeDraft(writer, { collection: 'biographies', row, data })
  else if (data.short ?? data.long) await createDraft(writer, 'biographies', data)
}

const toNodes = (section: Section) => [
  ...(section.heading === '' ? [] : [heading(section.heading)]),
  ...section.paragraphs.map((text) => paragraph(text)),
]

type Releases = { page: CompleteProposal; edition: string; citation: string }

/** The titles under "Press releases", as drafts without a text. */
export async function savePressReleases(
  writer: Writer,
  { page, edition, citation }: Releases,
): Promise<void> {
  for (const { title } of page.award.pressReleases) {
    const rows: Row[] = await findDrafts(writer, 'press-releases', { edition: { equals: edition } })
    const row = rows.find((each) => each['title'] === title)
    const slug = toSlug(`${title.slice(0, 100)} ${page.award.year}`)
    if (row) await completeDraft(writer, { collection: 'press-releases', row, data: {} })
    else
      await createDraft(writer, 'press-releases', {
        title,
        slug,
        edition,
        citations: [citation],
        type: 'announcement',
      })
  }
}

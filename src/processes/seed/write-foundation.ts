import { entries } from './entries'
import { contacts, editions, prize, type EditionFacts } from './foundation'
import { bodyOf, pressRelease } from './press-release'
import { writeDraft, type Writer } from './write-draft'
import { inEach, writeEntry, type Written } from './write-entry'

/** Saves the whole invented foundation as drafts. Returns every document, in the order in which they need each other. */
export async function writeFoundation(writer: Writer): Promise<Written[]> {
  const { english, words, ...facts } = prize
  const prizeId = await writeDraft(writer, { collection: 'prizes', english: { ...facts, ...english }, words })
  const contactIds = await writeContacts(writer)
  const written: Written[] = [
    { collection: 'prizes', id: prizeId },
    ...contactIds.map((id) => ({ collection: 'press-contacts', id })),
  ]
  for (const edition of editions) {
    const id = await writeEdition(writer, edition, { prizeId, contactIds })
    written.push({ collection: 'editions', id, year: edition.year })
    for (const entry of entries.filter(({ year }) => year === edition.year))
      written.push(...(await writeEntry(writer, entry, id)))
    if (edition.year === pressRelease.year) written.push(await writeRelease(writer, { id, prizeId, written }))
  }
  return written
}

type Year = { id: string; prizeId: string; written: readonly Written[] }

async function writeRelease(writer: Writer, { id: edition, prizeId, written }: Year): Promise<Written> {
  const { year, slug, english, words } = pressRelease
  const texts = ({ title, summary, dateline, ...body }: typeof english) => ({
    title,
    summary,
    dateline,
    body: bodyOf(body, prizeId),
  })
  const citations = written.filter((one) => one.collection === 'citations' && one.year === year)
  const id = await writeDraft(writer, {
    collection: 'press-releases',
    english: {
      edition,
      slug,
      type: 'announcement',
      citations: citations.map((one) => one.id),
      ...texts(english),
    },
    words: inEach((locale) => texts(words[locale])),
  })
  return { collection: 'press-releases', id, year }
}

async function writeContacts(writer: Writer): Promise<string[]> {
  const ids: string[] = []
  for (const [index, { words, ...contact }] of contacts.entries()) {
    const english = { ...contact, order: index + 1 }
    ids.push(await writeDraft(writer, { collection: 'press-contacts', english, words }))
  }
  return ids
}

type Around = { prizeId: string; contactIds: string[] }

function writeEdition(
  writer: Writer,
  edition: EditionFacts,
  { prizeId, contactIds }: Around,
): Promise<string> {
  const { year, status, announceAt, ceremonyDate, amount, english, words } = edition
  return writeDraft(writer, {
    collection: 'editions',
    english: {
      prize: prizeId,
      year,
      status,
      announceAt,
      announceZone: prize.timeZone,
      defaultContacts: contactIds,
      ...english,
      ...(ceremonyDate ? { ceremony: { date: ceremonyDate, ...english.ceremony } } : {}),
      ...(amount ? { amount: { value: amount, currency: 'SEK' }, amountDisclosed: true } : {}),
    },
    words: inEach((locale) => words[locale]),
  })
}

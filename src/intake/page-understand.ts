import { toSlug } from '@/formats'
import { defined } from './fold-text'
import type { Inquiry } from './inquiry'
import { askBasics } from './page-basics'
import { readContacts } from './page-contacts'
import { readFactBlocks, type Facts, type FactStray } from './page-facts'
import { readHead, readShort, type Head } from './page-head'
import { readLanguage } from './page-language'
import { readLaureates } from './page-laureates'
import { layOut, type Layout, type Region } from './page-layout'
import { readLong } from './page-long'
import type { SectionKey } from './page-labels'
import { readPressReleases } from './page-press'
import type { Proposal } from './page-proposal'
import { joinRepeated } from './page-repeats'
import { placeStray, type Stray } from './page-strays'
import { readTitle, titleCandidates, type Title } from './page-title'
import type { PageLine, PageSource } from './page-types'
import { say } from './say'

const byNumber = (lines: readonly PageLine[]): PageLine[] => lines.toSorted((a, b) => a.number - b.number)

/** Lines → proposal. Every line ends in a row: as a value, as a label, or as something to look at. */
export function understand(page: PageSource, inquiry: Inquiry): Proposal {
  const locale = readLanguage(page.lines, inquiry)
  const layout = layOut(page.lines)
  const regions = joinRepeated(layout.regions, inquiry)
  showLabels(layout, inquiry)
  const head = readHead(layout.head, regions, inquiry)
  const { title, facts } = readTitleAndFacts(head, { layout, regions }, inquiry)
  const contacts = readAllContacts(regions, layout, inquiry)
  const press = readPressReleases(linesUnder(regions, 'press'), inquiry)
  const unlabelled = layout.unplaced.map((lines): Stray => ({ lines, where: say('under no label') }))
  const strays = [head, { strays: unlabelled }, facts, contacts, press].flatMap(
    (part): FactStray[] => part.strays,
  )
  const placed = placeAll(strays, inquiry)
  const given = { names: title.names, countries: title.countries, blocks: facts.blocks, title: head.title }
  const laureates = readLaureates({ ...given, known: page.known, locale }, inquiry)
  const short = readShort(byNumber([...head.short, ...placed.short]), inquiry)
  const long = readLong(byNumber([...linesUnder(regions, 'long'), ...placed.long]), inquiry)
  const slug = toSlug(title.names.join(' '))
  const basics = askBasics({ known: page.known, year: head.year, slug }, inquiry)
  const { text: displayTitle, countries } = title
  const said = { displayTitle, countries, motivation: head.motivation, short, long }
  const award = defined({ ...said, pressReleases: press.releases, ...basics })
  return { locale, award, laureates, contacts: contacts.contacts }
}

type Parts = { layout: Layout; regions: readonly Region[] }

// Names over facts tell how the title divides; what the title may hold tells which lines are names.
function readTitleAndFacts(
  head: Head,
  { layout, regions }: Parts,
  inquiry: Inquiry,
): { title: Title; facts: Facts } {
  const text = head.title?.text ?? askTitle(inquiry)
  const lines = byNumber([...linesUnder(regions, 'facts'), ...layout.loose.facts])
  const facts = readFactBlocks(lines, titleCandidates(text))
  const factNames = facts.blocks.flatMap((block) => block.name?.text ?? [])
  return { title: titleOf(head.title, text, { factNames, inquiry }), facts }
}

const linesUnder = (regions: readonly Region[], key: SectionKey): PageLine[] =>
  regions.filter((region) => region.key === key).flatMap((region) => region.lines)

function showLabels(layout: Layout, inquiry: Inquiry): void {
  for (const label of layout.labels) {
    inquiry.show([label], {
      path: 'label',
      label: say('Label of the page'),
      value: label.text,
      note: say('Not content.'),
    })
  }
}

function askTitle(inquiry: Inquiry): string {
  const answer = inquiry.ask({
    id: 'award.displayTitle',
    text: say(
      'The page shows no title. What is it, with the country in brackets? For example: Ada Lind / Free Rivers (Norway)',
    ),
    kind: 'text',
    required: true,
  })
  return typeof answer === 'string' ? answer : ''
}

function titleOf(
  line: PageLine | undefined,
  text: string,
  context: { factNames: string[]; inquiry: Inquiry },
): Title {
  if (text === '') return { text, names: [], countries: [] }
  return readTitle(line, text, context)
}

function readAllContacts(regions: readonly Region[], layout: Layout, inquiry: Inquiry) {
  const inPlace = readContacts(linesUnder(regions, 'contacts'), inquiry, { isLoose: false, from: 0 })
  const loose = readContacts(byNumber(layout.loose.contacts), inquiry, {
    isLoose: true,
    from: inPlace.contacts.length,
  })
  const strays = [...inPlace.strays, ...loose.strays].map((line): Stray => ({
    lines: [line],
    where: say('among the contacts'),
    proposal: 'leave-out',
  }))
  return { contacts: [...inPlace.contacts, ...loose.contacts], strays }
}

function placeAll(strays: readonly FactStray[], inquiry: Inquiry): { short: PageLine[]; long: PageLine[] } {
  const placed = { short: [] as PageLine[], long: [] as PageLine[] }
  for (const stray of strays) {
    const place = placeStray(stray, inquiry)
    if (place === 'short' || place === 'long') placed[place].push(...stray.lines)
    if (place === 'previous' && stray.fact) {
      stray.fact.value = [stray.fact.value, ...stray.lines.map((line) => line.text)].join('\n')
      stray.fact.lines.push(...stray.lines)
    }
  }
  return placed
}

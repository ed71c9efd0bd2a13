import { refusePage } from './page-decode'
import { findContactRuns, findPhone } from './page-contact-lines'
import { findCountries } from './page-countries'
import { findFact, findSection, sectionNames } from './page-labels'
import { startsWithEllipsis } from './page-layout'
import type { PageLine, PageRefused } from './page-types'

// Is this a laureate page at all? Two signs are needed, one of them about a laureate.

type Sign = { what: string; isAboutLaureate: boolean; found: boolean }

function signs(lines: readonly PageLine[]): Sign[] {
  const sections = new Set(lines.map((line) => findSection(line.text)?.key))
  const dotted = lines.findIndex(startsWithEllipsis)
  const title = (dotted > 0 ? lines[dotted - 1] : lines[0])?.text.slice(0, 300) ?? ''
  const bracket = /[(（]([^()（）]+)[)）]\s*$/.exec(title)?.[1]
  const facts = lines.filter((line) => line.text.length <= 400 && findFact(line.text)?.hasColon).length
  const hasContacts =
    findContactRuns(lines).size > 0 ||
    (sections.has('contacts') && lines.some((line) => findPhone(line.text) !== undefined))
  return [
    {
      what: 'a title that ends with a country in brackets',
      isAboutLaureate: true,
      found: bracket !== undefined && findCountries(bracket.trim()) !== undefined,
    },
    { what: 'a motivation that begins with “…”', isAboutLaureate: true, found: dotted > 0 },
    { what: `“${sectionNames.facts}”`, isAboutLaureate: true, found: sections.has('facts') },
    { what: `“${sectionNames.long}”`, isAboutLaureate: true, found: sections.has('long') },
    { what: 'facts such as “Date of Birth:” or “Established:”', isAboutLaureate: true, found: facts > 0 },
    { what: `“${sectionNames.press}”`, isAboutLaureate: false, found: sections.has('press') },
    { what: `“${sectionNames.contacts}” with phone numbers`, isAboutLaureate: false, found: hasContacts },
  ]
}

const listed = (some: readonly Sign[]): string => some.map((sign) => sign.what).join('; ')

/** A refusal that lists what was looked for and what was found; undefined when the lines are a laureate page. */
export function refuseForeign(lines: readonly PageLine[]): PageRefused | undefined {
  const all = signs(lines)
  const found = all.filter((sign) => sign.found)
  if (found.length >= 2 && found.some((sign) => sign.isAboutLaureate)) return undefined
  return refusePage(
    'not_a_laureate_page',
    `This does not look like a laureate page. Looked for (in English, Swedish, German, French or Spanish): ${listed(all)}. ` +
      `Found: ${found.length > 0 ? listed(found) : 'none of these'}.`,
  )
}

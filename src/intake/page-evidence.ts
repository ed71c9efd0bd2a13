import { refusePage } from './page-decode'
import { findContactRuns, findPhone } from './page-contact-lines'
import { findCountries } from './page-countries'
import { findFact, findSection, sectionNames } from './page-labels'
import { startsWithEllipsis } from './page-layout'
import { joined, type Sentence } from '@/lib/sentence'
import type { PageLine, Refused } from './page-types'
import { say } from './say'

// Is this a laureate page at all? Two signs are needed, one of them about a laureate.

type Sign = { what: Sentence; isAboutLaureate: boolean; found: boolean }

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
      what: say('a title that ends with a country in brackets'),
      isAboutLaureate: true,
      found: bracket !== undefined && findCountries(bracket.trim()) !== undefined,
    },
    { what: say('a motivation that begins with “…”'), isAboutLaureate: true, found: dotted > 0 },
    { what: quoted('facts'), isAboutLaureate: true, found: sections.has('facts') },
    { what: quoted('long'), isAboutLaureate: true, found: sections.has('long') },
    {
      what: say('facts such as “Date of Birth:” or “Established:”'),
      isAboutLaureate: true,
      found: facts > 0,
    },
    { what: quoted('press'), isAboutLaureate: false, found: sections.has('press') },
    {
      what: say('“{name}” with phone numbers', { name: say(sectionNames.contacts) }),
      isAboutLaureate: false,
      found: hasContacts,
    },
  ]
}

const quoted = (key: 'facts' | 'long' | 'press') => say('“{text}”', { text: say(sectionNames[key]) })

const listed = (some: readonly Sign[]): Sentence =>
  joined(
    some.map((sign) => sign.what),
    '; ',
  )

/** A refusal that lists what was looked for and what was found; undefined when the lines are a laureate page. */
export function refuseForeign(lines: readonly PageLine[]): Refused | undefined {
  const all = signs(lines)
  const found = all.filter((sign) => sign.found)
  if (found.length >= 2 && found.some((sign) => sign.isAboutLaureate)) return undefined
  return refusePage(
    'not_a_laureate_page',
    say(
      'This does not look like a laureate page. Looked for (in English, Swedish, German, French or Spanish): {wanted}. Found: {found}.',
      { wanted: listed(all), found: found.length > 0 ? listed(found) : say('none of these') },
    ),
  )
}

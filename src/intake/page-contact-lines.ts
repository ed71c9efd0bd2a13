import { languageName } from '@/formats'
import { fold } from './fold-text'
import { labelLanguages } from './page-labels'
import type { PageLine } from './page-types'

// What the lines of a list of press contacts are: a phone, an e-mail, a label ("Spanish Media"), or else a name.

export type ContactLabel = {
  desk: 'media' | 'multimedia' | 'office'
  languages: string[]
  international: boolean
  /** Words that were not understood. */
  unknown: string[]
}

const phoneWords =
  'phone|phone number|telephone|tel|mobile|mobile phone|cell|cell phone|telefon|telefonnummer|tfn|mobil|mobiltelefon|mobilnummer|handy|rufnummer|fon|' +
  'portable|telephone portable|telefono|telefono movil|movil|celular'
const phoneLabel = new RegExp(`^(?:${phoneWords})\\.?\\s*:?\\s*(?=[+(\\d])`)

/** The phone number on `line` as written, without its label; undefined when the line holds none. */
export function findPhone(line: string): string | undefined {
  if (line.length > 120) return undefined
  if (!phoneLabel.test(fold(line)) && !isBarePhone(line)) return undefined
  const written = line.slice(line.search(/[+(\d]/)).trim()
  return digits(written) >= 4 ? written : undefined
}

const digits = (text: string): number => text.match(/\d/g)?.length ?? 0

// A line that is nothing but a number of seven digits or more; a date is none.
const isBarePhone = (line: string): boolean =>
  /^[+(]?\d[\d\s().\-/]{5,}$/.test(line) && digits(line) >= 7 && !/^\d{4}([-–/.]\d{1,4}){0,2}$/.test(line)

const bareLabel = new RegExp(
  `^(?:${phoneWords}|e-?mail|epost|e-post|courriel|correo|correo electronico)\\.?\\s*:?$`,
)

/** A label on a line of its own ("Phone", as in tables and lists of terms), whose value stands on the next line. */
export const isBareContactLabel = (line: string): boolean => line.length <= 30 && bareLabel.test(fold(line))

/** The e-mail address on `line`, or of its mailto link. */
export function findEmail(line: PageLine): string | undefined {
  if (line.href?.toLowerCase().startsWith('mailto:')) return line.href.slice(7).split('?')[0]?.trim()
  if (line.text.length > 254) return undefined
  return /[^\s@<>:,;]+@[^\s@<>:,;]+\.[a-z]{2,}/i.exec(line.text)?.[0]
}

const desks: [ContactLabel['desk'], RegExp][] = [
  [
    'multimedia',
    /^(?:multimedia|copyright|photo|photos|foto|fotos|bilder?|images?|imagenes|video|upphovsratt|urheberrechte?|droits|derechos)$/,
  ],
  [
    'media',
    /^(?:media|medias|medios|medien|medier|press|presse|prensa|journalists?|journalister|journalisten|journalistes|periodistas)$/,
  ],
  [
    'media',
    /^(?:(?:press|presse|medie|media|medien)(?:kontakte?|kontakter|contacts?|sprecher|talesperson))$/,
  ],
  [
    'office',
    /^(?:office|kansli|kontor|buro|buero|bureau|oficina|secretariat|sekretariat|general|enquiries|inquiries)$/,
  ],
]
const connecting = new Set(
  'and of och und et y e for for fur pour para the de des en la le les los las el der die das contact contacts kontakt speaking language languages'.split(
    ' ',
  ),
)
const international = /^interna[tc]/

/** What the label of a contact says; undefined when it is none (a name). */
export function readContactLabel(label: string): ContactLabel | undefined {
  if (label.length > 160) return undefined
  const tokens = fold(label)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((token) => token !== '' && !connecting.has(token))
  const kinds = tokens.map((token) => desks.find(([, pattern]) => pattern.test(token))?.[0])
  const languages = [...new Set(tokens.map(findLanguage).filter((tag) => tag !== undefined))]
  const isInternational = tokens.some((token) => international.test(token))
  const unknown = tokens.filter(
    (token, index) => !kinds[index] && !findLanguage(token) && !international.test(token),
  )
  const isLabel = kinds.some(Boolean)
    ? tokens.length >= 2 * unknown.length
    : tokens.length > 0 && unknown.length === 0
  if (!isLabel) return undefined
  const desk = kinds.includes('multimedia')
    ? 'multimedia'
    : kinds.includes('office') && !kinds.includes('media')
      ? 'office'
      : 'media'
  return { desk, languages, international: isInternational, unknown }
}

const tags =
  'en sv de fr es it pt nl da nb fi is pl cs sk hu ro bg el ru uk be tr ar fa he ur hi bn ta zh ja ko vi th id sw am et lv lt sr hr bs sl sq mk ka hy az kk ku'.split(
    ' ',
  )
const languageNames = new Map<string, string>([
  ...Object.entries({
    anglophone: 'en',
    francophone: 'fr',
    hispanophone: 'es',
    germanophone: 'de',
    lusophone: 'pt',
    arabophone: 'ar',
  }),
  ...Object.entries({
    anglais: 'en',
    anglaise: 'en',
    inglesa: 'en',
    francesa: 'fr',
    allemande: 'de',
    alemana: 'de',
    suedoise: 'sv',
    sueca: 'sv',
    castellano: 'es',
  }),
  ...labelLanguages.flatMap((language) =>
    tags.map((tag): [string, string] => [fold(languageName(tag, language) ?? tag), tag]),
  ),
])
const endings = /(?:sprachige[nrs]?|sprachig|sprakiga|sprakigt?|talande)$/

function findLanguage(token: string): string | undefined {
  const stem = token.replace(endings, '')
  const forms = [
    token,
    stem,
    `${stem}isch`,
    `${stem}a`,
    token.replace(/s$/, ''),
    token.replace(/e[ns]?$/, ''),
    `${token}ska`,
    token.replace(/k$/, 'ka'),
    token.replace(/e?s$/, 'o'),
  ]
  return forms.map((form) => (form.length > 2 ? languageNames.get(form) : undefined)).find(Boolean)
}

/** Lines of contacts that stand outside their section: a phone, and the label and name right before it. */
export function findContactRuns(lines: readonly PageLine[]): Set<PageLine> {
  const found = new Set<PageLine>()
  for (const [index, line] of lines.entries()) {
    if (findPhone(line.text) === undefined) continue
    const before = lines
      .slice(Math.max(0, index - 2), index)
      .filter((each) => each.text.length <= 100 && !/[.!?]$/.test(each.text))
    if (before.length !== 2 || !before.some((each) => readContactLabel(each.text))) continue
    for (const each of [...before, line]) found.add(each)
    const next = lines[index + 1]
    if (next && findEmail(next)) found.add(next)
  }
  return found
}

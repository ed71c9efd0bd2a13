import countries from 'i18n-iso-countries'
import { countryCodes, countryName } from '@/formats'
import { fold } from './fold-text'
import { labelLanguages } from './page-labels'

// Country names as pages print them → ISO 3166-1 alpha-2 of today.

/** `codes` of a label that names countries only; `isPast` where a name of the past stands for a country of today. */
export type FoundCountries = { codes: string[]; isPast: boolean }

const otherNames = {
  AE: 'uae',
  BN: 'brunei',
  BO: 'bolivia',
  BY: 'belarus|vitryssland|weissrussland',
  CD: 'dr congo|drc|democratic republic of the congo|democratic republic of congo',
  CG: 'republic of the congo',
  CI: "ivory coast|cote d'ivoire",
  CN: 'tibet',
  CV: 'cape verde',
  CZ: 'czechia|czech republic',
  EH: 'western sahara',
  GB: 'uk|u.k.|britain|great britain|england|scotland|wales|northern ireland|storbritannien|grossbritannien|grande-bretagne|gran bretana',
  HK: 'hong kong|hong kong sar|hongkong',
  IR: 'iran',
  KP: 'north korea',
  KR: 'south korea|korea',
  LA: 'laos',
  MD: 'moldova',
  MK: 'north macedonia',
  MO: 'macau|macao',
  NL: 'holland|the netherlands',
  PS: 'palestine|state of palestine|palestinian territories|occupied palestinian territories',
  RU: 'russia',
  SY: 'syria',
  SZ: 'eswatini',
  TL: 'east timor',
  TR: 'turkiye|turkey',
  TW: 'taiwan',
  TZ: 'tanzania',
  US: 'usa|u.s.a.|u.s.|america|us',
  VA: 'vatican|vatican city|holy see',
  VE: 'venezuela',
  VN: 'vietnam',
  XK: 'kosovo',
}

// Countries of the past that lie in one country of today.
const pastNames = {
  AM: 'armenian ssr',
  AZ: 'azerbaijan ssr',
  BD: 'east pakistan',
  BF: 'upper volta',
  BJ: 'dahomey',
  BW: 'bechuanaland',
  BY: 'byelorussia|belorussia|byelorussian ssr|byelorussian soviet socialist republic',
  BZ: 'british honduras',
  CD: 'zaire|belgian congo',
  DE: 'east germany|west germany|gdr|ddr',
  EE: 'estonian ssr',
  GE: 'georgian ssr',
  GH: 'gold coast',
  GY: 'british guiana',
  ID: 'dutch east indies',
  IR: 'persia',
  KH: 'kampuchea',
  KZ: 'kazakh ssr',
  LK: 'ceylon',
  LS: 'basutoland',
  LT: 'lithuanian ssr',
  LV: 'latvian ssr',
  MD: 'moldavian ssr',
  MK: 'macedonia',
  MM: 'burma',
  MW: 'nyasaland',
  RU: 'russian sfsr',
  SR: 'dutch guiana',
  SZ: 'swaziland',
  TH: 'siam',
  TW: 'formosa',
  TZ: 'tanganyika|zanzibar',
  UA: 'ukrainian ssr',
  UZ: 'uzbek ssr',
  ZM: 'northern rhodesia',
  ZW: 'rhodesia|southern rhodesia',
}

/** Countries of the past that lie in several of today: no one can guess which. */
const divided = new Set(
  (
    'soviet union|ussr|u.s.s.r.|sovjetunionen|sowjetunion|union sovietique|urss|union sovietica|yugoslavia|jugoslavien|jugoslawien|yougoslavie|' +
    'czechoslovakia|tjeckoslovakien|tschechoslowakei|tchecoslovaquie|checoslovaquia|austria-hungary|osterreich-ungarn|ottoman empire|british india|prussia|preussen|' +
    'russian empire|german empire|mandatory palestine|serbia and montenegro|french indochina|ruanda-urundi'
  ).split('|'),
)

/** True for a country of the past that lies in several countries of today. */
export const isDivided = (name: string): boolean => divided.has(fold(name))

const byCode = (names: Record<string, string>): [string, string][] =>
  Object.entries(names).flatMap(([code, list]) =>
    list.split('|').map((name): [string, string] => [name, code]),
  )
const past = new Map(byCode(pastNames))
const byName = buildIndex()

function buildIndex(): Map<string, string> {
  const names = new Map<string, string>()
  const all = [...byCode(otherNames), ...labelLanguages.flatMap(namesIn)]
  for (const [name, code] of all) if (!names.has(fold(name))) names.set(fold(name), code)
  return names
}

function namesIn(language: string): [string, string][] {
  const own = countryCodes().map((code): [string, string] => [countryName(code, language), code])
  const listed: Record<string, string | string[]> = countries.getNames(language, { select: 'all' })
  const others = Object.entries(listed).flatMap(([code, written]) =>
    [written].flat().map((name): [string, string] => [name, code]),
  )
  return [...own, ...others.filter(([name]) => name.length > 2)]
}

const articles = /^(?:the|la|le|les|el|los|las|die|der|das|den)\s+|^l'/u

/** The country of today that `name` names in any label language. */
export function findCountry(name: string): { code: string; isPast: boolean } | undefined {
  if (name.length > 80) return undefined
  const folded = fold(name).replace(/[.,;]+$/, '')
  for (const key of new Set([fold(name), folded, folded.replace(articles, '')])) {
    const code = byName.get(key)
    if (code) return { code, isPast: false }
    const formerly = past.get(key)
    if (formerly) return { code: formerly, isPast: true }
  }
  return undefined
}

const joiners = [/\s*\/\s*/, /\s*(?:[,;]|\s&\s|\s(?:and|och|und|et|y|og)\s)\s*/i]

/** The countries of a label such as "Norway", "Germany/USA" or "India and Nepal"; undefined unless every part is a country. */
export function findCountries(label: string): FoundCountries | undefined {
  const whole = findCountry(label)
  if (whole) return { codes: [whole.code], isPast: whole.isPast }
  for (const joiner of joiners) {
    const parts = label.slice(0, 300).split(joiner)
    if (parts.length < 2) continue
    const found = parts.map((part) => findCountries(part))
    if (found.every((each) => each !== undefined)) {
      return {
        codes: [...new Set(found.flatMap((each) => each.codes))],
        isPast: found.some((each) => each.isPast),
      }
    }
  }
  return undefined
}

/** The country at the end of a place: "Viljandi, Estonia" → EE. */
export function countryOfPlace(place: string): { code: string; isPast: boolean } | undefined {
  return findCountry(lastPart(place))
}

/** The last part of a place, without a bracket that explains it: "Minsk, Byelorussian SSR (now Belarus)". */
export function lastPart(place: string): string {
  const now =
    /\((?:now|today|present-day|nu|idag|heute|jetzt|aujourd'hui|actuel|actuelle|hoy|actual)\s+([^()]{2,60})\)\s*$/iu.exec(
      place.slice(-200),
    )
  if (now?.[1]) return now[1].split(',').at(-1)?.trim() ?? ''
  return (place.split(',').at(-1) ?? '').trim()
}

import { fold } from './fold-text'

// The labels that laureate pages print, by language. They are furniture: they say what follows and are
// never content. A foundation whose pages say it otherwise adds a word here.

export type SectionKey = 'motivation' | 'short' | 'facts' | 'long' | 'press' | 'contacts'
export type FactKey =
  | 'birthPlace'
  | 'birthDate'
  | 'deathPlace'
  | 'deathDate'
  | 'education'
  | 'founded'
  | 'dissolved'
  | 'basedIn'
export type LabelLanguage = 'en' | 'sv' | 'de' | 'fr' | 'es'
type Labels<Key extends string> = Record<Key, Record<LabelLanguage, string>>

export const labelLanguages: readonly LabelLanguage[] = ['en', 'sv', 'de', 'fr', 'es']

const sections: Labels<SectionKey> = {
  motivation: {
    en: 'motivation|citation|prize motivation|award citation',
    sv: 'motivering|prismotivering',
    de: 'begründung|jurybegründung',
    fr: 'motivation|citation',
    es: 'motivación|motivo',
  },
  short: {
    en: 'short bio|short biography|summary|in brief',
    sv: 'kort biografi|kort bio|sammanfattning',
    de: 'kurzbiografie|kurzbiographie|kurze biografie|kurze biographie|zusammenfassung',
    fr: 'biographie courte|courte biographie|bio courte|résumé',
    es: 'biografía breve|biografía corta|bio corta|resumen',
  },
  facts: {
    en: 'biographical information|biographical details|biographical data|biographical facts|biographical info|bio facts|facts',
    sv: 'biografisk information|biografiska uppgifter|biografiska fakta|biografiska data|fakta',
    de: 'biografische informationen|biographische informationen|biografische angaben|biographische angaben|biografische daten|biographische daten|lebensdaten|fakten',
    fr: 'informations biographiques|données biographiques|renseignements biographiques|repères biographiques',
    es: 'información biográfica|datos biográficos|informaciones biográficas',
  },
  long: {
    en: 'long bio|long biography|full bio|full biography|biography',
    sv: 'lång bio|lång biografi|längre biografi|fullständig biografi|utförlig biografi|biografi',
    de: 'lange bio|lange biografie|lange biographie|langbiografie|langbiographie|ausführliche biografie|ausführliche biographie|biografie|biographie',
    fr: 'bio longue|longue bio|biographie longue|longue biographie|biographie complète|biographie détaillée|biographie',
    es: 'bio larga|biografía larga|biografía extensa|biografía completa|biografía detallada|biografía',
  },
  press: {
    en: 'press releases|press release',
    sv: 'pressmeddelanden|pressmeddelande',
    de: 'pressemitteilungen|pressemitteilung|pressemeldungen',
    fr: 'communiqués de presse|communiqué de presse',
    es: 'comunicados de prensa|comunicado de prensa|notas de prensa',
  },
  contacts: {
    en: 'media contacts|media contact|press contacts|press contact|contacts|contacts for the media|contacts for media',
    sv: 'mediekontakter|mediekontakt|mediakontakter|presskontakter|presskontakt|kontakter|kontakt för media|kontakter för media',
    de: 'medienkontakte|medienkontakt|pressekontakte|pressekontakt|kontakte|kontakt für medien|kontakte für medien|ansprechpartner für medien',
    fr: 'contacts presse|contact presse|contacts médias|contact médias|contacts pour les médias|contacts pour la presse|contacts',
    es: 'contactos de prensa|contacto de prensa|contactos para medios|contactos para los medios|contactos de medios|contactos para la prensa|contactos',
  },
}

const facts: Labels<FactKey> = {
  birthPlace: {
    en: 'place of birth|birthplace|birth place|born in',
    sv: 'födelseort|födelseplats|född i',
    de: 'geburtsort|geboren in',
    fr: 'lieu de naissance|né à|née à',
    es: 'lugar de nacimiento|nacido en|nacida en',
  },
  birthDate: {
    en: 'date of birth|birth date|birthdate|year of birth|born on|born',
    sv: 'födelsedatum|födelsedag|födelseår|född',
    de: 'geburtsdatum|geburtstag|geburtsjahr|geboren am|geboren',
    fr: 'date de naissance|année de naissance|né le|née le|né(e) le|né|née|né(e)',
    es: 'fecha de nacimiento|año de nacimiento|nacido el|nacida el|nacido|nacida|nacimiento',
  },
  deathPlace: {
    en: 'place of death|died in',
    sv: 'dödsort|dödsplats',
    de: 'sterbeort|todesort',
    fr: 'lieu de décès|lieu du décès',
    es: 'lugar de fallecimiento|lugar de muerte',
  },
  deathDate: {
    en: 'date of death|year of death|died on|died|deceased',
    sv: 'dödsdatum|dödsdag|dödsår|död|avliden',
    de: 'todesdatum|sterbedatum|todestag|gestorben am|gestorben',
    fr: 'date de décès|date du décès|décédé le|décédée le|mort le|morte le|décès',
    es: 'fecha de fallecimiento|fecha de muerte|fallecido|fallecida|fallecimiento',
  },
  education: {
    en: 'education',
    sv: 'utbildning',
    de: 'ausbildung|bildung|studium|bildungsweg',
    fr: 'formation|études|éducation',
    es: 'educación|formación|estudios',
  },
  founded: {
    en: 'established|founded|established in|founded in|year of establishment|date of establishment|year founded',
    sv: 'grundad|grundat|grundades|grundad år|bildad|etablerad|startad',
    de: 'gegründet|gründung|gründungsjahr|gründungsdatum',
    fr: 'fondée|fondé|fondée en|fondé en|fondation|création|créée en|créé en|créée|créé|année de création|date de création|année de fondation',
    es: 'fundada|fundado|fundada en|fundado en|fundación|establecida|establecido|año de fundación|creación|fecha de fundación',
  },
  dissolved: {
    en: 'dissolved|closed|dissolved in',
    sv: 'upplöst|nedlagd',
    de: 'aufgelöst|auflösung',
    fr: 'dissoute|dissous|dissolution',
    es: 'disuelta|disuelto|disolución',
  },
  basedIn: {
    en: 'based in|headquarters|headquartered in|seat|location',
    sv: 'baserad i|baserat i|huvudkontor|säte|ort',
    de: 'sitz|hauptsitz|ansässig in|mit sitz in|standort',
    fr: 'basée à|basé à|siège|siège social|située à|situé à|localisation',
    es: 'con sede en|sede|sede principal|ubicación|basada en|basado en',
  },
}

type Found<Key> = { key: Key; languages: ReadonlySet<LabelLanguage> }

function index<Key extends string>(labels: Labels<Key>): Map<string, Found<Key>> {
  const found = new Map<string, { key: Key; languages: Set<LabelLanguage> }>()
  for (const { key, language, label } of (Object.keys(labels) as Key[]).flatMap((each) =>
    listOf(labels, each),
  )) {
    const entry = found.get(label) ?? { key, languages: new Set() }
    if (entry.key === key) entry.languages.add(language)
    found.set(label, entry)
  }
  return found
}

const listOf = <Key extends string>(labels: Labels<Key>, key: Key) =>
  labelLanguages.flatMap((language) =>
    labels[key][language].split('|').map((label) => ({ key, language, label: fold(label) })),
  )

const sectionIndex = index(sections)
const factIndex = index(facts)
const longestLabel = 60

/** A label without the colon and decoration around it, folded. */
const bare = (text: string): string => fold(text).replace(/^[\s\-–—•*#_:|]+|[\s\-–—•*_:|.]+$/g, '')

/** The section that `line` announces, or undefined when it is no section label. */
export const findSection = (line: string): Found<SectionKey> | undefined =>
  line.length <= longestLabel ? sectionIndex.get(bare(line)) : undefined

export type FactLabel = Found<FactKey> & { value: string; hasColon: boolean }

/** The fact that `line` states: "Date of Birth: 1962" → birthDate, "1962". An empty value stands on the next line. */
export function findFact(line: string): FactLabel | undefined {
  const colon = line.search(/[:：]/)
  if (colon > 0 && colon <= longestLabel) {
    const found = factIndex.get(bare(line.slice(0, colon)))
    return found && { ...found, value: line.slice(colon + 1).trim(), hasColon: true }
  }
  const found = line.length <= longestLabel ? factIndex.get(bare(line)) : undefined
  return found && { ...found, value: '', hasColon: false }
}

/** A fact without a colon ("Established in 1996"): the longest label that begins `line`, and the words after it. */
export function findLooseFact(line: string): FactLabel | undefined {
  const parts = line.split(' ')
  for (let count = Math.min(4, parts.length - 1); count > 0; count -= 1) {
    const found = factIndex.get(bare(parts.slice(0, count).join(' ')))
    if (found) return { ...found, value: parts.slice(count).join(' '), hasColon: false }
  }
  return undefined
}

/** "Motivation: for …" → the section and the words after the colon. */
export function findInlineSection(line: string): { key: SectionKey; value: string } | undefined {
  const colon = line.indexOf(':')
  if (colon <= 0 || colon > longestLabel) return undefined
  const found = findSection(line.slice(0, colon))
  const value = line.slice(colon + 1).trim()
  return found && value !== '' ? { key: found.key, value } : undefined
}

/** In English, for staff and for the refusal that lists what was looked for. */
export const sectionNames = {
  motivation: 'Motivation',
  short: 'Short bio',
  facts: 'Biographical Information',
  long: 'Long bio',
  press: 'Press releases',
  contacts: 'Media contacts',
} as const satisfies Record<SectionKey, string>

import { fold } from './fold-text'
import { asText, toEdtf, type Laureate, type LifeEvent } from './nobel-schema'
import { inLanguage, present, readCountry, readWords, type Fields, type Reading } from './nobel-reading'
import { fileLanguages, type Planned, type Variant } from './nobel-types'

export const laureateKey = (id: string): string => `nobel:${id}`

/** The document of one laureate, without its address. */
export function planLaureate(reading: Reading, laureate: Laureate): Planned {
  const key = laureateKey(laureate.id)
  const isOrganisation = laureate.orgName !== undefined
  const names = readNames(reading, laureate)
  const facts = isOrganisation ? present({ founded: edtfOf(laureate.founded) }) : readLife(reading, laureate)
  const fields: Fields = {
    kind: isOrganisation ? 'organisation' : 'person',
    importKey: key,
    ...names,
    ...facts,
    ...present({ 'sameAs.wikidata': laureate.wikidata?.id, 'sameAs.wikipedia': laureate.wikipedia?.english }),
    variants: readVariants(reading, laureate, names),
  }
  return {
    key,
    collection: 'laureates',
    title: asText(names['knownName@en']) || laureate.id,
    fields,
    refs: {},
    addresses: [],
  }
}

function readNames(reading: Reading, laureate: Laureate): Fields {
  const record = laureateKey(laureate.id)
  const names = {
    ...readWords(reading, { record, field: 'knownName' }, laureate.orgName ?? laureate.knownName),
    ...readWords(reading, { record, field: 'fullName' }, laureate.fullName),
    ...readWords(reading, { record, field: 'givenName' }, laureate.givenName),
    ...readWords(reading, { record, field: 'familyName' }, laureate.familyName),
  }
  return { ...names, ...sortKeys(names) }
}

// "Spence, A. Michael". Who is known by another name than the family's (Mother Teresa) sorts by the known name.
function sortKeys(names: Fields): Fields {
  const keys: Fields = {}
  for (const locale of new Set(Object.values(fileLanguages))) {
    const family = names[inLanguage('familyName', locale)]
    const known = names[inLanguage('knownName', locale)]
    if (typeof family !== 'string' || typeof known !== 'string' || !fold(known).includes(fold(family)))
      continue
    const given = names[inLanguage('givenName', locale)]
    keys[inLanguage('sortKey', locale)] = [family, given]
      .filter((part) => typeof part === 'string')
      .join(', ')
      .slice(0, 500)
  }
  return keys
}

const penName = /^\(?\s*pen[- ]?name of\s+(.*?)\s*\)?$/i

// The language of these is not told, so they stand as variants, which are searched, and not as the native name.
function readVariants(reading: Reading, laureate: Laureate, names: Fields): Variant[] {
  const record = laureateKey(laureate.id)
  const pen = reading.clean({ record, field: 'penName' }, laureate.penName)
  const found: Variant[] = [
    { value: pen?.replace(penName, '$1') ?? '', system: 'legal name' },
    { value: reading.clean({ record, field: 'acronym' }, laureate.acronym) ?? '', system: 'acronym' },
    {
      value: reading.clean({ record, field: 'nativeName' }, laureate.nativeName) ?? '',
      system: 'native name',
    },
  ]
  return found.filter(({ value }) => value !== '' && value !== names['knownName@en'])
}

const edtfOf = (event: LifeEvent | undefined): string | undefined =>
  event?.date === undefined ? undefined : toEdtf(event.date)

function readLife(reading: Reading, laureate: Laureate): Fields {
  const { birthCountry, birthCountryNow } = laureate
  const place = {
    ...(birthCountry && { country: birthCountry }),
    ...(birthCountryNow && { countryNow: birthCountryNow }),
  }
  const birth = laureate.birth ?? (birthCountry || birthCountryNow ? { place } : undefined)
  return {
    ...readEvent(reading, { laureate, name: 'birth', event: birth }),
    ...readEvent(reading, { laureate, name: 'death', event: laureate.death }),
  }
}

type Event = { laureate: Laureate; name: 'birth' | 'death'; event: LifeEvent | undefined }

function readEvent(reading: Reading, { laureate, name, event }: Event): Fields {
  const record = laureateKey(laureate.id)
  const { city, country, countryNow } = event?.place ?? {}
  const now = readCountry(reading, { record, field: `${name}.countryNow` }, countryNow)
  return {
    ...present({ [`${name}.date`]: edtfOf(event), [`${name}.countryNow`]: now }),
    ...readWords(reading, { record, field: `${name}.place` }, city),
    ...readWords(reading, { record, field: `${name}.countryThen` }, country),
  }
}

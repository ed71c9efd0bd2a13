// What the desk has no place for is counted, so that nobody believes it was imported.

type Tree = { [key: string]: true | Tree }

const words: Tree = { en: true, se: true, sv: true, no: true, nb: true }
const event: Tree = {
  date: true,
  place: { city: words, country: words, countryNow: { en: true, se: true, no: true } },
}

const kept: Tree = {
  id: true,
  knownName: words,
  orgName: words,
  fullName: words,
  givenName: words,
  familyName: words,
  penName: true,
  acronym: true,
  nativeName: true,
  birth: event,
  death: event,
  founded: { date: true },
  birthCountry: words,
  birthCountryNow: words,
  wikidata: { id: true },
  wikipedia: { english: true },
  nobelPrizes: {
    awardYear: true,
    category: words,
    categoryFullName: words,
    portion: true,
    dateAwarded: true,
    prizeStatus: true,
    motivation: words,
    prizeAmount: true,
  },
}

/** Counts the fields of the records that are not read, by their name without list positions. */
export function countDropped(records: readonly unknown[]): Record<string, number> {
  const counts = new Map<string, number>()
  for (const record of records) walk(record, kept, { path: '', counts })
  return Object.fromEntries([...counts].toSorted(([a], [b]) => (a < b ? -1 : 1)))
}

type Walk = { path: string; counts: Map<string, number> }

function walk(value: unknown, tree: Tree, { path, counts }: Walk): void {
  for (const [key, inner] of propertiesOf(value)) {
    const branch = Object.hasOwn(tree, key) ? tree[key] : undefined
    const name = path === '' ? key : `${path}.${key}`
    if (branch === undefined) counts.set(name, (counts.get(name) ?? 0) + 1)
    else if (branch !== true) walk(inner, branch, { path: name, counts })
  }
}

const propertiesOf = (value: unknown): [string, unknown][] => {
  if (Array.isArray(value)) return value.flatMap(propertiesOf)
  return typeof value === 'object' && value !== null ? Object.entries(value) : []
}

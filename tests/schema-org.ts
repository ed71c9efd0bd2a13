import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import jsonld from 'jsonld'

// JSON-LD as a search engine reads it: by the reference processor of JSON-LD, held against the vocabulary of schema.org.

const schema = 'http://schema.org/'
const rdf = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#'
const rdfs = 'http://www.w3.org/2000/01/rdf-schema#'
const xsd = 'http://www.w3.org/2001/XMLSchema#'

type Term = { termType: string; value: string; datatype?: { value: string } }
type Quad = Record<'subject' | 'predicate' | 'object' | 'graph', Term>

/** What is said of each term of the vocabulary, by predicate. */
function readVocabulary(): Map<string, Map<string, string[]>> {
  const file = fileURLToPath(new URL('schema.nq', import.meta.resolve('@vocabulary/schema')))
  const terms = new Map<string, Map<string, string[]>>()
  const statement = /^<(\S+)> <(\S+)> <(\S+)> /gm
  for (const [, term = '', predicate = '', value = ''] of readFileSync(file, 'utf8').matchAll(statement)) {
    const known = terms.get(term) ?? new Map<string, string[]>()
    terms.set(term, known.set(predicate, [...(known.get(predicate) ?? []), value]))
  }
  return terms
}

const vocabulary = readVocabulary()
const said = (term: string, predicate: string): string[] => vocabulary.get(term)?.get(predicate) ?? []
const isA = (term: string, type: string): boolean => said(term, `${rdf}type`).includes(type)
const isOld = (term: string): boolean =>
  said(term, `${schema}supersededBy`).length > 0 ||
  said(term, `${schema}isPartOf`).some((part) => part.includes('attic.schema.org'))

/** A class with all that it is a part of. */
function kinds(type: string): Set<string> {
  const found = new Set([type])
  for (const each of found) for (const above of said(each, `${rdfs}subClassOf`)) found.add(above)
  return found
}

const rangesOf = (property: string): string[] => said(property, `${schema}rangeIncludes`)

/** The context that schema.org gives: addresses and dates are told from texts by what a property may hold. */
function context(): Record<string, unknown> {
  const typed = (property: string): string | undefined => {
    const ranges = rangesOf(property)
    if (ranges.includes(`${schema}Text`)) return undefined
    if (ranges.includes(`${schema}URL`)) return '@id'
    return [`${schema}Date`, `${schema}DateTime`].find((type) => ranges.includes(type))
  }
  const properties = [...vocabulary.keys()].filter(
    (term) => term.startsWith(schema) && isA(term, `${rdf}Property`),
  )
  return {
    '@vocab': schema,
    ...Object.fromEntries(
      properties.flatMap((id) => {
        const type = typed(id)
        return type === undefined ? [] : [[short(id), { '@id': id, '@type': type }]]
      }),
    ),
  }
}

// The types know neither the safe mode nor that this takes time.
const toRdf = jsonld.toRDF as unknown as (node: object, options: object) => Promise<unknown>

const short = (term: string): string => term.replace(schema, '')

const document = { '@context': context() }
const documentLoader = async (url: string) => {
  if (url !== 'https://schema.org') throw new Error(`The context ${url} is not one that search engines know.`)
  return { contextUrl: undefined, documentUrl: url, document }
}

const dates: Record<string, RegExp> = {
  [`${schema}Date`]: /^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?$/,
  [`${schema}DateTime`]: /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/,
}
const literals: Record<string, string> = {
  [`${xsd}string`]: `${schema}Text`,
  [`${rdf}langString`]: `${schema}Text`,
  [`${xsd}integer`]: `${schema}Number`,
  [`${xsd}double`]: `${schema}Number`,
  [`${xsd}boolean`]: `${schema}Boolean`,
}

/** Which of the values that the property takes this one is. */
function isTaken(property: string, object: Term, types: readonly string[]): boolean {
  const ranges = rangesOf(property)
  if (object.termType !== 'Literal')
    return types.length > 0
      ? types.some((type) => ranges.some((range) => kinds(type).has(range)))
      : object.termType === 'NamedNode' && ranges.includes(`${schema}URL`) && URL.canParse(object.value)
  const type = object.datatype?.value ?? ''
  if (type in dates) return ranges.some((range) => dates[range]?.test(object.value))
  return ranges.includes(literals[type] ?? '')
}

/** What schema.org does not know or allow, or what the processor would leave out. */
export async function faultsOf(node: object): Promise<string[]> {
  const options = { documentLoader, safe: true }
  const quads = (await toRdf(node, options)) as Quad[]
  const typesOf = (of: Term): string[] =>
    quads
      .filter(({ subject, predicate }) => subject.value === of.value && predicate.value === `${rdf}type`)
      .map(({ object }) => object.value)
  const faults = quads.flatMap(({ subject, predicate: { value: property }, object }) => {
    if (property === `${rdf}type`)
      return isA(object.value, `${rdfs}Class`) && !isOld(object.value)
        ? []
        : [`no class ${short(object.value)}`]
    if (!isA(property, `${rdf}Property`) || isOld(property)) return [`no property ${short(property)}`]
    const domains = said(property, `${schema}domainIncludes`)
    const isOfClass = typesOf(subject).some((type) => domains.some((domain) => kinds(type).has(domain)))
    return [
      ...(isOfClass ? [] : [`${short(property)} is not of ${typesOf(subject).map(short).join()}`]),
      ...(isTaken(property, object, typesOf(object)) ? [] : [`${short(property)} is not ${object.value}`]),
    ]
  })
  const told = new Set(quads.flatMap(({ subject, object }) => [subject.value, object.value]))
  const lost = leaves(node).filter((value) => !told.has(value) && !told.has(schema + value))
  return [...faults, ...lost.map((value) => `“${value}” is lost`)]
}

/** Every value in the document, as text. */
const leaves = (value: unknown): string[] =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([key, inner]) => (key === '@context' ? [] : leaves(inner)))
    : [String(value)]

import { forms, type FormEnding, type Include, type Resource, type ResourceName } from '@/contract'
import { addressOf } from './address'
import { contactCard } from './contact-card'
import type { Database } from './database'
import { redirectEntry, successEntry, type Entry } from './entry'
import { jsonLd } from './json-ld'
import { pageHead } from './page-head'
import type { Publisher } from './publisher'
import type { FormWanted } from './read-form-target'
import { findSingle, includedParts, modifiedOf, type FoundSingle } from './read-single'
import { notFound } from './refused'

/** A public resource in another form than JSON, with one query. Throws Refused: 404 or 410. A former address answers with a redirect. */
export async function readForm(
  { database, publisher }: { database: Database; publisher: Publisher },
  wanted: FormWanted,
): Promise<Entry> {
  const row = await findSingle(database, { ...wanted, include: includedIn(wanted) })
  return formEntry(row, wanted, publisher)
}

/** What a form is made of besides the resource itself. */
export const includedIn = ({ ending, resource }: FormWanted): readonly Include[] =>
  // What a laureate names of an award entry does not say whether it was declined.
  ending !== '.vcf' && resource === 'laureates' ? ['citations', ...included[ending]] : included[ending]

/** The same of a resource that was found with what `includedIn` names. */
export function formEntry(row: FoundSingle, wanted: FormWanted, publisher: Publisher): Entry {
  const { resource, ending, slug, locale, search } = wanted
  const include = includedIn(wanted)
  const pictures = JSON.parse(`[${row['media_bodies'] ?? ''}]`) as Resource<'media'>[]
  const citations = JSON.parse(`[${row['citations_bodies'] ?? ''}]`) as Resource<'citations'>[]
  const address = addressOf(resource, row.slug)
  if (row.slug !== slug) return redirectEntry(address + ending + (search === '' ? '' : `?${search}`))
  if (row.body === null) throw notFound
  return successEntry({
    type: types[ending],
    body: writers[ending](row.body, { resource, publisher, pictures, citations }),
    modifiedAt: modifiedOf(row, include),
    contentLanguage: row.content_language,
    links: [
      `<${address}?locale=${locale}>; rel="alternate"; type="application/json"`,
      ...row.locales
        .filter((other) => other !== locale)
        .map((other) => `<${address}${ending}?locale=${other}>; rel="alternate"; hreflang="${other}"`),
    ],
    dependsOn: [row.id, `${resource}/${slug}`, ...includedParts(row, include)],
    tags: [row.id, ...include.flatMap((name) => row[`${name}_ids`] ?? [])],
  })
}

const types: Record<FormEnding, string> = {
  '.vcf': `${forms['.vcf'].mediaType}; charset=utf-8`,
  '.jsonld': forms['.jsonld'].mediaType,
  '.head.json': forms['.head.json'].mediaType,
}

/** What a form is made of besides the body. */
const included: Record<FormEnding, readonly Include[]> = {
  '.vcf': [],
  '.jsonld': ['media'],
  '.head.json': ['media'],
}

type Facts = {
  resource: ResourceName
  publisher: Publisher
  pictures: Resource<'media'>[]
  citations: Resource<'citations'>[]
}

const writers: Record<FormEnding, (body: string, facts: Facts) => string> = {
  '.vcf': (body) => contactCard(JSON.parse(body) as Resource<'press-contacts'>),
  '.jsonld': jsonLd,
  '.head.json': pageHead,
}

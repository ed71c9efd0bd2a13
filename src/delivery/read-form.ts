import { forms, type FormEnding, type Resource } from '@/contract'
import { addressOf } from './address'
import { contactCard } from './contact-card'
import type { Database } from './database'
import { redirectEntry, successEntry, type Entry } from './entry'
import type { FormWanted } from './read-form-target'
import { findSingle } from './read-single'
import { notFound } from './refused'

/** A public resource in another form than JSON, with one query. Throws Refused: 404 or 410. A former address answers with a redirect. */
export async function readForm(database: Database, wanted: FormWanted): Promise<Entry> {
  const { resource, ending, slug, locale, search } = wanted
  const row = await findSingle(database, { ...wanted, include: [] })
  const address = addressOf(resource, row.slug)
  if (row.slug !== slug) return redirectEntry(address + ending + (search === '' ? '' : `?${search}`))
  if (row.body === null) throw notFound
  return successEntry({
    type: `${forms[ending].mediaType}; charset=utf-8`,
    body: writers[ending](row.body),
    modifiedAt: row.updated_at,
    contentLanguage: row.content_language,
    links: [
      `<${address}?locale=${locale}>; rel="alternate"; type="application/json"`,
      ...row.locales
        .filter((other) => other !== locale)
        .map((other) => `<${address}${ending}?locale=${other}>; rel="alternate"; hreflang="${other}"`),
    ],
    tags: [row.id],
  })
}

const writers: Record<FormEnding, (body: string) => string> = {
  '.vcf': (body) => contactCard(JSON.parse(body) as Resource<'press-contacts'>),
}

import type { Payload, PayloadRequest } from 'payload'
import { contentCollections, may, rolesOf, type ContentCollection, type Person } from '@/access'
import { isLocale, sourceLocale, type LocaleCode } from '@/lib/locales'
import { isPublishable } from '@/publishing'
import { publicSince } from './public-since'

// What the start page knows about one person's work.

export type Listed = {
  collection: ContentCollection
  id: string
  title: string
  updatedAt: string
  locale?: LocaleCode
}
export type StartContent = {
  recent: Listed[]
  waiting: Listed[]
  never: Listed[]
  toTranslate: { locale: LocaleCode; items: Listed[] }[]
}

type Asked = { payload: Payload; user: PayloadRequest['user'] }

const perList = 6
// The newest documents of each kind are looked at: what waits longest is found through the lists.
const lookedAt = 25

export async function readStartContent(asked: Asked): Promise<StartContent> {
  const person = asked.user as Person | null
  const visible = contentCollections.filter((collection) => may(person, collection, 'read'))
  const documents = (await Promise.all(visible.map((collection) => newest(asked, collection)))).flat()
  const newestFirst = documents.toSorted((a, b) => b.updatedAt.localeCompare(a.updatedAt))
  const publishable = newestFirst.filter((one) => isPublishable(one.collection))
  const since = await publicSince(asked.payload, publishable)
  const isWaiting = (one: Listed): boolean => (since(one)?.getTime() ?? Infinity) < Date.parse(one.updatedAt)
  return {
    recent: newestFirst.slice(0, perList),
    waiting: publishable.filter(isWaiting).slice(0, perList),
    never: publishable.filter((one) => since(one) === undefined).slice(0, perList),
    toTranslate: await untranslated(asked),
  }
}

async function newest({ payload, user }: Asked, collection: ContentCollection): Promise<Listed[]> {
  const { docs } = await payload.find({
    collection,
    draft: true,
    depth: 0,
    limit: lookedAt,
    pagination: false,
    sort: '-updatedAt',
    locale: sourceLocale,
    overrideAccess: false,
    user,
  })
  return docs.map((doc) => ({
    collection,
    id: doc.id,
    title: doc.adminTitle ?? '',
    updatedAt: doc.updatedAt,
  }))
}

/** The languages that this person translates. */
export const languagesOf = (person: Person | null): LocaleCode[] =>
  rolesOf(person).includes('translator') ? (person?.locales ?? []).filter(isLocale) : []

function untranslated({ payload, user }: Asked): Promise<StartContent['toTranslate']> {
  const find = async (locale: LocaleCode) => {
    const { docs } = await payload.find({
      collection: 'citations',
      where: { motivation: { exists: false } },
      draft: true,
      depth: 0,
      limit: perList,
      pagination: false,
      sort: '-updatedAt',
      locale,
      fallbackLocale: false,
      overrideAccess: false,
      user,
    })
    const items = docs.map(({ id, adminTitle, updatedAt }) => ({
      id,
      title: adminTitle ?? '',
      updatedAt,
      locale,
    }))
    return { locale, items: items.map((item) => ({ ...item, collection: 'citations' as const })) }
  }
  return Promise.all(languagesOf(user as Person | null).map(find))
}

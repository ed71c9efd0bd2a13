import type { Payload, PayloadRequest } from 'payload'
import { contentCollections, may, type ContentCollection, type Person } from '@/access'
import type { LocaleCode } from '@/lib/locales'
import { isPublishable } from '@/publishing'
import { languagesOf } from './languages-of'
import { readRecent, readStates } from './start-queries'

// What the start page knows about one person's work.

export type Listed = {
  collection: ContentCollection
  id: string
  title: string
  updatedAt: string
  locale?: LocaleCode
}
/** The newest of them, and how many there are. */
export type Some = { items: Listed[]; total: number }
export type StartContent = {
  recent: Listed[]
  waiting: Some
  never: Some
  down: Some
  toTranslate: (Some & { locale: LocaleCode })[]
}

type Asked = { payload: Payload; user: PayloadRequest['user'] }

const perList = 6

export async function readStartContent(asked: Asked): Promise<StartContent> {
  const person = asked.user as Person | null
  const visible = contentCollections.filter((collection) => may(person, collection, 'read'))
  const [recent, states, toTranslate] = await Promise.all([
    readRecent(asked.payload, visible, perList),
    readStates(asked.payload, visible.filter(isPublishable), perList),
    untranslated(asked),
  ])
  return { recent, ...states, toTranslate }
}

function untranslated({ payload, user }: Asked): Promise<StartContent['toTranslate']> {
  const find = async (locale: LocaleCode) => {
    const { docs, totalDocs } = await payload.find({
      collection: 'citations',
      where: { motivation: { exists: false } },
      draft: true,
      depth: 0,
      limit: perList,
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
    return {
      locale,
      total: totalDocs,
      items: items.map((item) => ({ ...item, collection: 'citations' as const })),
    }
  }
  return Promise.all(languagesOf(user as Person | null).map(find))
}

import type { PayloadRequest, Where } from 'payload'
import { isLocale, sourceLocale } from '@/lib/locales'
import type { ContentCollection } from './roles'
import { maySeeUnit, readsOnlySent, sentTo } from './sent'

type Asked = Pick<PayloadRequest, 'locale' | 'fallbackLocale'> & { user: PayloadRequest['user'] }

/** The languages whose words an answer may hold; '' where none is named. */
const languagesOf = ({ locale, fallbackLocale }: Asked): string[] => [
  locale ?? '',
  ...[fallbackLocale].flat().filter(isLocale),
]

/**
 * The first language of this request whose words the person may not read; undefined when there is none. Whoever reads
 * as a translator names one language at a time: "all" holds others too.
 */
export function unreadLanguage(req: Asked, collection: ContentCollection): string | undefined {
  if (!readsOnlySent(req.user, collection)) return undefined
  return languagesOf(req).find((unit) => !isLocale(unit) || !maySeeUnit(req.user, { collection, unit }))
}

/**
 * What `maySeeUnit` says, as a condition on documents: in an own language those that were sent to it, in the source those
 * that were sent to any. The caller has seen that no language is closed.
 */
export function readableIn(req: Asked, collection: ContentCollection): Where {
  const own = languagesOf(req).filter((language) => language !== sourceLocale)
  if (own.length === 0) return sentTo(collection, req.user?.locales ?? [])
  return { and: own.map((language) => sentTo(collection, [language])) }
}

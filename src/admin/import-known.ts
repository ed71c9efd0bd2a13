import type { PayloadRequest } from 'payload'
import type { Known } from '@/intake'
import { sourceLocale } from '@/lib/locales'

/** The prizes and laureates that this person sees: the import offers the former and asks about the latter. */
export async function knownIn({ payload, user }: PayloadRequest): Promise<Known> {
  const everyone = { draft: true, depth: 0, pagination: false, locale: sourceLocale, overrideAccess: false, user } as const
  const [prizes, laureates] = await Promise.all([
    payload.find({ collection: 'prizes', ...everyone }),
    payload.find({
      collection: 'laureates',
      ...everyone,
      select: { adminTitle: true, birth: { date: true }, founded: true, basedIn: true },
    }),
  ])
  return {
    prizes: prizes.docs.map((prize) => ({ slug: prize.slug, name: prize.name ?? prize.adminTitle ?? prize.slug })),
    laureates: laureates.docs.map(({ id, adminTitle, birth, founded, basedIn }) => ({
      id,
      name: adminTitle ?? '',
      detail: [birth?.date ?? founded, basedIn].filter(Boolean).join(', '),
    })),
  }
}

import type { Payload, TypedUser } from 'payload'
import { localeCodes, sourceLocale } from '@/lib/locales'
import type { Known } from './page-types'

type Words = Partial<Record<string, unknown>> | null | undefined

/** The prizes and laureates that this person sees, with their names in every language: what the reader needs to offer and to ask. */
export async function findKnown({ payload, user }: { payload: Payload; user: TypedUser }): Promise<Known> {
  const everything = {
    draft: true,
    depth: 0,
    pagination: false,
    limit: 0,
    locale: 'all',
    overrideAccess: false,
    user,
  } as const
  const [prizes, laureates] = await Promise.all([
    payload.find({ collection: 'prizes', ...everything, select: { slug: true, name: true } }),
    payload.find({
      collection: 'laureates',
      ...everything,
      select: { knownName: true, fullName: true, birth: true, founded: true, basedIn: true },
    }),
  ])
  return {
    prizes: prizes.docs.map(({ slug, name }) => ({ slug, name: inWords(name) || slug })),
    laureates: laureates.docs.map(({ id, knownName, fullName, birth, founded, basedIn }) => ({
      id,
      name: inWords(knownName),
      otherNames: [...allWords(knownName), ...allWords(fullName)],
      detail: [birth?.date ?? founded, inWords(basedIn)].filter(Boolean).join(', '),
    })),
  }
}

// With `locale: 'all'` Payload answers an object by language, which its types do not say.
const allWords = (value: unknown): string[] =>
  localeCodes.flatMap((code) => {
    const words = (value as Words)?.[code]
    return typeof words === 'string' && words !== '' ? [words] : []
  })

const inWords = (value: unknown): string => {
  const own = (value as Words)?.[sourceLocale]
  return typeof own === 'string' && own !== '' ? own : (allWords(value)[0] ?? '')
}

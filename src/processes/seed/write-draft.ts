import type { CollectionSlug, Payload, PayloadRequest } from 'payload'
import type { LocaleCode } from '@/lib/locales'
import { sourceLocale } from '@/lib/locales'
import { translations, type InEach } from './entry'

type Values = Record<string, unknown>

/** Who writes, inside which transaction. */
export type Writer = { payload: Payload; req: PayloadRequest }

export type NewDocument = {
  collection: CollectionSlug
  /** Values that all languages share, and the English ones. */
  english: Values
  words: InEach<Values>
  file?: { name: string; data: Buffer; mimetype: string; size: number }
}

/** Saves a document as a draft in English, then in each other language, with the rights of the writer. Returns its id. */
export async function writeDraft(
  writer: Writer,
  { collection, english, words, file }: NewDocument,
): Promise<string> {
  const created: unknown = await writer.payload.create({
    ...optionsFor(writer, sourceLocale),
    collection,
    data: english as never,
    ...(file ? { file } : {}),
  })
  const { id } = created as { id: string }
  for (const locale of translations) {
    await writer.payload.update({ ...optionsFor(writer, locale), collection, id, data: words[locale] })
  }
  return id
}

const optionsFor = ({ req }: Writer, locale: LocaleCode) =>
  ({ req, user: req.user, locale, draft: true, depth: 0, overrideAccess: false }) as const

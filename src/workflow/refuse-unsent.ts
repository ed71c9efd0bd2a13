import type { PayloadRequest } from 'payload'
import { isOnlyTranslating, type ContentCollection, type Person } from '@/access'
import { languageInWords } from '@/formats'
import { refuse } from '@/lib/errors'
import { openRequests } from '@/units'
import { requestClient } from './request-transaction'
import { say } from './say'

/**
 * A translator writes what was sent to translation into the language that is written. Asked before anything of the
 * document is compared or answered: of what was never sent, a refusal tells no more than of what does not exist. The
 * caller holds the document's lock. Refusals: not_found, not_sent.
 */
export async function refuseUnsent(
  req: PayloadRequest,
  { collection, id }: { collection: ContentCollection; id: string },
): Promise<void> {
  const person = req.user as Person | null
  if (!person || !isOnlyTranslating(person, collection)) return
  const sent = await openRequests(await requestClient(req), { collection, id })
  const isTheirs = (person.locales ?? []).some((locale) => sent.has(locale))
  if (!isTheirs) throw refuse('not_found', { what: say('This document') })
  const language = req.locale ?? ''
  if (!sent.has(language)) throw refuse('not_sent', { language: languageInWords(language) })
}

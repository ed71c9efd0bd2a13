import type { Payload, PayloadRequest } from 'payload'
import { refuse } from '@/lib/errors'
import type { Draft, Ref } from '@/publishing'
import { say } from './say'

/** Who acts, and through which Payload. */
export type Actor = { payload: Payload; user: PayloadRequest['user'] }

/** The latest draft in all languages, with the rights of the person. Refusal: not_found, also for what they may not read. */
export async function readDraft({ payload, user }: Actor, { collection, id }: Ref): Promise<Draft> {
  const draft = await payload.findByID({
    collection,
    id,
    draft: true,
    locale: 'all',
    depth: 0,
    overrideAccess: false,
    user,
    disableErrors: true,
  })
  if (!draft) throw refuse('not_found', { what: say('This document') })
  return draft as unknown as Draft
}

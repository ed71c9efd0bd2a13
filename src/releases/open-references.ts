import type { Payload } from 'payload'
import { refuse } from '@/lib/errors'
import { OpenReferences, type Ref } from '@/publishing'

const kinds: Record<Ref['collection'], string> = {
  prizes: 'the prize',
  editions: 'the year',
  laureates: 'the laureate',
  citations: 'the award entry',
  biographies: 'the biography',
  'press-contacts': 'the press contact',
}

/** The same error, with open references and a taken web address said in words; anything else as it was. */
export async function inWords(
  payload: Payload,
  error: unknown,
  code: 'not_ready' | 'still_needed',
): Promise<unknown> {
  if (isUniqueViolation(error)) return refuse('slug_taken', { slug: slugIn(error.detail) })
  if (!(error instanceof OpenReferences)) return error
  const sentences = await Promise.all(
    error.open.slice(0, 5).map(({ from, to }) => sentence(payload, from, to)),
  )
  return refuse(code, { reason: [...new Set(sentences)].join(' ') })
}

async function sentence(payload: Payload, from: Ref, to: Ref): Promise<string> {
  const [fromName, toName] = await Promise.all([nameOf(payload, from), nameOf(payload, to)])
  return `${capital(kinds[from.collection])} ${fromName} needs ${kinds[to.collection]} ${toName} to be public.`
}

// A system read for a sentence: whoever publishes may read every title.
async function nameOf(payload: Payload, { collection, id }: Ref): Promise<string> {
  const found = await payload.findByID({
    collection,
    id,
    draft: true,
    depth: 0,
    disableErrors: true,
    overrideAccess: true,
  })
  return found?.adminTitle ? `“${found.adminTitle}”` : ''
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

type DatabaseError = Error & { code: string; detail?: string; table?: string }
const isUniqueViolation = (error: unknown): error is DatabaseError =>
  error instanceof Error &&
  'code' in error &&
  error.code === '23505' &&
  'table' in error &&
  error.table === 'resources'

const slugIn = (detail = ''): string => /\)=\([^,]+, ([^)]+)\)/.exec(detail)?.[1] ?? ''

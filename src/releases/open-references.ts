import type { Payload } from 'payload'
import { refuse } from '@/lib/errors'
import { capitalised, inLanguage, joined, type Part, type Sentence } from '@/lib/sentence'
import { OpenReferences, type Ref } from '@/publishing'
import { say } from './say'

const kinds = {
  prizes: 'the prize',
  editions: 'the year',
  laureates: 'the laureate',
  citations: 'the award entry',
  biographies: 'the biography',
  'press-contacts': 'the press contact',
} as const satisfies Record<Ref['collection'], string>

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
  const byEnglish = new Map(sentences.map((said) => [inLanguage(said, 'en'), said]))
  return refuse(code, { reason: joined([...byEnglish.values()]) })
}

async function sentence(payload: Payload, from: Ref, to: Ref): Promise<Sentence> {
  const [fromName, toName] = await Promise.all([nameOf(payload, from), nameOf(payload, to)])
  return say('{From} {fromName} needs {to} {toName} to be public.', {
    From: capitalised(say(kinds[from.collection])),
    fromName,
    to: say(kinds[to.collection]),
    toName,
  })
}

// A system read for a sentence: whoever publishes may read every title.
async function nameOf(payload: Payload, { collection, id }: Ref): Promise<Part> {
  const found = await payload.findByID({
    collection,
    id,
    draft: true,
    depth: 0,
    disableErrors: true,
    overrideAccess: true,
  })
  return found?.adminTitle ? say('“{title}”', { title: found.adminTitle }) : ''
}

type DatabaseError = Error & { code: string; detail?: string; table?: string }
const isUniqueViolation = (error: unknown): error is DatabaseError =>
  error instanceof Error &&
  'code' in error &&
  error.code === '23505' &&
  'table' in error &&
  error.table === 'resources'

const slugIn = (detail = ''): string => /\)=\([^,]+, ([^)]+)\)/.exec(detail)?.[1] ?? ''

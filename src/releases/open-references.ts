import type { Payload } from 'payload'
import { refuse } from '@/lib/errors'
import { FormerAddress, OpenReferences, type Ref } from '@/publishing'
import { sayDocument, sayNeeds, sayStillNeeded, type Titled } from '@/units'

const reasons = { not_ready: sayNeeds, still_needed: sayStillNeeded }

/** The same error, with open references and a web address that is not free said in words; anything else as it was. */
export async function inWords(
  payload: Payload,
  error: unknown,
  code: keyof typeof reasons,
): Promise<unknown> {
  if (isUniqueViolation(error)) return refuse('slug_taken', { slug: slugIn(error.detail) })
  const titled = async (ref: Ref): Promise<Titled> => ({ ...ref, title: await titleOf(payload, ref) })
  if (error instanceof FormerAddress)
    return refuse('slug_former', { slug: error.slug, document: sayDocument(await titled(error.holder)) })
  if (!(error instanceof OpenReferences)) return error
  const needs = await Promise.all(
    error.open.slice(0, 5).map(async ({ from, to }) => ({ from: await titled(from), to: await titled(to) })),
  )
  return refuse(code, { reason: reasons[code](needs) })
}

// A system read for a sentence: whoever publishes may read every title.
async function titleOf(payload: Payload, { collection, id }: Ref): Promise<string> {
  const found = await payload.findByID({
    collection,
    id,
    draft: true,
    depth: 0,
    disableErrors: true,
    overrideAccess: true,
  })
  return found?.adminTitle ?? ''
}

type DatabaseError = Error & { code: string; detail?: string; table?: string }
const isUniqueViolation = (error: unknown): error is DatabaseError =>
  error instanceof Error &&
  'code' in error &&
  error.code === '23505' &&
  'table' in error &&
  error.table === 'resources'

const slugIn = (detail = ''): string => /\)=\([^,]+, ([^)]+)\)/.exec(detail)?.[1] ?? ''

import type { Pool } from 'pg'
import type { Payload, PayloadRequest } from 'payload'
import { resourceNames, type ResourceName } from '@/contract'
import { canonicalJson, sha256 } from '@/lib/hash'
import { fallbackChain, sourceLocale, type LocaleCode } from '@/lib/locales'
import {
  isPublishable,
  projectUnits,
  refsOf,
  wordRefsOf,
  type LaidUnit,
  type Ref,
  type UnitName,
} from '@/publishing'
import { readNewestDraft, readRevision, refuseUnreadable, seenUnits, type Actor } from '@/units'
import type { Claims } from './token'

// What a preview shows as if it were public: the revisions that its token names, and, of documents without which these
// could not be public and which are not public themselves, the drafts, as far as the person may read them.

/** `along`: the documents that are shown besides. */
export type Laid = { units: LaidUnit[]; along: Ref[] }

export type Asking = { payload: Payload; user: PayloadRequest['user']; pool: Pool }

/** A document that belongs to it is missing: the person may not read it, or it is not complete. */
export type Lacking = { lacks: Ref }

export async function laidUnits(asking: Asking, claims: Claims): Promise<Laid | Lacking> {
  const own = await pinnedUnits(asking, claims)
  if (!own) return { lacks: { collection: claims.collection, id: claims.id } }
  const laid: Laid = { units: own, along: [] }
  const known = new Set([claims.id])
  const waiting = await openRefs(asking.pool, own, known)
  for (let ref = waiting.shift(); ref; ref = waiting.shift()) {
    const units = laid.along.length < most ? await draftUnits(asking, ref, claims.locale) : undefined
    if (!units) return { lacks: ref }
    laid.units.push(...units)
    laid.along.push(ref)
    waiting.push(...(await openRefs(asking.pool, units, known)))
  }
  return laid
}

/** So many documents are shown from their drafts at most. */
const most = 100

async function pinnedUnits({ payload, pool }: Asking, claims: Claims): Promise<LaidUnit[] | undefined> {
  const { collection, id } = claims
  const found: LaidUnit[] = []
  for (const [unit, revision] of Object.entries(claims.units) as [UnitName, string | null][]) {
    const content =
      revision === null
        ? await withoutWords(payload, { collection, id }, unit)
        : (await readRevision(pool, claims, revision))?.content
    if (content === undefined || content === null) return undefined
    found.push({ collection, id, unit, content, hash: sha256(canonicalJson(content)) })
  }
  return found
}

async function withoutWords(payload: Payload, ref: Ref, unit: UnitName): Promise<unknown> {
  const draft = await readNewestDraft(payload, ref)
  const projected = draft && projectUnits(ref.collection, draft).find((each) => each.unit === unit)
  return projected?.problems.length === 0 ? projected.content : undefined
}

/** What these units refer to and the world does not know, each once. */
async function openRefs(pool: Pool, units: readonly LaidUnit[], known: Set<string>): Promise<Ref[]> {
  const refs = units.flatMap(({ collection, unit, content }) =>
    unit === 'shared' ? refsOf(collection, content) : wordRefsOf(collection, content),
  )
  const fresh = refs.filter(({ id }) => !known.has(id) && known.add(id))
  if (fresh.length === 0) return []
  const { rows } = await pool.query<{ id: string }>(
    `select document_id as id from published.current_units where document_id = any($1::uuid[])
      group by document_id having bool_or(unit = 'shared') and bool_or(unit <> 'shared')`,
    [fresh.map(({ id }) => id)],
  )
  const there = new Set(rows.map(({ id }) => id))
  return fresh.filter(({ id }) => !there.has(id))
}

/** The shared facts and one language of a draft: the first of the chain that is complete and that the person may read. */
async function draftUnits(asking: Asking, ref: Ref, locale: LocaleCode): Promise<LaidUnit[] | undefined> {
  if (!isPublishable(ref.collection) || !(await isReadable(asking, ref))) return undefined
  const draft = await readNewestDraft(asking.payload, ref)
  if (!draft) return undefined
  const seen = await seenUnits(asking.pool, asking.user, ref)
  const whole = projectUnits(ref.collection, draft).filter(
    ({ unit, problems }) => problems.length === 0 && seen.includes(unit),
  )
  const shared = whole.find(({ unit }) => unit === 'shared')
  const chain = fallbackChain(locale)
  const words =
    chain.flatMap((code) => whole.filter(({ unit, hasContent }) => unit === code && hasContent))[0] ??
    // In the source, some kinds of document say all by their facts.
    whole.find(({ unit }) => unit === sourceLocale)
  if (!shared || !words) return undefined
  return [shared, words].map(({ unit, content, hash }) => ({ ...ref, unit, content, hash }))
}

/** Whether the person may read this document. */
export async function isReadable({ payload, user }: Asking, ref: Ref): Promise<boolean> {
  const actor: Actor = { payload, user }
  return refuseUnreadable(actor, ref).then(
    () => true,
    () => false,
  )
}

const known = new Set<string>(resourceNames)
export const isResource = (collection: string): collection is ResourceName => known.has(collection)

import { randomUUID } from 'node:crypto'
import type { Endpoint } from 'payload'
import { z } from 'zod'
import type { ContentCollection } from '@/access'
import { appendAudit } from '@/audit'
import type { ResourceName } from '@/contract'
import { previewEnv } from '@/lib/env'
import { refuse, type Refusal } from '@/lib/errors'
import { localeCodes } from '@/lib/locales'
import { inTransactionOn, poolOf } from '@/lib/postgres'
import { composeBodies, listingOf, worldWith, type Ref } from '@/publishing'
import { fullSessionOf } from '@/sign-in'
import { bodyAs, doorOf, keyOf, titlesOf, type Asked } from '@/units'
import { prefix } from './asked'
import { chooseUnits } from './choose-units'
import { isReadable, isResource, laidUnits, type Asking } from './laid-units'
import { say } from './say'
import { longestPreview, makeToken, type Claims } from './token'

const wantedSchema = z.strictObject({
  locale: z.enum(localeCodes),
  use: z.enum(['page', 'website']).default('page'),
  words: z.enum(['newest', 'approved']).default('newest'),
})

/** Where a preview is: on the host of the desk. `token` goes into a header, where the preview is for a website. */
export type PreviewAddress = { url: string; token: string | null; until: string }

/**
 * POST /:id/preview { locale, use?, words? } → PreviewAddress. Refusals: not_found, door_closed, nothing_written,
 * not_complete, not_approved, not_ready.
 */
export const previewEndpoint = (collection: ContentCollection): Omit<Endpoint, 'root'> =>
  doorOf(collection)({ method: 'post', path: '/preview', work: (asked) => prepare(asked) })

async function prepare(asked: Asked): Promise<PreviewAddress> {
  const { req, actor, collection, id, person } = asked
  if (!isResource(collection))
    throw refuse('door_closed', { what: say('A preview of this kind of document') })
  const { locale, use, words } = await bodyAs(asked, wantedSchema)
  const session = await fullSessionOf(req.payload, req.headers)
  if (!session) throw refuse('not_signed_in')
  const units = await chooseUnits(actor, { collection, id, locale, which: words })
  const at = await now(req.payload)
  const claims: Claims = {
    jti: randomUUID(),
    use,
    collection,
    id,
    locale,
    units,
    person: person.id,
    session: session.id,
    at,
    until: at + longestPreview,
  }
  const slug = await slugOf(asked, claims)
  await record(asked, claims)
  return address(claims, { slug, serverUrl: req.payload.config.serverURL })
}

/** By the database's clock, which also decides when it ends. */
async function now(payload: Asked['req']['payload']): Promise<number> {
  const { rows } = await poolOf(payload).query<{ now: Date }>('select clock_timestamp() as now')
  return rows[0]?.now.getTime() ?? 0
}

async function slugOf({ req, actor }: Asked, claims: Claims): Promise<string> {
  const pool = poolOf(req.payload)
  const asking = { payload: req.payload, user: actor.user, pool }
  const laid = await laidUnits(asking, claims)
  if ('lacks' in laid) throw await lacking(asking, laid.lacks)
  const main = { collection: claims.collection, id: claims.id }
  const world = await worldWith(pool, { units: laid.units, at: new Date(claims.at) }, [main])
  const document = world.get(claims.collection, claims.id)
  const bodies = document ? composeBodies(world, claims.collection, document) : []
  const listing = listingOf(bodies.some((body) => body.locale === claims.locale) ? bodies : [])
  if (!listing) throw await lacking(asking, main)
  return listing.slug
}

/** Names what is missing to who may read it. */
async function lacking(asking: Asking, ref: Ref): Promise<Refusal> {
  const titles = (await isReadable(asking, ref)) ? await titlesOf(asking.pool, [ref]) : undefined
  const title = titles?.get(keyOf(ref))
  return refuse('preview_lacks', { what: title ? say('“{title}”', { title }) : say('a document') })
}

/** Who made it, of which words, as what, until when. */
const record = (
  { req, person }: Asked,
  { jti, use, collection, id, locale, units, until }: Claims,
): Promise<void> =>
  inTransactionOn(poolOf(req.payload), (client) =>
    appendAudit(client, {
      action: 'preview-opened',
      person: person.id,
      collection,
      document: id,
      unit: locale,
      ...(units[locale] ? { revision: units[locale] } : {}),
      details: { preview: jti, use, until: new Date(until).toISOString() },
    }),
  )

type Place = { slug: string; serverUrl: string }

function address(claims: Claims, { slug, serverUrl }: Place): PreviewAddress {
  const token = makeToken(previewEnv().secret, claims)
  const url = new URL(pathOf(claims.collection, slug), serverUrl)
  url.searchParams.set('locale', claims.locale)
  if (claims.use === 'page') url.searchParams.set('token', token)
  return {
    url: url.href,
    token: claims.use === 'page' ? null : token,
    until: new Date(claims.until).toISOString(),
  }
}

const pathOf = (resource: ResourceName, slug: string): string => `${prefix}/v1/${resource}/${slug}`

import type { Endpoint } from 'payload'
import { z } from 'zod'
import { contentCollections, may, type ContentCollection } from '@/access'
import { poolOf } from '@/lib/postgres'
import {
  bodyAs,
  doorOf,
  type Asked,
  fieldsOf,
  refuseUnreadable,
  seenUnits,
  statusOf,
  type DocumentRef,
  type DocumentStatus,
} from '@/units'
import { belongingTo, type Belonging } from './belonging'
import { linkTitles, type LinkTitles } from './links'
import { sendToTranslation, takeFromTranslation } from './send-to-translation'

// POST …/send-to-translation, …/take-from-translation → DocumentStatus. GET …/belonging → BelongingDocuments, …/links →
// LinkTitles.

export type BelongingDocuments = { documents: Belonging[] }

const also = z
  .array(z.strictObject({ collection: z.enum(contentCollections), id: z.uuid() }))
  .max(200)
  .default([])
const languages = z.array(z.string().max(20)).min(1).max(50)
const sendSchema = z.strictObject({
  languages,
  also,
  due: z.iso.date().optional(),
  note: z.string().max(4000).optional(),
  assignees: z.record(z.string().max(20), z.uuid()).optional(),
})
const takeSchema = z.strictObject({ languages, also })

export function translationEndpoints(collection: ContentCollection): Omit<Endpoint, 'root'>[] {
  // Nobody sends what translators cannot write.
  if (!may({ id: '', roles: ['translator'] }, collection, 'update')) return []
  const door = doorOf(collection)
  return [
    door({ method: 'get', path: '/belonging', work: belonging }),
    door({ method: 'get', path: '/links', work: links }),
    door({ method: 'post', path: '/send-to-translation', work: send }),
    door({ method: 'post', path: '/take-from-translation', work: takeBack }),
  ]
}

async function send(asked: Asked): Promise<DocumentStatus> {
  const { also: others, ...sending } = await bodyAs(asked, sendSchema)
  await sendToTranslation(asked.actor, { ...sending, documents: allOf(asked, others) })
  return statusOf(asked.actor, asked)
}

async function takeBack(asked: Asked): Promise<DocumentStatus> {
  const { also: others, languages: from } = await bodyAs(asked, takeSchema)
  await takeFromTranslation(asked.actor, { languages: from, documents: allOf(asked, others) })
  return statusOf(asked.actor, asked)
}

// Each once: a document may belong to itself by two ways.
function allOf({ collection, id }: Asked, others: readonly DocumentRef[]): DocumentRef[] {
  const rest = others.filter((other) => other.id !== id)
  return [{ collection, id }, ...new Map(rest.map((other) => [other.id, other])).values()]
}

async function links(asked: Asked): Promise<LinkTitles> {
  await refuseUnreadable(asked.actor, asked)
  const { collection, id, person, req } = asked
  const pool = poolOf(req.payload)
  const units = await seenUnits(pool, person, { collection, id })
  return linkTitles(pool, { collection, id, units, fields: fieldsOf(req.payload, collection) })
}

async function belonging(asked: Asked): Promise<BelongingDocuments> {
  await refuseUnreadable(asked.actor, asked)
  const found = await belongingTo(poolOf(asked.req.payload), asked)
  const isSendable = ({ collection }: Belonging): boolean =>
    may(asked.person, collection as ContentCollection, 'send-to-translation')
  return { documents: found.filter(isSendable) }
}

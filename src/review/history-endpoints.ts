import type { Endpoint } from 'payload'
import { z } from 'zod'
import type { ContentCollection } from '@/access'
import { refuse } from '@/lib/errors'
import { isLocale, localeCodes } from '@/lib/locales'
import { poolOf } from '@/lib/postgres'
import {
  bodyAs,
  doorOf,
  type Asked,
  refuseUnreadable,
  restoreUnit,
  statusOf,
  type DocumentStatus,
} from '@/units'
import { beHere, leave, type Presence } from './presence'

// POST …/restore → DocumentStatus. POST …/presence says that somebody is here → Presence; DELETE …/presence that they left.

const restoreSchema = z.strictObject({
  unit: z.string().max(20),
  revision: z.uuid(),
  current: z.uuid().optional(),
})
const hereSchema = z.strictObject({ language: z.enum(localeCodes) })

export function historyEndpoints(collection: ContentCollection): Omit<Endpoint, 'root'>[] {
  const door = doorOf(collection)
  return [
    door({ method: 'post', path: '/restore', work: (asked) => restore(collection, asked) }),
    door({ method: 'post', path: '/presence', work: say }),
    door({ method: 'delete', path: '/presence', work: goAway }),
  ]
}

async function restore(collection: ContentCollection, asked: Asked): Promise<DocumentStatus> {
  const { unit, revision, current } = await bodyAs(asked, restoreSchema)
  if (unit !== 'shared' && !isLocale(unit))
    throw refuse('unknown_language', { language: unit, known: localeCodes.join(', ') })
  const { actor, id, req } = asked
  await restoreUnit({ ...actor, i18n: req.i18n }, { collection, id, unit, revision, current })
  return statusOf(actor, asked)
}

async function say(asked: Asked): Promise<Presence> {
  const { language } = await bodyAs(asked, hereSchema)
  const { actor, collection, id, person } = asked
  await refuseUnreadable(actor, asked)
  return beHere(poolOf(actor.payload), { collection, id, language, person: person.id })
}

const goAway = ({ actor, collection, id, person }: Asked): Promise<Record<string, never>> =>
  leave(poolOf(actor.payload), { collection, id, person: person.id })

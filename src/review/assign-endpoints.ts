import type { Endpoint } from 'payload'
import { z } from 'zod'
import { may, mayOnUnit, type ContentCollection } from '@/access'
import { refuse } from '@/lib/errors'
import { isLocale, localeCodes } from '@/lib/locales'
import { holdDocument, inTransaction, poolOf } from '@/lib/postgres'
import {
  bodyAs,
  doorOf,
  type Asked,
  ablePeople,
  readColleagues,
  refuseUnable,
  refuseUnreadable,
  statusOf,
  storeAssignment,
  unitInWords,
  type Able,
  type DocumentStatus,
} from '@/units'
import { refusePast } from './due-day'
import { say } from './say'

// GET …/people → AblePeople: who could write or review here. POST …/assign → DocumentStatus.

export type AblePeople = { people: Able[] }

const assignSchema = z.strictObject({
  units: z.array(z.string().max(20)).min(1).max(50),
  assignee: z.uuid().nullable().optional(),
  due: z.iso.date().nullable().optional(),
})

export function assignEndpoints(collection: ContentCollection): Omit<Endpoint, 'root'>[] {
  const door = doorOf(collection)
  return [
    door({ method: 'get', path: '/people', work: people }),
    door({ method: 'post', path: '/assign', work: assign }),
  ]
}

// Whoever assigns, submits or sends to translation chooses among colleagues; the others need no names.
async function people(asked: Asked): Promise<AblePeople> {
  await refuseUnreadable(asked.actor, asked)
  const { person, collection, req } = asked
  const mayChoose = (['assign', 'submit', 'send-to-translation'] as const).some((right) =>
    may(person, collection as ContentCollection, right),
  )
  if (!mayChoose) return { people: [] }
  return { people: ablePeople(await readColleagues(poolOf(req.payload)), collection) }
}

async function assign(asked: Asked): Promise<DocumentStatus> {
  await refuseUnreadable(asked.actor, asked)
  const { units, ...assignment } = await bodyAs(asked, assignSchema)
  for (const unit of units) refuseNotAssigning(asked, unit)
  refusePast(assignment.due)
  await inTransaction(async (client) => {
    await holdDocument(client, asked)
    for (const unit of units) {
      const ref = { collection: asked.collection, id: asked.id, unit }
      if (assignment.assignee)
        await refuseUnable(client, assignment.assignee, { ...ref, needs: ['update', 'approve'] })
      await storeAssignment(client, ref, { ...assignment, by: asked.person.id })
    }
  })
  return statusOf(asked.actor, asked)
}

function refuseNotAssigning({ person, collection }: Asked, unit: string): void {
  if (unit !== 'shared' && !isLocale(unit))
    throw refuse('unknown_language', { language: unit, known: localeCodes.join(', ') })
  const on = { collection: collection as ContentCollection, unit }
  if (!may(person, on.collection, 'assign')) throw refuse('not_allowed', { action: say('assign this') })
  if (!mayOnUnit(person, 'assign', on)) throw refuse('not_assigned', { unit: unitInWords(unit) })
}

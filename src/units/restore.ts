import type { FlattenedField, PayloadRequest } from 'payload'
import { maySeeUnit, type ContentCollection } from '@/access'
import { canonicalJson } from '@/lib/hash'
import { refuse } from '@/lib/errors'
import { sourceLocale } from '@/lib/locales'
import { holdDocument, inTransaction } from '@/lib/postgres'
import { chosenUnit, type Actor } from './advance'
import { fieldsOf, readFacts } from './facts'
import { obstacleTo } from './obstacle'
import { restoringContext } from './restoring'
import { readRevision, type Revision, type UnitRef } from './revisions'
import { say, unitInWords } from './say'
import { refuseUnreadable } from './status'
import { isLocalized, isOfUnits, type Values } from './unit-values'

// Bringing back the words of one revision of one unit, as a new draft. It is a save like every other: through the gate, as
// the person, and it ends the approval.

/** `current` is the revision that the person saw as the newest; another by now is refused. */
export type Restoring = UnitRef & {
  collection: ContentCollection
  revision: string
  current?: string | undefined
}
/** The language in which Payload answers. */
type Reader = Actor & { i18n?: PayloadRequest['i18n'] }

/**
 * Saves the values of `revision` as the newest of its unit; what it did not have is emptied; no other unit changes.
 * Refusals: not_found (also for a revision of another unit or document), not_allowed, not_assigned, words_changed,
 * already_current, file_replaced, slug_taken, and what saving refuses besides.
 */
export async function restoreUnit({ payload, user, i18n }: Reader, restoring: Restoring): Promise<void> {
  const { collection, id, unit, revision } = restoring
  await refuseUnreadable({ payload, user }, restoring)
  const { wanted, current } = await decide({ payload, user }, restoring)
  const fields = fieldsOf(payload, collection)
  if (wordsIn(unit, wanted) === wordsIn(unit, current))
    throw refuse('already_current', { unit: unitInWords(unit) })
  if (unit === 'shared' && wanted.values['filename'] !== current.values['filename'])
    throw refuse('file_replaced')
  // From here on the gate decides: rights, staleness, values, web addresses.
  await payload.update({
    collection,
    id,
    locale: unit === 'shared' ? sourceLocale : (unit as typeof sourceLocale),
    data: {
      ...writeOf(fields, { values: wanted.values, isShared: unit === 'shared' }),
      base: { [unit]: current.id },
    },
    draft: true,
    depth: 0,
    user,
    overrideAccess: false,
    context: restoringContext(revision),
    ...(i18n ? { req: { i18n } } : {}),
  })
}

/** Words are the same, whichever file they are about. */
const wordsIn = (unit: string, { values: { filename, ...words } }: Revision): string =>
  canonicalJson(unit === 'shared' ? { filename, ...words } : words)

type Decided = { wanted: Revision; current: Revision }

/** Both revisions, once it is certain that this person may. What was written behind the desk's back is recorded first. */
async function decide(actor: Actor, restoring: Restoring): Promise<Decided> {
  const { collection, unit, revision, current } = restoring
  return inTransaction(async (client) => {
    await holdDocument(client, restoring)
    const facts = chosenUnit(await readFacts(client, actor.payload, restoring), { unit, revision: current })
    const obstacle = obstacleTo({ person: actor.user, collection, facts, verb: 'restore' })
    if (obstacle) throw obstacle
    const wanted = await readRevision(client, restoring, revision)
    const isSeen = maySeeUnit(actor.user, { collection, unit, isSent: facts.request !== undefined })
    if (!facts.row || wanted?.unit !== unit || !isSeen)
      throw refuse('not_found', { what: say('This version') })
    return { wanted, current: facts.row.revision }
  })
}

type Writing = { values: Values; isShared: boolean; under?: string }

/** What is written for one unit so that it has these values and no others; the file of a picture is none of them. */
function writeOf(fields: readonly FlattenedField[], { values, isShared, under = '' }: Writing): Values {
  const entries = fields
    .filter((field) => isOfUnits(field) && field.name !== 'filename')
    .flatMap((field): [string, unknown][] => {
      const path = `${under}${field.name}`
      if (field.type === 'group') {
        const inside = writeOf(field.flattenedFields, { values, isShared, under: `${path}.` })
        return Object.keys(inside).length > 0 ? [[field.name, inside]] : []
      }
      return isLocalized(field) === isShared ? [] : [[field.name, values[path] ?? emptyOf(field)]]
    })
  return Object.fromEntries(entries)
}

function emptyOf(field: FlattenedField): unknown {
  if (field.type === 'checkbox') return false
  const holdsMany = field.type === 'array' || ('hasMany' in field && field.hasMany === true)
  return holdsMany ? [] : null
}

import type { ClientBase } from 'pg'
import type { DocumentFacts, UnitFacts } from './facts'
import { namesOf } from './people'
import type { UnitRow } from './revisions'

// The last steps of a unit that one should know of before the next one.

/** People by name, instants RFC 3339. */
export type Happened = {
  approval: { by: string; at: string; second: string | null; reason: string | null } | null
  /** The last time that changes were requested, while they are. */
  requested: { by: string; at: string; reason: string } | null
  /** The approval that a change ended, while the unit has none. */
  ended: { changedBy: string; at: string; approvedBy: string | null; isOfPicture: boolean } | null
  exception: { by: string; at: string; reason: string } | null
}

type Told = {
  verb: string
  unit: string
  person: string | null
  second: string | null
  reason: string | null
  at: Date
  /** The file that its words were about, if they say so. */
  file: string | null
}
export type Steps = ReadonlyMap<string, Told>
export type NameOf = (id: string | null | undefined) => string | null

// The last step of each kind, and the names of everybody who is told of.
export async function readTold(client: ClientBase, facts: DocumentFacts) {
  const { rows } = await client.query<Told>(
    `select distinct on (s.unit, s.verb) s.verb, s.unit, s.person, s.second, s.reason, s.at, r."values" ->> 'filename' as file
       from editorial.steps s left join editorial.revisions r on r.id = s.revision
      where s.document_id = $1 and s.verb in ('approve', 'agree-exception', 'request-changes', 'approval-ended')
      order by s.unit, s.verb, s.id desc`,
    [facts.id],
  )
  const people = [...facts.units.values()].flatMap(({ row, request, published, exception }) => [
    row?.stageBy,
    row?.revision.author,
    row?.assignee,
    request?.assignee,
    request?.sentBy,
    published?.publishedBy,
    exception?.person,
  ])
  const names = await namesOf(client, [...people, ...rows.flatMap((told) => [told.person, told.second])])
  return {
    of: (unit: string): Steps =>
      new Map(rows.filter((told) => told.unit === unit).map((told) => [told.verb, told])),
    nameOf: ((id) => names.get(id ?? '') ?? null) as NameOf,
  }
}

const newer = (one: Told | undefined, other: Told | undefined): Told | undefined =>
  !one || (other && other.at > one.at) ? other : one

export function happened(
  { row, exception }: UnitFacts,
  { told, nameOf }: { told: Steps; nameOf: NameOf },
): Happened {
  const given = newer(told.get('approve'), told.get('agree-exception'))
  const name = (id: string | null) => nameOf(id) ?? ''
  const by = ({ person, at, reason }: Told) => ({
    by: name(person),
    at: at.toISOString(),
    reason: reason ?? '',
  })
  const requested = row?.stage === 'changes-requested' ? told.get('request-changes') : undefined
  const approval =
    row?.approval && given ? { ...by(given), second: nameOf(given.second), reason: given.reason } : null
  return {
    approval,
    requested: requested ? by(requested) : null,
    ended: row?.approval ? null : endedBy({ ended: told.get('approval-ended'), given, row }, nameOf),
    exception: exception ? by({ ...exception, verb: '', unit: '', second: null, file: null }) : null,
  }
}

type Ended = Record<'ended' | 'given', Told | undefined> & { row: UnitRow | undefined }

/** The change that ended the last approval, when nothing was approved since. */
function endedBy({ ended, given, row }: Ended, nameOf: NameOf): Happened['ended'] {
  if (!ended || !given || ended.at <= given.at) return null
  const file: unknown = row?.unit === 'shared' ? undefined : row?.revision.values['filename']
  const changedBy = nameOf(ended.person) ?? ''
  return {
    changedBy,
    at: ended.at.toISOString(),
    approvedBy: nameOf(given.person),
    isOfPicture: file !== undefined && file !== ended.file,
  }
}

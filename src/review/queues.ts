// The queues of a person as SQL: fixed texts by name. Each selects the columns of `Row` in `work.ts`, where `at` and
// `since` say which is most urgent, and names what it needs to know of the person as `:name` (see `bind.ts`).

import { exceptionStands } from '@/units'

export const queueNames = [
  'returned',
  'due',
  'review',
  'exceptions',
  'not-begun',
  'source-changed',
  'translating',
  'in-review',
  'publish',
  'moved-on',
  'down',
] as const
export type QueueName = (typeof queueNames)[number]

/** Of a kind that this person reads whole, or in a language of theirs that it was sent to. */
const isVisible = `(u.collection = any (:openKinds) or (u.collection = any (:sentKinds) and exists (
  select from editorial.translation_requests t
   where t.collection = u.collection and t.document_id = u.document_id
     and t.locale = u.unit and t.locale = any (:languages) and t.taken_back_at is null)))`

const didNotWrite = `not (:me = any (u.authors))`
const mayReview = `(u.collection, u.unit) in (select * from unnest(:reviewKinds, :reviewUnits)) and ${didNotWrite}`
const mayWrite = `(u.collection, u.unit) in (select * from unnest(:writeKinds, :writeUnits))`

// Whose it is depends on the stage: a unit in review waits for its reviewer, not for its writer.
const isMyTurn = `((u.stage in ('writing', 'changes-requested') and ${mayWrite})
  or (u.stage = 'in-review' and ${mayReview}))`

const units = (condition: string): string => `
  select u.collection, u.document_id as id, u.unit, u.stage_at as at, u.stage_at as since, u.due, u.stage_by as person
    from editorial.units u where ${condition} and ${isVisible}`

const requests = (condition: string): string => `
  select t.collection, t.document_id as id, t.locale as unit,
         coalesce(t.due::timestamp at time zone 'UTC', 'infinity') as at, t.sent_at as since, t.due, t.sent_by as person
    from editorial.translation_requests t
   where t.taken_back_at is null and t.collection = any (:translatedKinds) and t.locale = any (:languages)
     and ${condition}`

const dueUnits = `
  select u.collection, u.document_id as id, u.unit, u.due::timestamp at time zone 'UTC' as at, u.stage_at as since,
         u.due, u.assignee as person
    from editorial.units u
   where u.due <= :soon and ${isMyTurn} and ${isVisible}
     and (u.assignee = :me or (u.assignee is null and exists (
       select from editorial.translation_requests t
        where t.collection = u.collection and t.document_id = u.document_id and t.locale = u.unit
          and t.locale = any (:languages) and t.taken_back_at is null)))`

const notBegun = `not exists (
  select from editorial.units u
   where u.collection = t.collection and u.document_id = t.document_id and u.unit = t.locale)`

// Few are ever asked for: they are found first.
const wasAsked = `u.revision in (select s.revision from editorial.steps s where s.verb = 'ask-exception' and ${exceptionStands})`
const whoAsked = `(select s.person from editorial.steps s
  where s.revision = u.revision and s.verb = 'ask-exception' order by s.id desc limit 1)`

const isPublic = `exists (
  select from published.current_units c join published.units p on p.id = c.unit_id
   where c.collection = u.collection and c.document_id = u.document_id and c.unit = u.unit and not p.is_withdrawn)`

export const queues: Record<QueueName, string> = {
  returned: units(
    `u.stage = 'changes-requested' and ${mayWrite} and u.stage_by is distinct from :me
       and (:me = any (u.authors) or u.assignee = :me)`,
  ),
  due: `${dueUnits} union all ${requests(`t.due <= :soon and coalesce(t.assignee, :me) = :me and ${notBegun}`)}`,
  review: units(`u.stage = 'in-review' and ${mayReview}`),
  exceptions: units(
    `u.stage = 'in-review' and u.collection = any (:agreeKinds) and ${didNotWrite}
       and ${wasAsked} and ${whoAsked} <> :me`,
  ),
  'not-begun': requests(`t.state = 'not-begun'`),
  'source-changed': requests(`t.state = 'source-changed'`),
  translating: requests(`t.state = 'translating'`),
  'in-review': requests(`t.state = 'in-review'`),
  publish: units(`u.stage = 'approved' and u.collection = any (:publishKinds)`),
  'moved-on': units(
    `u.stage = 'writing' and u.collection = any (:openKinds) and ${mayWrite} and ${isPublic}`,
  ),
  down: units(`u.stage = 'taken-down' and u.collection = any (:publishKinds)`),
}

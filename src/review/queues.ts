// The queues of a person as SQL: fixed texts, joined by the table below. Each selects the columns of `QueueRow`, where
// `at` and `since` say which is most urgent, and names what it needs to know of the person as `:name` (see `bind.ts`).

export const queueNames = [
  'returned',
  'due',
  'review',
  'exceptions',
  'not-begun',
  'source-changed',
  'translating',
  'publish',
  'moved-on',
  'down',
] as const
export type QueueName = (typeof queueNames)[number]

const columns = `u.collection, u.document_id as id, u.unit`

/** Of a kind that this person reads whole, or in a language of theirs that it was sent to. */
const isVisible = `(u.collection = any (:openKinds) or (u.collection = any (:sentKinds) and exists (
  select from editorial.translation_requests t
   where t.collection = u.collection and t.document_id = u.document_id
     and t.locale = u.unit and t.locale = any (:languages) and t.taken_back_at is null)))`

const mayReview = `(u.collection, u.unit) in (select * from unnest(:reviewKinds, :reviewUnits)) and not (:me = any (u.authors))`
const mayWrite = `(u.collection, u.unit) in (select * from unnest(:writeKinds, :writeUnits))`

// Whose it is depends on the stage: a unit in review waits for its reviewer, not for its writer.
const isMyTurn = `((u.stage in ('writing', 'changes-requested') and ${mayWrite})
  or (u.stage = 'in-review' and ${mayReview}))`

const dueMark = (due: string) => `case when ${due} < :today then 'overdue' else 'soon' end`

const dueUnits = `
  select 'due' as queue, ${columns}, u.due::timestamp at time zone 'UTC' as at, u.stage_at as since, u.due,
         u.assignee as person, ${dueMark('u.due')} as mark
    from editorial.units u
   where u.due <= :soon and ${isMyTurn} and ${isVisible}
     and (u.assignee = :me or (u.assignee is null and exists (
       select from editorial.translation_requests t
        where t.collection = u.collection and t.document_id = u.document_id and t.locale = u.unit
          and t.locale = any (:languages) and t.taken_back_at is null)))`

const dueRequests = `
  select 'due', t.collection, t.document_id, t.locale, t.due::timestamp at time zone 'UTC', t.sent_at, t.due,
         t.assignee, ${dueMark('t.due')}
    from editorial.translation_requests t
   where t.taken_back_at is null and t.due <= :soon and t.collection = any (:translatedKinds)
     and t.locale = any (:languages) and coalesce(t.assignee, :me) = :me
     and not exists (select from editorial.units u
                      where u.collection = t.collection and u.document_id = t.document_id and u.unit = t.locale)`

const translations = `
  select s.state as queue, s.collection, s.document_id, s.locale,
         coalesce(s.due::timestamp at time zone 'UTC', 'infinity'), s.sent_at, s.due, s.sent_by, null
    from (
      select t.*, case
               when u.unit is null or r.values_hash = :nothing then 'not-begun'
               when src.revision is distinct from u.source_revision and src.revision is not null then 'source-changed'
               when u.stage in ('writing', 'changes-requested') then 'translating' end as state
        from editorial.translation_requests t
        left join editorial.units u
          on u.collection = t.collection and u.document_id = t.document_id and u.unit = t.locale
        left join editorial.revisions r on r.id = u.revision
        left join editorial.units src
          on src.collection = t.collection and src.document_id = t.document_id and src.unit = :source
       where t.taken_back_at is null and t.collection = any (:translatedKinds) and t.locale = any (:languages)
    ) s where s.state is not null`

const simple = (queue: QueueName, condition: string): string => `
  select '${queue}' as queue, ${columns}, u.stage_at, u.stage_at, u.due, u.stage_by, null
    from editorial.units u where ${condition} and ${isVisible}`

const asked = `(select s.person from editorial.steps s
  where s.revision = u.revision and s.verb = 'ask-exception' order by s.id desc limit 1)`

/** What fills each queue; some texts fill more than one. */
export const fillings: readonly string[] = [
  dueUnits,
  dueRequests,
  translations,
  simple(
    'returned',
    `u.stage = 'changes-requested' and ${mayWrite} and u.stage_by is distinct from :me
       and (:me = any (u.authors) or u.assignee = :me)`,
  ),
  simple('review', `u.stage = 'in-review' and ${mayReview}`),
  simple(
    'exceptions',
    `u.stage = 'in-review' and u.collection = any (:agreeKinds) and not (:me = any (u.authors)) and ${asked} <> :me`,
  ),
  simple('publish', `u.stage = 'approved' and u.collection = any (:publishKinds)`),
  simple('down', `u.stage = 'taken-down' and u.collection = any (:publishKinds)`),
  simple(
    'moved-on',
    `u.stage = 'writing' and ${mayWrite} and u.collection = any (:openKinds) and exists (
       select from published.current_units c join published.units p on p.id = c.unit_id
        where c.collection = u.collection and c.document_id = u.document_id and c.unit = u.unit and not p.is_withdrawn)`,
  ),
]

import type { ClientBase, Pool } from 'pg'
import { mayOnUnit, type ContentCollection, type Person } from '@/access'
import { localeCodes } from '@/lib/locales'

// People as the rules see them, read beside Payload: who could do something, not who is asking.

/** `language` is that of their screens, as last seen. */
export type Colleague = Person & { name: string; email: string; language: string | null }

/** Everyone who may sign in, or those of them who are named. */
export async function readColleagues(
  client: ClientBase | Pool,
  ids?: readonly string[],
): Promise<Colleague[]> {
  const { rows } = await client.query<Colleague>(
    `select u.id, coalesce(u.name, '') as name, u.email,
            array(select r.value::text from public.users_roles r where r.parent_id = u.id) as roles,
            array(select t.text from public.users_texts t where t.parent_id = u.id and t.path = 'locales') as locales,
            array(select t.text from public.users_texts t where t.parent_id = u.id and t.path = 'reviewLocales') as "reviewLocales",
            array(select c.value::text from public.users_review_collections c where c.parent_id = u.id) as "reviewCollections",
            s.language
       from public.users u left join editorial.screen_languages s on s.person = u.id
      where not coalesce(u.disabled, false) and ($1::uuid[] is null or u.id = any ($1))
      order by u.name, u.id`,
    [ids ?? null],
  )
  return rows
}

/** Someone who could be asked to do something in a kind of documents: the units in which they may write, and review. */
export type Able = { id: string; name: string; writes: string[]; reviews: string[] }

const units = ['shared', ...localeCodes]

/** Who may write or review in `collection`. Whoever may do neither is not in the list. */
export const ablePeople = (colleagues: readonly Colleague[], collection: string): Able[] =>
  colleagues
    .map((colleague) => ({
      id: colleague.id,
      name: colleague.name,
      writes: units.filter((unit) => canDo(colleague, 'update', { collection, unit })),
      reviews: units.filter((unit) => canDo(colleague, 'approve', { collection, unit })),
    }))
    .filter(({ writes, reviews }) => writes.length + reviews.length > 0)

type Where = { collection: string; unit: string }

/** Whether or not it was sent to them: sending is what comes next. */
export const canDo = (
  person: Person | undefined,
  right: 'update' | 'approve',
  { collection, unit }: Where,
): boolean => mayOnUnit(person, right, { collection: collection as ContentCollection, unit })

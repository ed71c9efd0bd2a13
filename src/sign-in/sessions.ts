import type { ClientBase } from 'pg'
import { deskEnv } from '@/lib/env'
import { halfWayLimit, idleLimit, longestSession, noteEvery } from './limits'
import type { StoredPassword } from './password-hash'
import { markOf, newToken } from './session-cookie'

// Sessions are rows; nothing that a person holds says that they are signed in. What a row is worth is found out
// anew at each request, so that a role that now needs a second step needs it in open sessions too.

/** `full`: signed in. `code`: the second step is still to come. `set-up`: it has to be set up first. */
export type State = 'full' | 'code' | 'set-up'

export type Session = {
  id: string
  person: string
  state: State
  /** When it ends if nothing more is done in it. */
  endsAt: Date
  /** A role of this person needs the second step. */
  isRequired: boolean
  /** An administrator removed the second step, and it is not set up again. */
  wasReset: boolean
}

type Row = {
  id: string
  person: string
  opened: Date
  seen: Date
  is_proved: boolean
  is_later: boolean
  has_step: boolean
  was_reset: boolean
  is_required: boolean
  now: Date
}

// The database's clock decides, for every process. A person who was disabled has no session.
const findBy = (column: 'token' | 'id'): string => `
select s.id, s.person, s.opened_at as opened, s.seen_at as seen, s.is_proved, s.is_later,
  step.secret is not null as has_step, step.reset_at is not null as was_reset, clock_timestamp() as now,
  exists (select from public.users_roles r where r.parent_id = s.person and r.value::text = any ($2)) as is_required
from sign_in.sessions s
join public.users u on u.id = s.person and u.disabled is not true
left join sign_in.second_steps step on step.person = s.person
where s.${column} = $1`
const find = findBy('token')

/** The session of this id with the clock of the database; undefined when it is over. It does not go on by that. */
export async function sessionOfId(
  client: Pick<ClientBase, 'query'>,
  id: string,
): Promise<{ session: Session; now: Date } | undefined> {
  const { rows } = await client.query<Row>(findBy('id'), [id, deskEnv().SECOND_FACTOR_ROLES])
  const [row] = rows
  const session = row && sessionOf(row)
  return row && session ? { session, now: row.now } : undefined
}

/**
 * The session of this token, whatever its state; undefined when there is none or it is over. `isSeen`: its person did
 * something, so that it goes on; an open page that asks by itself does not count.
 */
export async function findSession(
  client: Pick<ClientBase, 'query'>,
  token: string,
  isSeen: boolean,
): Promise<Session | undefined> {
  const { rows } = await client.query<Row>(find, [markOf(token), deskEnv().SECOND_FACTOR_ROLES])
  const [row] = rows
  const session = row && sessionOf(row)
  if (!row || !session) return undefined
  if (!isSeen || session.state !== 'full') return session
  if (row.now.getTime() - row.seen.getTime() >= noteEvery)
    await client.query('update sign_in.sessions set seen_at = $2 where id = $1', [row.id, row.now])
  return { ...session, endsAt: endOf(row.opened, row.now) }
}

const endOf = (opened: Date, seen: Date): Date =>
  new Date(Math.min(opened.getTime() + longestSession, seen.getTime() + idleLimit))

function sessionOf(row: Row): Session | undefined {
  const state = stateOf(row)
  const endsAt =
    state === 'full' ? endOf(row.opened, row.seen) : new Date(row.opened.getTime() + halfWayLimit)
  if (endsAt <= row.now) return undefined
  return {
    id: row.id,
    person: row.person,
    state,
    endsAt,
    isRequired: row.is_required,
    wasReset: row.was_reset,
  }
}

function stateOf({ has_step, is_proved, is_required, was_reset, is_later }: Row): State {
  if (has_step) return is_proved ? 'full' : 'code'
  return is_required || (was_reset && !is_later) ? 'set-up' : 'full'
}

/**
 * Opens a session and gives its token; undefined when the person was disabled, deleted or got another password since
 * `stored` was read. A change that comes at the same moment waits, and then ends this session too.
 */
export async function openSession(
  client: ClientBase,
  person: string,
  stored: StoredPassword,
): Promise<string | undefined> {
  const token = newToken()
  const { rowCount } = await client.query(
    `insert into sign_in.sessions (token, person)
     select $1, u.id from public.users u
     where u.id = $2 and u.hash = $3 and u.disabled is not true for share`,
    [markOf(token), person, stored.hash],
  )
  await client.query("delete from sign_in.sessions where opened_at < now() - $1 * interval '1 ms'", [
    longestSession,
  ])
  return rowCount === 1 ? token : undefined
}

/** The second step was passed, or put off, in this session. It goes on under a new token. */
export async function completeSession(
  client: ClientBase,
  session: string,
  how: 'is_proved' | 'is_later',
): Promise<string> {
  const token = newToken()
  const column = how === 'is_proved' ? 'is_proved' : 'is_later'
  await client.query(
    `update sign_in.sessions set token = $2, seen_at = clock_timestamp(), ${column} = true where id = $1`,
    [session, markOf(token)],
  )
  return token
}

/** Ends the session of this token. Gives the person whose it was. */
export async function endSession(client: ClientBase, token: string): Promise<string | undefined> {
  const { rows } = await client.query<{ person: string }>(
    'delete from sign_in.sessions where token = $1 returning person',
    [markOf(token)],
  )
  return rows[0]?.person
}

/** Ends all sessions of a person but the one named. */
export async function endSessions(client: ClientBase, person: string, but?: string): Promise<void> {
  await client.query(
    'delete from sign_in.sessions where person = $1 and ($2::uuid is null or id <> $2::uuid)',
    [person, but ?? null],
  )
}

import type { ClientBase } from 'pg'
import { setUpLimit } from './limits'
import { asShown, newRecoveryCodes } from './recovery-codes'
import { recoveryMark, seal, unseal } from './seal'
import { newSecret, stepOf } from './totp'

// The second step of each person: an app's secret, sealed, and ten codes on paper.

export type SecondStep = { isSetUp: boolean; setUpAt: string | null; codesLeft: number }

export async function readSecondStep(client: Pick<ClientBase, 'query'>, person: string): Promise<SecondStep> {
  const { rows } = await client.query<{ since: Date | null; left: number }>(
    `select (select set_up_at from sign_in.second_steps where person = $1 and secret is not null) as since,
       (select count(*)::int from sign_in.recovery_codes where person = $1 and used_at is null) as left`,
    [person],
  )
  const since = rows[0]?.since ?? null
  return { isSetUp: since !== null, setUpAt: since?.toISOString() ?? null, codesLeft: rows[0]?.left ?? 0 }
}

/** Whether this is a current code of the person's app that was not used before. It is used now. */
export async function useCode(client: ClientBase, secret: string, { person, code }: Typed): Promise<boolean> {
  const { rows } = await client.query<{ secret: Buffer | null; last: string; now: Date }>(
    `select secret, last_step as last, clock_timestamp() as now
     from sign_in.second_steps where person = $1 for update`,
    [person],
  )
  const [row] = rows
  const opened = row?.secret ? unseal(secret, person, row.secret) : undefined
  if (!row || opened === undefined) return false
  const step = stepOf(code, { secret: opened, lastStep: Number(row.last), now: row.now.getTime() })
  if (step === undefined) return false
  await client.query('update sign_in.second_steps set last_step = $2 where person = $1', [person, step])
  return true
}

type Typed = { person: string; code: string }

/** Whether this is a recovery code of the person that was not used before. It is used now. */
export async function useRecoveryCode(
  client: ClientBase,
  secret: string,
  { person, code }: Typed,
): Promise<boolean> {
  const { rowCount } = await client.query(
    `update sign_in.recovery_codes set used_at = now()
     where person = $1 and code = $2 and used_at is null
       and exists (select from sign_in.second_steps where person = $1 and secret is not null)`,
    [person, recoveryMark(secret, code)],
  )
  return rowCount === 1
}

/**
 * A new secret for the person, which counts once a code of it is typed. Until then, and for as long as it may be
 * typed, whoever asks again gets the same one: two open pages show one picture.
 */
export async function beginSetUp(client: ClientBase, secret: string, person: string): Promise<string> {
  const made = newSecret()
  const { rows } = await client.query<{ pending: Buffer }>(
    `insert into sign_in.second_steps as step (person, pending, pending_at) values ($1, $2, now())
     on conflict (person) do update set pending_at = now(), pending = case
       when step.pending_at > now() - $3 * interval '1 ms' then coalesce(step.pending, excluded.pending)
       else excluded.pending end
     returning pending`,
    [person, seal(secret, person, made), setUpLimit],
  )
  return (rows[0] && unseal(secret, person, rows[0].pending)) ?? made
}

type Pending = { sealed: Buffer; since: Date; now: Date }

/** The first code of the new secret: from now on it counts. Gives the recovery codes, or why there are none. */
export async function confirmSetUp(
  client: ClientBase,
  secret: string,
  { person, code }: Typed,
): Promise<string[] | 'wrong' | 'too late'> {
  const { rows } = await client.query<Pending>(
    `select pending as sealed, pending_at as since, clock_timestamp() as now
     from sign_in.second_steps where person = $1 and pending is not null for update`,
    [person],
  )
  const [pending] = rows
  if (!pending || pending.now.getTime() - pending.since.getTime() > setUpLimit) return 'too late'
  const opened = unseal(secret, person, pending.sealed)
  if (opened === undefined) return 'too late'
  const step = stepOf(code, { secret: opened, lastStep: 0, now: pending.now.getTime() })
  if (step === undefined) return 'wrong'
  await client.query(
    `update sign_in.second_steps set secret = pending, pending = null, pending_at = null,
       set_up_at = now(), last_step = $2, reset_at = null where person = $1`,
    [person, step],
  )
  return makeRecoveryCodes(client, secret, person)
}

/** Ten new recovery codes, as they are shown; the ones before no longer work. */
export async function makeRecoveryCodes(
  client: ClientBase,
  secret: string,
  person: string,
): Promise<string[]> {
  const codes = newRecoveryCodes()
  await client.query('delete from sign_in.recovery_codes where person = $1', [person])
  await client.query('insert into sign_in.recovery_codes (person, code) select $1, unnest($2::bytea[])', [
    person,
    codes.map((code) => recoveryMark(secret, code)),
  ])
  return codes.map(asShown)
}

/** Takes the second step away. `isReset`: an administrator did, and the person is asked to set it up again. */
export async function removeSecondStep(
  client: ClientBase,
  person: string,
  { isReset }: { isReset: boolean },
): Promise<boolean> {
  await client.query('delete from sign_in.recovery_codes where person = $1', [person])
  const { rowCount } = await client.query(
    `update sign_in.second_steps set secret = null, pending = null, pending_at = null, set_up_at = null,
       reset_at = case when $2 then now() end where person = $1 and secret is not null`,
    [person, isReset],
  )
  return rowCount === 1
}

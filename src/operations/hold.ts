import type { ClientBase } from 'pg'
import { appendAudit } from '@/audit'

/**
 * Lets e-mails and webhooks leave again, and writes into the log who decided it (`null`: on the machine itself). Inside the
 * caller's transaction. False where the desk was not on hold.
 */
export async function endHold(client: Pick<ClientBase, 'query'>, person: string | null): Promise<boolean> {
  const { rows } = await client.query<{ reason: string; since: Date }>(
    'delete from desk.hold returning reason, since',
  )
  const [hold] = rows
  if (!hold) return false
  await appendAudit(client, {
    action: 'hold-ended',
    person,
    reason: hold.reason,
    details: { since: hold.since.toISOString() },
  })
  return true
}

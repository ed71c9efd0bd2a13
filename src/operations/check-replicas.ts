import type { Look } from './check-server'
import { fine, orFine, warning, wrong, type Finding } from './finding'
import { missingInOffer } from './replica'

const muchBytes = 1024 ** 3

/** Where what is public is offered to other servers: is all of it, and do they follow? */
export async function checkReplicas({ client }: Pick<Look, 'client'>): Promise<readonly Finding[]> {
  const missing = await missingInOffer(client)
  if (missing === undefined) return []
  const { rows } = await client.query<{ name: string; active: boolean; status: string; kept: string | null }>(
    `select slot_name as name, active, wal_status as status, pg_wal_lsn_diff(pg_current_wal_lsn(), restart_lsn)::text as kept
       from pg_replication_slots where starts_with(slot_name, 'laureate_public_') and not pg_is_in_recovery()`,
  )
  return orFine(
    [
      ...missing.map((table) =>
        wrong(
          'replicas',
          `${table} is public and not offered to replicas.`,
          'Run: npm run replica -- offer <role>, then build the replicas anew.',
        ),
      ),
      ...rows.flatMap(({ name, active, status, kept }) =>
        ofSlot({ name, active, status, kept: Number(kept ?? 0) }),
      ),
    ],
    fine('replicas', `${rows.length} follow what is public`),
  )
}

type Slot = { name: string; active: boolean; status: string; kept: number }

function ofSlot({ name, active, status, kept }: Slot): Finding[] {
  const replica = name.replace('laureate_public_', '')
  const drop = `If it is gone for good: select pg_drop_replication_slot('${name}')`
  if (status === 'lost')
    return [wrong('replicas', `Replica ${replica} was away for too long.`, `Build it anew. ${drop}`)]
  if (!active)
    return [warning('replicas', `Replica ${replica} is not connected.`, `See that it runs. ${drop}`)]
  if (kept > muchBytes)
    return [
      warning(
        'replicas',
        `Replica ${replica} is ${Math.round(kept / 1024 / 1024)} MiB behind.`,
        'Look at its Postgres log.',
      ),
    ]
  return []
}

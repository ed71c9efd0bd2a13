import type { ClientBase, Pool } from 'pg'

/** As SQL: the clock of the foundation, that of its first prize; null while there is none. */
export const firstZone = `(select version_time_zone from public._prizes_v
  where latest and parent_id is not null order by parent_id limit 1)`

/** A zone that this runtime knows (IANA): UTC in place of any other. */
export const knownZone = (zone: string | null | undefined): string =>
  Intl.supportedValuesOf('timeZone').includes(zone ?? '') ? (zone ?? 'UTC') : 'UTC'

/** The clock of the foundation (IANA zone): that of its first prize. UTC while there is none. */
export async function foundationZone(client: ClientBase | Pool): Promise<string> {
  const { rows } = await client.query<{ zone: string | null }>(`select ${firstZone} as zone`)
  return knownZone(rows[0]?.zone)
}

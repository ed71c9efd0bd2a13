import type { ClientBase } from 'pg'

/** The clock of the foundation (IANA zone): that of its first prize. UTC while there is none. */
export async function foundationZone(client: ClientBase): Promise<string> {
  const { rows } = await client.query<{ zone: string | null }>(
    `select version_time_zone as zone from public._prizes_v
      where latest and parent_id is not null order by parent_id limit 1`,
  )
  const zone = rows[0]?.zone ?? ''
  return Intl.supportedValuesOf('timeZone').includes(zone) ? zone : 'UTC'
}

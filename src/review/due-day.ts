import { refuse } from '@/lib/errors'

/** Refuses a day (RFC 3339 full-date) that is over everywhere on earth: whoever gets it could only be late. */
export function refusePast(due: string | null | undefined): void {
  if (!due) return
  const latestZoneHours = 12
  const today = new Date(Date.now() - latestZoneHours * 3_600_000).toISOString().slice(0, 10)
  if (due < today) throw refuse('day_is_past')
}

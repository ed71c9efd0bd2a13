import { readDay, readTime, type Clock } from '@/lib/date-words'
import { wallTime } from '@/lib/wall-clock'
import { fill, screenWords } from '../words'

const dayMs = 86_400_000
const dayOf = (at: Date, zone: string): number => Math.floor(wallTime(at.getTime(), zone) / dayMs)

/** An instant as colleagues say it: "today at 14:02 CET", "on 3 March 2026 at 14:02 CET". */
export function whenInWords(at: string, clock: Clock, now: Date = new Date()): string {
  const { language, zone } = clock
  const words = screenWords(language).units.when
  const date = new Date(at)
  const time = readTime(date, clock)
  const days = dayOf(date, zone) - dayOf(now, zone)
  if (days === 0 || days === -1) {
    const day = new Intl.RelativeTimeFormat(language, { numeric: 'auto' }).format(days, 'day')
    return fill(words.near, { day, time })
  }
  return fill(words.far, { date: readDay(date, clock), time })
}

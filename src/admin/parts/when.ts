import { dayFirst } from '@/lib/date-words'
import { fill, screenWords } from '../words'

const dayOf = (date: Date): number => new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime()

/** An instant as colleagues say it, on the clock of this machine: "today at 14:02", "on 3 March 2026 at 14:02". */
export function whenInWords(at: string, language: string, now: Date = new Date()): string {
  const words = screenWords(language).units.when
  const date = new Date(at)
  const time = date.toLocaleTimeString(dayFirst(language), { timeStyle: 'short' })
  const days = Math.round((dayOf(date) - dayOf(now)) / 86_400_000)
  if (days === 0 || days === -1) {
    const day = new Intl.RelativeTimeFormat(language, { numeric: 'auto' }).format(days, 'day')
    return fill(words.near, { day, time })
  }
  return fill(words.far, { date: date.toLocaleDateString(dayFirst(language), { dateStyle: 'long' }), time })
}

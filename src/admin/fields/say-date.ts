import { readDate } from '@/lib/date-words'
import { fill, screenWords } from '../words'

const wholeDay = /^\d{4}-\d{2}-\d{2}$/

/** How the desk reads what is typed into a field for a date, or for a whole day; or how to write it. */
export function sayDate(typed: string, language: string, isWholeDay: boolean): string {
  const { reading, unclear, unclearDay } = screenWords(language).date
  const text = typed.trim()
  if (isWholeDay && !wholeDay.test(text)) return unclearDay
  const date = readDate(text, language)
  if (date !== undefined) return fill(reading, { date })
  return isWholeDay ? unclearDay : unclear
}

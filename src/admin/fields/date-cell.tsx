import type { DefaultServerCellComponentProps } from 'payload'
import { readDate } from '@/lib/date-words'

/** A date in words in lists. */
export function DateCell({ cellData, i18n }: DefaultServerCellComponentProps) {
  const value = typeof cellData === 'string' ? cellData : ''
  return <span>{readDate(value, i18n.language) ?? value}</span>
}

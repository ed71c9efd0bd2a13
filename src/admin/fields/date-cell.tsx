import type { DefaultServerCellComponentProps } from 'payload'
import { readDate } from '../parts/read-date'
import { screenWords } from '../words'

/** A date in words in lists. */
export function DateCell({ cellData, i18n }: DefaultServerCellComponentProps) {
  const value = typeof cellData === 'string' ? cellData : ''
  const words = screenWords(i18n.language).date
  return <span>{readDate(value, { language: i18n.language, words }) ?? value}</span>
}

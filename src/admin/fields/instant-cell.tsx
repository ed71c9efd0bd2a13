import type { DefaultServerCellComponentProps } from 'payload'
import { Moment } from '../parts/moment.client'

/** An instant in words in lists. */
export function InstantCell({ cellData, i18n }: DefaultServerCellComponentProps) {
  const at: unknown = cellData instanceof Date ? cellData.toISOString() : cellData
  return typeof at === 'string' && at !== '' ? <Moment at={at} language={i18n.language} /> : null
}

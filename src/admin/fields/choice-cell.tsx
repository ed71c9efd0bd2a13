import type { DefaultServerCellComponentProps } from 'payload'
import { nameOf } from './choices'

/** Names instead of codes in lists. */
export function ChoiceCell({ cellData, field, i18n }: DefaultServerCellComponentProps) {
  const kind = String((field.custom as { kind?: unknown } | undefined)?.kind)
  const codes: unknown[] = [cellData ?? []].flat()
  return <span>{codes.map((code) => nameOf(kind, String(code), i18n.language)).join(', ')}</span>
}

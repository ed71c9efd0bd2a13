import type { DefaultServerCellComponentProps } from 'payload'
import { unitStates } from '@/publishing'
import { poolOf } from '@/lib/postgres'
import { StateMark } from './state-mark'
import { screenWords } from './words'

/** Whether a document is public, in lists. */
export async function PublicationCell({
  rowData,
  collectionSlug,
  payload,
  i18n,
}: DefaultServerCellComponentProps) {
  const words = screenWords(i18n.language).publication.states
  const row = rowData as { id: string; updatedAt?: string } | undefined
  // Payload renders the cells of display-only fields on the document's own page too, without a row.
  if (!row) return null
  const states = await unitStates(poolOf(payload), { collection: collectionSlug, id: row.id })
  const open = states.filter((state) => state.isPublic)
  if (open.length === 0) {
    const state = states.length === 0 ? 'never' : 'down'
    return <StateMark state={state} text={words[state]} />
  }
  const last = Math.max(...states.map((state) => state.publishedAt.getTime()))
  const state = row.updatedAt !== undefined && Date.parse(row.updatedAt) > last ? 'changed' : 'public'
  return <StateMark state={state} text={words[state]} />
}

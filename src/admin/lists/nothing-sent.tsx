import type { ListViewServerProps } from 'payload'
import type { Person } from '@/access'
import { seesOnlySent } from '../fields/only-sent'
import { workWords } from '../words'

type Props = Pick<ListViewServerProps, 'collectionConfig' | 'data' | 'i18n' | 'user'>

/** Above a list that is empty for who sees only what was sent to them: what it would hold. */
export function NothingSent({ collectionConfig, data, i18n, user }: Props) {
  const isEmpty = data.totalDocs === 0 && seesOnlySent(user as Person | null, collectionConfig.slug)
  return isEmpty ? <p className="desk-list__none">{workWords(i18n.language).nothingSent}</p> : null
}

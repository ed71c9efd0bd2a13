import type { ServerProps } from 'payload'
import { mayUse } from '@/access'
import { NavLink } from './nav-link.client'
import { screenWords } from './words'

/** Our own pages in the menu, above the collections. */
export function NavLinks({ i18n, user, payload }: ServerProps) {
  const words = screenWords(i18n?.language ?? 'en').start
  if (!mayUse(user, 'import')) return null
  return <NavLink href={`${payload.config.routes.admin}/import`} label={words.importPage} />
}

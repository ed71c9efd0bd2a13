import type { ServerProps } from 'payload'
import { mayUse } from '@/access'
import { NavLink } from './nav-link.client'
import { logWords, screenWords, webhookWords, workWords } from '../words'

/** Our own pages in the menu, above the collections. */
export function NavLinks({ i18n, user, payload }: ServerProps) {
  const language = i18n?.language ?? 'en'
  const { admin } = payload.config.routes
  return (
    <>
      <NavLink href={admin} label={workWords(language).title} />
      {mayUse(user, 'import') ? (
        <NavLink href={`${admin}/import`} label={screenWords(language).start.importPage} />
      ) : null}
      {mayUse(user, 'manage-webhooks') ? (
        <NavLink href={`${admin}/webhooks`} label={webhookWords(language).title} />
      ) : null}
      {mayUse(user, 'read-log') ? <NavLink href={`${admin}/log`} label={logWords(language).title} /> : null}
    </>
  )
}

import { Gutter, Link, SetStepNav } from '@payloadcms/ui'
import { redirect } from 'next/navigation'
import type { AdminViewServerProps } from 'payload'
import { rolesOf, type Person } from '@/access'
import { DeskFrame } from './desk-frame'
import { fill, screenWords } from '../words'

/** What a person meets who opens a screen by its address that the roles do not include. */
export function NotAllowed(view: AdminViewServerProps) {
  const { req } = view.initPageResult
  const admin = req.payload.config.routes.admin
  if (!req.user) redirect(`${admin}/login`)
  const { notAllowed: words, roles } = screenWords(req.i18n.language)
  const held = rolesOf(req.user as Person).map((role) => roles[role])
  const text = fill(words.text, { roles: held.length > 0 ? held.join(', ') : words.noRole })
  return (
    <DeskFrame view={view}>
      <SetStepNav nav={[]} />
      <Gutter className="desk-start desk-notice">
        <h1>{words.title}</h1>
        <p>{text}</p>
        <p>
          <Link href={admin}>{words.back}</Link>
        </p>
      </Gutter>
    </DeskFrame>
  )
}

import { DefaultTemplate } from '@payloadcms/next/templates'
import { Gutter, SetStepNav } from '@payloadcms/ui'
import { redirect } from 'next/navigation'
import type { AdminViewServerProps } from 'payload'
import { mayUse, type Person } from '@/access'
import type { User } from '@/payload-types'
import { ImportFlow } from './import-flow.client'
import { choicesOf } from './choices'
import { screenWords } from './words'

/** The screen "Import a page". */
export function ImportPage({ initPageResult, params, searchParams, viewActions }: AdminViewServerProps) {
  const { req, locale, permissions, visibleEntities } = initPageResult
  const admin = req.payload.config.routes.admin
  const person = req.user as Person | null
  if (!person) redirect(`${admin}/login?redirect=${encodeURIComponent(`${admin}/import`)}`)
  const words = screenWords(req.i18n.language).intake
  return (
    <DefaultTemplate
      i18n={req.i18n}
      payload={req.payload}
      permissions={permissions}
      req={req}
      user={req.user as User}
      visibleEntities={{ collections: visibleEntities.collections, globals: visibleEntities.globals }}
      {...(locale ? { locale } : {})}
      {...(params ? { params } : {})}
      {...(searchParams ? { searchParams } : {})}
      {...(viewActions ? { viewActions } : {})}
    >
      <SetStepNav nav={[{ label: words.title }]} />
      <Gutter className="desk-import">
        <h1>{words.title}</h1>
        {mayUse(person, 'import') ? (
          <ImportFlow admin={admin} countries={choicesOf('country', req.i18n.language)} />
        ) : (
          <p>{words.notYours}</p>
        )}
      </Gutter>
    </DefaultTemplate>
  )
}

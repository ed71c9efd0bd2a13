import { Gutter, SetStepNav } from '@payloadcms/ui'
import { redirect } from 'next/navigation'
import type { AdminViewServerProps } from 'payload'
import { mayUse, type Person } from '@/access'
import { DeskFrame } from '../frame/desk-frame'
import { ImportFlow } from './import-flow.client'
import { choicesOf } from '../fields/choices'
import { screenWords } from '../words'

/** The screen "Import a page". */
export function ImportPage(view: AdminViewServerProps) {
  const { req } = view.initPageResult
  const admin = req.payload.config.routes.admin
  const person = req.user as Person | null
  if (!person) redirect(`${admin}/login?redirect=${encodeURIComponent(`${admin}/import`)}`)
  const words = screenWords(req.i18n.language).intake
  return (
    <DeskFrame view={view}>
      <SetStepNav nav={[{ label: words.title }]} />
      <Gutter className="desk-import">
        <h1>{words.title}</h1>
        {mayUse(person, 'import') ? (
          <ImportFlow admin={admin} countries={choicesOf('country', req.i18n.language)} />
        ) : (
          <p>{words.notYours}</p>
        )}
      </Gutter>
    </DeskFrame>
  )
}

'use client'

import { useDocumentInfo, useTranslation } from '@payloadcms/ui'
import { Moment } from '../parts/moment.client'
import { screenWords } from '../words'

/** In the head of each document, in place of the framework's own: on the clock of the foundation. */
export function LastSaved() {
  const { data } = useDocumentInfo()
  const { i18n } = useTranslation()
  const at: unknown = data?.['updatedAt']
  if (typeof at !== 'string') return null
  return (
    <span className="desk-saved">
      {screenWords(i18n.language).date.saved} <Moment at={at} language={i18n.language} />
    </span>
  )
}

'use client'

import { useTranslation } from '@payloadcms/ui'
import { screenWords } from './words'

/** Beside documents that never leave the desk. */
export function InsideNote() {
  const { i18n } = useTranslation()
  const { title, inside } = screenWords(i18n.language).publication
  return (
    <section className="desk-panel">
      <h3 className="desk-panel__title">{title}</h3>
      <p className="desk-panel__help">{inside}</p>
    </section>
  )
}

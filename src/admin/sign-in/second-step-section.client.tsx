'use client'

import { useAuth, useDocumentInfo, useTranslation } from '@payloadcms/ui'
import { OwnSecondStep } from './second-step-own.client'
import { SecondStepOfOther } from './second-step-other.client'
import { screenWords } from '../words'

/** On the page of a person: their second step. One's own can be set up here; somebody else's can be removed. */
export function SecondStepSection() {
  const { i18n } = useTranslation()
  const { id } = useDocumentInfo()
  const { user } = useAuth()
  if (id === undefined || !user) return null
  return (
    <section className="desk-panel desk-second-step-section" id="second-step">
      <h3 className="desk-panel__title">{screenWords(i18n.language).secondStep.title}</h3>
      {id === user.id ? <OwnSecondStep /> : <SecondStepOfOther id={String(id)} />}
    </section>
  )
}

'use client'

import { PasswordField, useAuth, useDocumentInfo, useFormFields, useTranslation } from '@payloadcms/ui'
import { useEffect } from 'react'
import { screenWords } from '../words'

const path = 'present-password'
// The framework's form keeps what was typed after it is saved, and would send it again.
const typed = ['password', 'confirm-password', path]

/** Once a new password of one's own is typed: the present one, which is asked for and never stored. */
export function PresentPassword() {
  const { id, lastUpdateTime } = useDocumentInfo()
  const { user } = useAuth()
  const dispatch = useFormFields(([, change]) => change)
  const isTyped = useFormFields(([fields]) => Boolean(fields['password']?.value))
  const isOwn = id !== undefined && id === user?.id
  useEffect(() => {
    if (isOwn && lastUpdateTime > 0) for (const name of typed) dispatch({ type: 'REMOVE', path: name })
  }, [isOwn, lastUpdateTime, dispatch])
  return isOwn && isTyped ? <Asked /> : null
}

function Asked() {
  const { i18n, t } = useTranslation()
  const dispatch = useFormFields(([, change]) => change)
  useEffect(() => () => dispatch({ type: 'REMOVE', path }), [dispatch])
  return (
    <PasswordField
      autoComplete="current-password"
      field={{ name: path, label: screenWords(i18n.language).signIn.present, required: true }}
      path={path}
      schemaPath={path}
      validate={(value) => Boolean(value) || t('validation:required')}
    />
  )
}

'use client'

import { useTranslation } from '@payloadcms/ui'
import { screenWords } from '../words'

/** Help for the e-mail address and the password, which the framework draws itself and leaves without any. */
export function SignInNote() {
  const { i18n } = useTranslation()
  const { email, password } = screenWords(i18n.language).signIn
  return (
    <div className="desk-sign-in">
      <p>{email}</p>
      <p>{password}</p>
    </div>
  )
}

import { MinimalTemplate } from '@payloadcms/next/templates'
import { redirect } from 'next/navigation'
import type { AdminViewServerProps } from 'payload'
import { waitingOf } from '@/sign-in'
import { Logo } from '../frame/brand'
import { SecondStepCode } from './second-step-code.client'
import { SecondStepFirst } from './second-step-first.client'

/** Between the password and the desk: the code, or setting it up. Shown at whatever address was asked for. */
export async function SecondStep({ initPageResult }: AdminViewServerProps) {
  const { headers, i18n, payload } = initPageResult.req
  const session = await waitingOf(payload, headers)
  if (!session) redirect(payload.config.routes.admin)
  const { state, isRequired, wasReset } = session
  return (
    <MinimalTemplate className="desk-second-step">
      <Logo i18n={i18n} payload={payload} permissions={initPageResult.permissions} />
      {state === 'code' ? (
        <SecondStepCode />
      ) : (
        <SecondStepFirst isRequired={isRequired} wasReset={wasReset} />
      )}
    </MinimalTemplate>
  )
}

import type { ServerProps } from 'payload'
import { mayUse } from '@/access'
import { readHold } from '@/lib/hold'
import { poolOf } from '@/lib/postgres'
import { countWaiting } from '@/webhooks'
import { EndHold } from './end-hold.client'
import { Moment } from '../parts/moment.client'
import { screenWords } from '../words'

/** Above every page while nothing leaves the desk. */
export async function HoldBanner({ i18n, user, payload }: ServerProps) {
  const hold = user ? await readHold(poolOf(payload)) : undefined
  if (!hold) return null
  const language = i18n?.language ?? 'en'
  const words = screenWords(language).hold
  const waiting = mayUse(user, 'end-hold') ? (await countWaiting(poolOf(payload))).messages : undefined
  return (
    <div className="desk-hold" role="status">
      <p>
        {words.text} {words.since} <Moment at={hold.since.toISOString()} language={language} />.{' '}
        {waiting === undefined ? words.ask : null}
      </p>
      {waiting === undefined ? null : (
        <EndHold address={`${payload.config.routes.api}/hold/end`} waiting={waiting} />
      )}
    </div>
  )
}

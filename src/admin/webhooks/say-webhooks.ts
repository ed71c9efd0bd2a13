import { redirect } from 'next/navigation'
import type { AdminViewServerProps } from 'payload'
import { mayUse, type Person } from '@/access'
import type { Delivery, EndpointState, LastTry } from '@/webhooks'
import { fill, webhookWords } from '../words'

// Webhooks in words, and who may see them.

/** False: this person may not. Whoever is not signed in is led to sign in, and back. */
export function mayLookAfterWebhooks(
  { initPageResult: { req } }: AdminViewServerProps,
  path: string,
): boolean {
  const { admin } = req.payload.config.routes
  const person = req.user as Person | null
  if (!person) redirect(`${admin}/login?redirect=${encodeURIComponent(`${admin}${path}`)}`)
  return mayUse(person, 'manage-webhooks')
}

/** Whether it works, and how much waits. */
export function stateInWords({ isOn, goneAt, last, waiting }: EndpointState, language: string): string {
  const { state } = webhookWords(language)
  const on = last === null ? state.unused : last.result === 'accepted' ? state.works : state.failing
  const said = isOn ? on : goneAt ? state.gone : state.off
  return waiting === 0 ? said : `${said} · ${waitingInWords(waiting, language)}`
}

function waitingInWords(number: number, language: string): string {
  const { state } = webhookWords(language)
  return number === 1
    ? state.waitingOne
    : fill(state.waitingOther, { number: number.toLocaleString(language) })
}

export const resultInWords = ({ result, status }: LastTry, language: string): string =>
  fill(webhookWords(language).results[result ?? 'none'], { status: status ?? '' })

export const eventInWords = ({ type, release }: Delivery, language: string): string =>
  fill(webhookWords(language).eventOf[type], { number: release?.toLocaleString(language) ?? '' })

/** What became of it; of what was tried and did not arrive also why. */
export function deliveryInWords({ state, last }: Delivery, language: string): string {
  const said = webhookWords(language).states[state]
  return last === null || state === 'delivered' || state === 'dropped'
    ? said
    : `${said}: ${resultInWords(last, language)}`
}

export type Holding = { isOn: boolean; isOnHold: boolean; now: Date }

/** When it is tried next: an instant to come, or in words what has to happen first; null where there is no next try. */
export function nextTryOf(
  { state, release, dueAt }: Delivery,
  { isOn, isOnHold, now }: Holding,
  language: string,
): Date | string | null {
  const words = webhookWords(language).deliveries
  if (state !== 'waiting') return null
  // A test is sent to a webhook that is off, too.
  if (!isOn && release !== null) return words.afterOn
  if (isOnHold) return words.afterHold
  return dueAt > now ? dueAt : words.soon
}

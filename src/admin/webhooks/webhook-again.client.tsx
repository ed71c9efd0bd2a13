'use client'

import { useWebhook } from './use-webhook.client'

/** Sends one message once more. */
export function WebhookAgain({ address, delivery }: { address: string; delivery: string }) {
  const { ask, isBusy, problem, words } = useWebhook()
  const again = () => void ask(`${address}/replay`, { delivery }, words.deliveries.againDone)
  return (
    <>
      <button className="desk-link" disabled={isBusy} onClick={again} type="button">
        {words.deliveries.again}
      </button>
      {problem === null ? null : <span role="alert">{problem}</span>}
    </>
  )
}

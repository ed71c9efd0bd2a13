import type { Delivery } from '@/webhooks'
import { Moment } from '../parts/moment.client'
import { deliveryInWords, eventInWords, nextTryOf, type Holding } from './say-webhooks'
import { WebhookAgain } from './webhook-again.client'
import { webhookWords } from '../words'

type Props = {
  deliveries: readonly Delivery[]
  address: string
  holding: Holding
  language: string
}

/** What was sent to an endpoint, the newest first. */
export function WebhookDeliveries({ deliveries, address, holding, language }: Props) {
  const { deliveries: words } = webhookWords(language)
  if (deliveries.length === 0) return <p>{words.none}</p>
  return (
    <div className="desk-webhooks__table">
      <table>
        <thead>
          <tr>
            {[words.event, words.when, words.state, words.tries, words.next, ''].map((label) => (
              <th key={label}>{label}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {deliveries.map((delivery) => (
            <tr className={`desk-webhooks__delivery--${delivery.state}`} key={delivery.id}>
              <Cells delivery={delivery} language={language} next={nextTryOf(delivery, holding, language)} />
              <td>
                {holding.isOn && delivery.release !== null ? (
                  <WebhookAgain address={address} delivery={delivery.id} />
                ) : null}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

type Next = ReturnType<typeof nextTryOf>

// On a narrow screen a row is a paragraph, and each cell says itself what it is.
function Cells({ delivery, next, language }: { delivery: Delivery; next: Next; language: string }) {
  const { deliveries: words } = webhookWords(language)
  const { madeAt, tries } = delivery
  return (
    <>
      <th scope="row">{eventInWords(delivery, language)}</th>
      <td data-label={words.when}>
        <Moment at={madeAt.toISOString()} language={language} />
      </td>
      <td data-label={words.state}>{deliveryInWords(delivery, language)}</td>
      <td data-label={words.tries}>{tries.toLocaleString(language)}</td>
      <td data-label={words.next}>
        {next instanceof Date ? <Moment at={next.toISOString()} language={language} /> : next}
      </td>
    </>
  )
}

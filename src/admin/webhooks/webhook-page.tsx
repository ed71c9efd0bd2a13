import { Gutter, Link, SetStepNav } from '@payloadcms/ui'
import type { AdminViewServerProps } from 'payload'
import { webhookTypes } from '@/contract'
import { readHold } from '@/lib/hold'
import { poolOf } from '@/lib/postgres'
import { readDeliveries, readEndpoints, type Delivery, type EndpointState } from '@/webhooks'
import { DeskFrame } from '../frame/desk-frame'
import { Moment } from '../parts/moment.client'
import { mayLookAfterWebhooks, resultInWords, stateInWords, type Holding } from './say-webhooks'
import { WebhookActions } from './webhook-actions.client'
import { WebhookDeliveries } from './webhook-deliveries'
import { WebhookForm } from './webhook-form.client'
import { WebhookSince } from './webhook-since.client'
import { webhookWords } from '../words'

const perPage = 50
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const place = /^\d{1,18}$/

/** The screen of one webhook: its address, what can be done with it, and what was sent. */
export async function WebhookPage(view: AdminViewServerProps) {
  const { req } = view.initPageResult
  const [, id = ''] = (view.params?.['segments'] ?? []) as string[]
  const isAllowed = mayLookAfterWebhooks(view, `/webhooks/${id}`)
  const words = webhookWords(req.i18n.language)
  const list = `${req.payload.config.routes.admin}/webhooks`
  const shown = isAllowed && uuid.test(id) ? await readShown(view, id) : undefined
  return (
    <DeskFrame view={view}>
      <SetStepNav
        nav={[{ label: words.title, url: list }, { label: shown ? nameOf(shown.endpoint) : '…' }]}
      />
      <Gutter className="desk-webhooks">
        {shown ? (
          <Shown {...shown} view={view} />
        ) : (
          <>
            <h1>{words.title}</h1>
            <p>{isAllowed ? words.notFound : words.notYours}</p>
          </>
        )}
      </Gutter>
    </DeskFrame>
  )
}

const nameOf = ({ description, url }: EndpointState): string =>
  description === '' ? new URL(url).host : description

type Read = {
  endpoint: EndpointState
  deliveries: Delivery[]
  next: string | null
  holding: Holding
  before?: string
}

async function readShown(
  { initPageResult, searchParams }: AdminViewServerProps,
  id: string,
): Promise<Read | undefined> {
  const pool = poolOf(initPageResult.req.payload)
  const asked = searchParams?.['before']
  const before = typeof asked === 'string' && place.test(asked) ? { before: asked } : {}
  const now = new Date()
  const [[endpoint], found, hold] = await Promise.all([
    readEndpoints(pool, now, id),
    readDeliveries(pool, id, { limit: perPage + 1, ...before }),
    readHold(pool),
  ])
  const deliveries = found.slice(0, perPage)
  const next = found.length > perPage ? (deliveries.at(-1)?.place ?? null) : null
  if (!endpoint) return undefined
  const holding = { isOn: endpoint.isOn, isOnHold: hold !== undefined, now }
  return { endpoint, deliveries, next, holding, ...before }
}

function Shown({ endpoint, deliveries, next, holding, before, view }: Read & { view: AdminViewServerProps }) {
  const { payload, i18n } = view.initPageResult.req
  const words = webhookWords(i18n.language)
  const { admin, api } = payload.config.routes
  const here = `${admin}/webhooks/${endpoint.id}`
  const address = `${api}/webhooks/${endpoint.id}`
  const { url, description, events, isOn } = endpoint
  return (
    <>
      <h1>
        <bdi>{nameOf(endpoint)}</bdi>
      </h1>
      <Standing endpoint={endpoint} language={i18n.language} />
      <WebhookActions address={address} back={`${admin}/webhooks`} isOn={isOn} />
      <section className="desk-panel desk-webhooks__form">
        <h2 className="desk-panel__title">{words.form.edit}</h2>
        <WebhookForm address={address} types={webhookTypes} wish={{ url, description, events }} />
      </section>
      <h2>{words.deliveries.title}</h2>
      <WebhookDeliveries
        address={address}
        deliveries={deliveries}
        language={i18n.language}
        holding={holding}
      />
      <nav className="desk-log__ways">
        {before === undefined ? null : <Link href={here}>{words.deliveries.newest}</Link>}
        {next === null ? null : <Link href={`${here}?before=${next}`}>{words.deliveries.older}</Link>}
        <span className="desk-webhooks__help">{words.deliveries.kept}</span>
      </nav>
      {isOn ? <WebhookSince address={address} /> : null}
      <p>
        <Link href={`${admin}/webhooks`}>{words.all}</Link>
      </p>
    </>
  )
}

function Standing({ endpoint, language }: { endpoint: EndpointState; language: string }) {
  const words = webhookWords(language)
  const { last, oldSecretUntil } = endpoint
  const [before = '', after = ''] = words.secret.renewed.split('{time}')
  return (
    <div className="desk-webhooks__standing">
      <p>{stateInWords(endpoint, language)}</p>
      {last === null ? null : (
        <p className="desk-webhooks__help">
          {words.state.last}: <Moment at={last.at.toISOString()} language={language} /> ·{' '}
          {resultInWords(last, language)}
        </p>
      )}
      {oldSecretUntil === null ? null : (
        <p className="desk-webhooks__help">
          {before}
          <Moment at={oldSecretUntil.toISOString()} language={language} />
          {after}
        </p>
      )}
    </div>
  )
}

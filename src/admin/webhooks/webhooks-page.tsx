import { Gutter, Link, SetStepNav } from '@payloadcms/ui'
import type { AdminViewServerProps } from 'payload'
import { webhookTypes } from '@/contract'
import { poolOf } from '@/lib/postgres'
import { readEndpoints, type EndpointState } from '@/webhooks'
import { DeskFrame } from '../frame/desk-frame'
import { Moment } from '../parts/moment.client'
import { mayLookAfterWebhooks, stateInWords, resultInWords } from './say-webhooks'
import { WebhookForm } from './webhook-form.client'
import { webhookWords } from '../words'

/** The screen "Webhooks": who is told of releases, and whether that works. */
export async function WebhooksPage(view: AdminViewServerProps) {
  const { req } = view.initPageResult
  const isAllowed = mayLookAfterWebhooks(view, '/webhooks')
  const words = webhookWords(req.i18n.language)
  return (
    <DeskFrame view={view}>
      <SetStepNav nav={[{ label: words.title }]} />
      <Gutter className="desk-webhooks">
        <h1>{words.title}</h1>
        {isAllowed ? <Webhooks view={view} /> : <p>{words.notYours}</p>}
      </Gutter>
    </DeskFrame>
  )
}

async function Webhooks({ view }: { view: AdminViewServerProps }) {
  const { payload, i18n } = view.initPageResult.req
  const words = webhookWords(i18n.language)
  const endpoints = await readEndpoints(poolOf(payload), new Date())
  const { admin, api } = payload.config.routes
  return (
    <>
      <p className="desk-webhooks__lead">{words.lead}</p>
      {endpoints.length === 0 ? <p>{words.none}</p> : null}
      <ul className="desk-webhooks__list">
        {endpoints.map((endpoint) => (
          <Endpoint
            endpoint={endpoint}
            here={`${admin}/webhooks`}
            key={endpoint.id}
            language={i18n.language}
          />
        ))}
      </ul>
      <section className="desk-panel desk-webhooks__form">
        <h2 className="desk-panel__title">{words.form.add}</h2>
        <WebhookForm address={`${api}/webhooks`} here={`${admin}/webhooks`} types={webhookTypes} />
      </section>
    </>
  )
}

type Props = { endpoint: EndpointState; here: string; language: string }

function Endpoint({ endpoint, here, language }: Props) {
  const words = webhookWords(language)
  const { id, url, description, last } = endpoint
  return (
    <li className="desk-webhooks__row">
      <Link href={`${here}/${id}`}>
        <bdi>{description === '' ? url : description}</bdi>
      </Link>
      {description === '' ? null : (
        <span className="desk-webhooks__url" dir="ltr">
          {url}
        </span>
      )}
      <span>{stateInWords(endpoint, language)}</span>
      {last === null ? null : (
        <span className="desk-webhooks__help">
          {words.state.last}: <Moment at={last.at.toISOString()} language={language} /> ·{' '}
          {resultInWords(last, language)}
        </span>
      )}
    </li>
  )
}

import { createLocalReq } from 'payload'
import { Pool } from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { webhookSchema } from '../../src/contract/webhook'
import { takeDown } from '../../src/releases'
import { verifyWebhook } from '../../src/client'
import { keepSending } from '../../src/webhooks'
import { award, personWith, publish, targetsOf, type Actor } from '../factories'
import { useDesk } from '../payload'
import { startReceiver, type Receiver } from '../receiver'
import { useStaff, type Actor as Role } from '../staff'
import { wordsIn } from '../matrix/server-function'
import { startTestDelivery, until } from './delivery-world'

// From the screen of an administrator and the act of publishing to the receiver, through the doors that people use.

const desk = useDesk()
const staff = useStaff(desk)
const stop = new AbortController()
let pool: Pool
let sending: Promise<void>
let officer: Actor

beforeAll(async () => {
  process.env['WEBHOOK_ALLOW_NETWORKS'] = '127.0.0.0/8'
  pool = new Pool({ connectionString: desk.database.desk, max: 4 })
  const env = { key: process.env['PAYLOAD_SECRET'] ?? '', apiUrl: 'https://api.example.org' }
  const reach = { allowed: ['127.0.0.0/8'], resolve: async () => [] }
  sending = keepSending({ pool, ...env, ...reach, clock: () => new Date(), random: () => 0 }, stop.signal)
  officer = await personWith(desk.payload, ['editor', 'press-officer'])
})
afterAll(async () => {
  stop.abort()
  await sending
  await pool.end()
  delete process.env['WEBHOOK_ALLOW_NETWORKS']
})

const ask = async (path: string, body: unknown = {}) => {
  const response = await staff.as('admin')('POST', `/api/webhooks${path}`, body)
  return { status: response.status, body: (await response.json()) as Record<string, unknown> }
}
const both = ['release.published', 'release.withdrawn']
async function add(receiver: Receiver, events = both) {
  const { status, body } = await ask('', { url: receiver.url, description: 'The website', events })
  expect(status).toBe(200)
  return body as { id: string; secret: string }
}
const messages = ({ received }: Receiver) => received.map(({ body }) => webhookSchema.parse(JSON.parse(body)))

test('publishing many documents, and taking one down, are one message each, within seconds, that our client accepts', async () => {
  const receiver = await startReceiver()
  const { secret } = await add(receiver)
  const documents = await award(officer)
  await publish(officer, targetsOf(documents))
  await until(async () => receiver.received.length >= 1)
  await takeDown(
    officer,
    [{ collection: 'biographies', id: documents.biography.id, units: ['shared'] }],
    'It was wrong.',
  )
  await until(async () => receiver.received.length >= 2)
  const [published, withdrawn] = messages(receiver)
  expect(published).toMatchObject({ type: 'release.published' })
  const items = published?.type === 'release.published' ? published.data.items : []
  expect(items.map(({ resource }) => resource).toSorted()).toEqual([
    'biographies',
    'citations',
    'editions',
    'laureates',
    'press-contacts',
  ])
  expect(withdrawn).toMatchObject({ type: 'release.withdrawn', data: { release: 2 } })
  const delivery = await startTestDelivery({ databaseUrl: desk.database.delivery })
  const gone = withdrawn?.type === 'release.withdrawn' ? withdrawn.data.items : []
  expect(gone.map(({ change }) => change)).toContain('withdrawn')
  for (const { url, id } of items) {
    const { pathname, search } = new URL(url)
    const isGone = gone.some((item) => item.id === id && item.change === 'withdrawn')
    const answer = await fetch(`http://127.0.0.1:${delivery.port}${pathname}${search}`)
    expect({ url, status: answer.status }).toEqual({ url, status: isGone ? 410 : 200 })
  }
  await delivery.close()
  for (const { body, headers } of receiver.received) {
    await expect(verifyWebhook({ body, headers, secret })).resolves.toEqual(JSON.parse(body))
    for (const word of ['Mira Sand', 'for the sea', 'Fjord Prize', 'Ada Press'])
      expect(body).not.toContain(word)
  }
})

test('a refused release, and one that is rolled back, are told to nobody', async () => {
  const receiver = await startReceiver()
  await add(receiver)
  const { biography } = await award(officer)
  const target = { collection: 'biographies', id: biography.id, units: ['en'] }
  await expect(publish(officer, [target])).rejects.toMatchObject({ code: 'not_ready' })
  await ask(`/${(await add(receiver)).id}/test`)
  await until(async () => receiver.received.length >= 1)
  expect(messages(receiver).map(({ type }) => type)).toEqual(['webhook.test'])
})

test('a test that is sent while the desk is on hold is told to wait', async () => {
  const { id } = await add(await startReceiver())
  expect((await ask(`/${id}/test`)).body).toEqual({ isOnHold: false })
  await pool.query("insert into desk.hold (reason) values ('A copy.')")
  const { body } = await ask(`/${id}/test`)
  await pool.query('delete from desk.hold')
  expect(body).toEqual({ isOnHold: true })
})

test('what administrators do is in the log, by name and host, without the rest of the address or the secret', async () => {
  const receiver = await startReceiver()
  const { pathname } = new URL(receiver.url)
  await pool.query('delete from webhooks.endpoints')
  const { rows: before } = await pool.query<{ last: string }>(
    'select coalesce(max(id), 0) as last from audit.entries',
  )
  const { id, secret } = await add(receiver)
  const address = `/${id}`
  await ask(address, { url: `${receiver.url}?token=CANARY`, description: 'The website', events: both })
  await ask(`${address}/off`)
  await ask(`${address}/on`)
  const { secret: renewed } = (await ask(`${address}/renew`)).body
  await ask(`${address}/test`)
  expect((await ask(`${address}/replay`, { since: '2000-01-01T00:00:00Z' })).status).toBe(200)
  await ask(`${address}/delete`)
  const { rows } = await pool.query(
    'select action, person, details from audit.entries where id > $1 order by id',
    [before[0]?.last],
  )
  const details = { address: new URL(receiver.url).host, name: 'The website' }
  expect(rows).toEqual(
    ['added', 'changed', 'turned-off', 'turned-on', 'secret-renewed', 'tested', 'replayed', 'deleted'].map(
      (did) => ({ action: `webhook-${did}`, person: staff.ids.admin, details }),
    ),
  )
  const all = JSON.stringify(rows)
  for (const word of ['CANARY', pathname, secret, String(renewed)]) expect(all).not.toContain(word)
})

test('what an administrator typed is refused in one sentence, in the language of the screens', async () => {
  const { id } = await add(await startReceiver())
  const wish = { url: 'https://93.184.215.14/', description: '', events: both }
  const refusals: [string, object, string][] = [
    ['', { ...wish, url: 'http://93.184.215.14/' }, 'The address must begin with https:// and name no port.'],
    ['', { ...wish, url: `https://93.184.215.14/${'x'.repeat(5000)}` }, 'The address must be a web address'],
    ['', { ...wish, events: [] }, 'Choose at least one event.'],
    ['', { ...wish, description: 'x'.repeat(301) }, 'The description is longer than 300 characters.'],
    [`/${id}/replay`, { since: '2999-01-01T00:00:00Z' }, 'The time is still to come.'],
  ]
  for (const [path, body, words] of refusals) {
    const { status, body: said } = await ask(path, body)
    expect([status, said['detail']]).toEqual([400, expect.stringContaining(words)])
  }
  expect((await ask('', { ...wish, description: `  ${'x'.repeat(300)}  ` })).status).toBe(200)
})

test('what is not there, not understood or too much is refused in words', async () => {
  const nobody = '/00000000-0000-4000-8000-000000000000'
  expect(await ask(`${nobody}/test`)).toMatchObject({ status: 404 })
  const wish = { url: 'https://93.184.215.14/', description: '', events: both }
  for (const [path, body] of [
    ['', { ...wish, url: 'https://10.0.0.1/' }],
    ['', { ...wish, url: 'http://93.184.215.14/' }],
    ['', { ...wish, events: [] }],
    ['', { ...wish, events: ['everything'] }],
    ['', { ...wish, secret: 'mine' }],
    [`${nobody}/replay`, { since: 'yesterday' }],
    [`${nobody}/off`, { and: 'more' }],
  ] as const)
    expect(await ask(path, body)).toMatchObject({ status: 400 })
  const { rows } = await pool.query<{ number: string }>('select count(*) as number from webhooks.endpoints')
  for (let number = Number(rows[0]?.number); number < 50; number += 1)
    expect((await ask('', wish)).status).toBe(200)
  expect(await ask('', wish)).toMatchObject({ status: 400 })
})

/** The words of a screen without what it would still fetch, which only administrators get as far as. */
async function look(role: Role, ...segments: string[]): Promise<string> {
  const { WebhooksPage } = await import('../../src/admin/webhooks/webhooks-page')
  const { WebhookPage } = await import('../../src/admin/webhooks/webhook-page')
  const user = await staff.person(role)
  const req = await createLocalReq(user ? { user: user as never } : {}, desk.payload)
  const view = { initPageResult: { req, visibleEntities: {} }, params: { segments }, searchParams: {} }
  return wordsIn(await (segments.length > 1 ? WebhookPage : WebhooksPage)(view as never))
}

test('the screens show webhooks to administrators only, and one that is gone to nobody', async () => {
  const { rows } = await pool.query<{ id: string }>('select id from webhooks.endpoints limit 1')
  const id = rows[0]?.id ?? ''
  const notYours = 'Only administrators look after webhooks.'
  for (const role of ['editor', 'reviewer', 'translator', 'press-officer'] as const) {
    expect(await look(role, 'webhooks')).toContain(notYours)
    const said = await look(role, 'webhooks', id)
    expect(said).toContain(notYours)
    expect(said).not.toContain('93.184.215.14')
  }
  for (const segments of [['webhooks'], ['webhooks', id]])
    await expect(look('anonymous', ...segments)).rejects.toThrow('NEXT_REDIRECT')
  expect(await look('admin', 'webhooks')).not.toContain(notYours)
  expect(await look('admin', 'webhooks', id)).toContain('93.184.215.14')
  expect(await look('admin', 'webhooks', 'nothing-like-it')).toContain('was not found')
})

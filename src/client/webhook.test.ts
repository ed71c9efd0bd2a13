import { createHmac } from 'node:crypto'
import { Webhook } from 'standardwebhooks'
import { expect, test } from 'vitest'
import { verifyWebhook } from './webhook'

const secret = `whsec_${Buffer.alloc(24, 7).toString('base64')}`
const body = '{"type":"release.published","timestamp":"2026-01-01T00:00:00Z","data":{"release":3}}'

const now = () => String(Math.floor(Date.now() / 1000))
function sign(timestamp = now(), key = secret, text = body) {
  const mac = createHmac('sha256', Buffer.from(key.slice(6), 'base64'))
  return {
    'webhook-id': 'msg_1',
    'webhook-timestamp': timestamp,
    'webhook-signature': `v1,${mac.update(`msg_1.${timestamp}.${text}`).digest('base64')}`,
  }
}
const refused = expect.objectContaining({ name: 'WebhookError' })

test('a message that is signed with the secret is read, from either kind of headers', async () => {
  const message = { type: 'release.published', timestamp: '2026-01-01T00:00:00Z', data: { release: 3 } }
  expect(await verifyWebhook({ body, headers: sign(), secret })).toEqual(message)
  expect(await verifyWebhook({ body, headers: new Headers(sign()), secret })).toEqual(message)
})

test('what a library of Standard Webhooks signed is read', async () => {
  const at = new Date()
  const signature = new Webhook(secret).sign('msg_1', at, body)
  const headers = { ...sign(String(Math.floor(at.getTime() / 1000))), 'webhook-signature': signature }
  expect(await verifyWebhook({ body, headers, secret })).toMatchObject({ data: { release: 3 } })
})

test('during a rotation either secret signs, and either of several signatures counts', async () => {
  const other = `whsec_${Buffer.alloc(24, 8).toString('base64')}`
  await expect(verifyWebhook({ body, headers: sign(), secret: [other, secret] })).resolves.toBeDefined()
  const signatures = `${sign(now(), other)['webhook-signature']} ${sign()['webhook-signature']}`
  const both = { ...sign(), 'webhook-signature': signatures }
  await expect(verifyWebhook({ body, headers: both, secret })).resolves.toBeDefined()
})

test('other words, another secret, another time, another version or no signature are refused', async () => {
  const old = String(Number(now()) - 301)
  const next = String(Number(now()) + 310)
  const other = `whsec_${Buffer.alloc(24, 8).toString('base64')}`
  const signed = sign()
  const wrong = [
    { body: body.replace('3', '4'), headers: signed },
    { body, headers: sign(now(), other) },
    { body, headers: sign(old) },
    { body, headers: sign(next) },
    { body, headers: sign('soon') },
    { body, headers: { ...signed, 'webhook-id': 'msg_2' } },
    { body, headers: { ...signed, 'webhook-signature': signed['webhook-signature'].replace('v1,', 'v2,') } },
    { body, headers: { ...signed, 'webhook-signature': 'v1,*' } },
    { body, headers: {} },
  ]
  for (const each of wrong)
    await expect(verifyWebhook({ ...each, secret }), JSON.stringify(each)).rejects.toEqual(refused)
})

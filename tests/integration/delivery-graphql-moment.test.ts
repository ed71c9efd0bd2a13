import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Delivery } from '@/delivery'
import { startTestDelivery, until, useWorld } from './delivery-world'

const world = useWorld()
const anna = randomUUID()
const award = randomUUID()
const items = (title: string) => [
  { resource: 'laureates' as const, id: anna, slug: 'anna', sortKey: title, facets: { citations: [award] } },
  { resource: 'citations' as const, id: award, slug: '2000-anna', years: [2000], sortKey: title },
]
const query = '{ laureates { data { name { text } included { citations { title { text } } } } } }'
let delivery: Delivery
/** Called before the second statement of an answer. */
let meanwhile = async (): Promise<unknown> => undefined

/** From now on the second statement of every answer waits. */
function hold() {
  const held = { inside: 0, release: (): void => undefined }
  const gate = new Promise<void>((resolve) => (held.release = resolve))
  meanwhile = () => {
    held.inside += 1
    return gate
  }
  return held
}

const ask = (port = delivery.port, text = query) =>
  fetch(`http://127.0.0.1:${port}/graphql?${new URLSearchParams({ query: text })}`)

beforeAll(async () => {
  await world.publish(items('before'))
  delivery = await startTestDelivery({
    databaseUrl: world.database.delivery,
    wrapDatabase: (real) => ({
      ...real,
      ofOneMoment: (work) => {
        let isFirst = true
        return real.ofOneMoment(({ query: put }) =>
          work({
            query: async (statement, values) => {
              if (!isFirst) await meanwhile()
              isFirst = false
              return put(statement, values)
            },
          }),
        )
      },
    }),
  })
})
afterAll(() => delivery.close())

test('an answer is of one moment, whatever is published while it is made, and is not kept then', async () => {
  meanwhile = () => world.publish(items('after'))
  expect(await (await ask()).json()).toMatchObject({
    data: {
      laureates: {
        data: [{ name: { text: 'before (en)' }, included: { citations: [{ title: { text: 'before' } }] } }],
      },
    },
  })
  meanwhile = async () => undefined
  await until(async () => (await (await ask()).text()).includes('after (en)'))
  expect(await (await ask()).text()).not.toContain('before')
})

test('who waits for the database waits for three at most, and the rest of the API goes on', async () => {
  const held = hold()
  const asked = Array.from({ length: 20 }, (_, n) =>
    ask(delivery.port, query.replace('laureates', `laureates(limit: ${n + 1})`)),
  )
  await until(async () => held.inside === 3)
  expect((await fetch(`http://127.0.0.1:${delivery.port}/v1/laureates?limit=199`)).status).toBe(200)
  expect(held.inside).toBe(3)
  held.release()
  const answers = await Promise.all(asked)
  expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 20 }, () => 200))
  meanwhile = async () => undefined
})

test('who asks the same meanwhile waits for the same answer', async () => {
  const held = hold()
  const text = query.replace('laureates', 'laureates(limit: 99)')
  const first = ask(delivery.port, text)
  await until(async () => held.inside === 1)
  const others = [text, text.replace('{', '{\n'), text].map((each) => ask(delivery.port, each))
  // All have arrived when a later request is answered.
  await fetch(`http://127.0.0.1:${delivery.port}/healthz`)
  await fetch(`http://127.0.0.1:${delivery.port}/v1/laureates?limit=198`)
  held.release()
  const answers = await Promise.all([first, ...others])
  expect([held.inside, new Set(await Promise.all(answers.map((answer) => answer.text()))).size]).toEqual([
    1, 1,
  ])
  meanwhile = async () => undefined
})

test('without its database what was asked is answered, the rest is 503 without a word of the database', async () => {
  const port = world.delivery.port
  const known = await (await ask(port)).text()
  await world.setDatabase(false)
  try {
    await until(async () => (await (await world.get('/readyz')).json()).status === 'cut-off')
    const held = await ask(port)
    expect([held.status, await held.text()]).toEqual([200, known])
    expect(held.headers.get('cache-status')).toContain('database unreachable')
    const missing = await ask(
      port,
      `{ laureates(limit: 3) { meta { total } } a: laureate(slug: "a") { slug } }`,
    )
    expect([
      missing.status,
      missing.headers.get('retry-after'),
      missing.headers.get('cache-control'),
    ]).toEqual([503, '5', 'no-store'])
    expect(await missing.text()).not.toMatch(/postgres|database|127\.0\.0\.1/)
  } finally {
    await world.setDatabase(true)
  }
  await until(
    async () =>
      (await ask(port, '{ laureates(limit: 3) { meta { total } } a: laureate(slug: "a") { slug } }'))
        .status === 200,
  )
})

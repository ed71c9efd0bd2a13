import { describe, expect, test } from 'vitest'
import { said, useInput } from './input-world'

// One web address, one document.

const { ids, editor } = useInput()

describe('web addresses', () => {
  test('a web address that another document has is refused, whichever languages and drafts there are', async () => {
    await editor('POST', '/api/laureates?locale=en', { kind: 'person', knownName: 'Twin', slug: 'twin' })
    const taken = await said(
      await editor('POST', '/api/laureates?locale=sv', {
        kind: 'person',
        knownName: 'Tvilling',
        slug: 'twin',
      }),
    )
    expect(taken).toMatchObject({ status: 409, message: expect.stringContaining('twin') })
  })

  test('two people who take the same one at the same moment do not both get it', async () => {
    const create = () =>
      editor('POST', '/api/laureates?locale=en', { kind: 'person', knownName: 'Racer', slug: 'racer' })
    const statuses = (await Promise.all([create(), create(), create(), create()])).map(({ status }) => status)
    expect(statuses.toSorted((one, other) => one - other)).toEqual([201, 409, 409, 409])
  })

  test('one that its document gave up is free again', async () => {
    const first = (await (
      await editor('POST', '/api/laureates?locale=en', { kind: 'person', knownName: 'A', slug: 'given-up' })
    ).json()) as { doc: { id: string } }
    expect(
      (await editor('PATCH', `/api/laureates/${first.doc.id}?locale=en`, { slug: 'moved-on' })).status,
    ).toBe(200)
    expect(
      (await editor('POST', '/api/laureates?locale=en', { kind: 'person', knownName: 'B', slug: 'given-up' }))
        .status,
    ).toBe(201)
  })

  test('award entries share one across years and never within one', async () => {
    const edition = async (year: number) =>
      (
        (await (await editor('POST', '/api/editions?locale=en', { prize: ids['prizes'], year })).json()) as {
          doc: { id: string }
        }
      ).doc.id
    const entry = (at: string) =>
      editor('POST', '/api/citations?locale=en', {
        edition: at,
        laureates: [ids['laureates']],
        slug: 'shared',
        motivation: 'for',
      })
    const [one, other] = [await edition(1981), await edition(1982)]
    expect((await entry(one)).status).toBe(201)
    expect((await entry(one)).status).toBe(409)
    const second = (await (await entry(other)).json()) as { doc: { id: string } }
    expect(
      (await editor('PATCH', `/api/citations/${second.doc.id}?locale=en`, { edition: one })).status,
    ).toBe(409)
  })
})

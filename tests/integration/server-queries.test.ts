import { beforeAll, expect, test } from 'vitest'
import { useServerFunctions } from '../matrix/server-function'
import { useDesk } from '../payload'
import { createDocuments, useStaff } from '../staff'

// What REST refuses to filter and sort by, a list of the screens refuses as well.

const desk = useDesk()
const staff = useStaff(desk)
const functions = useServerFunctions(desk, staff)

beforeAll(async () => {
  await createDocuments(desk.payload)
})

const asking = (name: string, collectionSlug: unknown, query: unknown) =>
  functions.as('editor', name, { collectionSlug, query, enableRowSelections: false, renderRowTypes: false })

const behind = [
  ['citations', { where: { 'laureates.atRisk': { equals: true } } }],
  ['citations', { where: { or: [{ and: [{ 'laureates.atRiskNote': { like: 'x' } }] }] } }],
  ['citations', { where: { or: { 0: { and: { 0: { laureates: { atRisk: { equals: 'true' } } } } } } } }],
  ['citations', { where: { 'version.laureates.atRisk': { exists: true } } }],
  ['citations', { sort: '-laureates.atRiskNote' }],
  ['citations', { sort: ['slug', 'laureates.atRiskNote'] }],
  ['citations', { sort: 'slug, laureates.atRiskNote' }],
  ['biographies', { where: { 'citation.laureates.atRisk': { equals: true } } }],
  [['laureates', 'citations'], { where: { 'laureates.atRisk': { equals: true } } }],
] as const

test.each(['table-state', 'render-list'])('%s follows no link to another document', async (name) => {
  for (const [slug, query] of behind)
    expect(await asking(name, slug, { limit: 10, ...query }), JSON.stringify(query)).toMatchObject({
      isRefused: true,
      said: expect.stringContaining('follows a link. Ask for the linked document itself.') as string,
    })
})

test('a list filters and sorts by its own fields, also by what a link names', async () => {
  const query = {
    limit: 10,
    sort: '-slug',
    where: {
      or: [
        {
          and: [
            { slug: { exists: true } },
            { laureates: { exists: true } },
            { 'laureates.id': { exists: true } },
          ],
        },
      ],
    },
  }
  const { answer } = await asking('table-state', 'citations', query)
  expect(answer).toMatchObject({ data: { docs: [{ slug: expect.any(String) as string }] } })
})

test('the address of a list loses what follows a link, and nothing else', async () => {
  const { withoutLinkedQuery } = await import('../../src/workflow')
  const kept = { 'where[or][0][and][0][slug][equals]': 'x', limit: '10', sort: '-slug', 'columns[0]': 'slug' }
  const asked = { ...kept, 'where[or][0][and][1][laureates.atRisk][equals]': 'true' }
  const list = { segments: ['collections', 'citations'] }
  expect(withoutLinkedQuery(desk.config, { ...list, searchParams: asked })).toEqual(kept)
  expect(withoutLinkedQuery(desk.config, { ...list, searchParams: { sort: 'laureates.atRisk' } })).toEqual({})
})

import { beforeAll, describe, expect, test } from 'vitest'
import { contentCollections } from '../../src/access/roles'
import { withClient } from '../../src/processes/database.mjs'
import { useDesk } from '../payload'
import { createDocuments, picture, sendAll, useStaff } from '../staff'

// A translator sees what was sent to translation into one of their languages, by every door, and nothing else.

const desk = useDesk()
const staff = useStaff(desk)
/** Sent to `sv` and `fr`, which are this translator's. */
let sent: Record<string, string> = {}
/** Of each kind one that was never sent. */
const unsent: Record<string, string> = {}
/** Sent to a language of somebody else's only. */
let foreign = ''

const translated = contentCollections.filter((collection) => collection !== 'glossary-terms')

beforeAll(async () => {
  sent = await createDocuments(desk.payload)
  const create = async (collection: string, data: Record<string, unknown>, file?: object) => {
    const options = { collection, data, locale: 'en', draft: true, overrideAccess: true, file }
    const made = await desk.payload.create(options as unknown as Parameters<typeof desk.payload.create>[0])
    return made.id
  }
  unsent['prizes'] = await create('prizes', { name: 'CANARY prize', slug: 'canary', timeZone: 'Europe/Oslo' })
  unsent['press-contacts'] = await create('press-contacts', { name: 'CANARY contact', desk: 'media' })
  unsent['editions'] = await create('editions', {
    prize: unsent['prizes'],
    year: 2031,
    status: 'planned',
    note: 'CANARY',
  })
  unsent['media'] = await create('media', { alt: 'CANARY', credit: 'CANARY' }, await picture('canary.png'))
  unsent['laureates'] = await create('laureates', {
    kind: 'person',
    knownName: 'CANARY name',
    slug: 'canary-name',
    portrait: unsent['media'],
  })
  unsent['citations'] = await create('citations', {
    edition: unsent['editions'],
    laureates: [unsent['laureates']],
    slug: 'canary-entry',
    motivation: 'CANARY',
  })
  unsent['biographies'] = await create('biographies', { citation: unsent['citations'], sources: 'CANARY' })
  unsent['press-releases'] = await create('press-releases', {
    title: 'CANARY',
    slug: 'canary-release',
    edition: unsent['editions'],
    type: 'announcement',
  })
  foreign = await create('prizes', { name: 'CANARY of others', slug: 'others', timeZone: 'Europe/Oslo' })
  await sendAll(desk.payload, { prizes: foreign }, ['de'])
})

const asTranslator = (method: string, path: string, content?: unknown) =>
  staff.as('translator')(method, path, content)
const textOf = async (response: Promise<Response>) => {
  const answered = await response
  return { status: answered.status, text: await answered.text() }
}

describe.each(translated)('of %s', (collection) => {
  const path = (id: string | undefined, rest = '') => `/api/${collection}/${id}${rest}`

  test('lists and counts hold what was sent only', async () => {
    for (const draft of ['', '&draft=true']) {
      const { status, text } = await textOf(asTranslator('GET', `/api/${collection}?limit=100${draft}`))
      expect(status).toBe(200)
      const { docs, totalDocs } = JSON.parse(text) as { docs: { id: string }[]; totalDocs: number }
      expect(docs.map(({ id }) => id)).toEqual([sent[collection]])
      expect(totalDocs).toBe(1)
      expect(text).not.toContain('CANARY')
    }
    expect(JSON.parse((await textOf(asTranslator('GET', `/api/${collection}/count`))).text)).toEqual({
      totalDocs: 1,
    })
  })

  test('a filter and a sort tell nothing of the rest', async () => {
    const id = unsent[collection] ?? ''
    for (const query of [
      `where[id][equals]=${id}`,
      `where[id][in][0]=${id}`,
      `where[or][0][id][equals]=${id}&where[or][1][adminTitle][contains]=CANARY`,
      `where[adminTitle][contains]=CANARY&draft=true&sort=-adminTitle`,
      `where[id][not_equals]=${sent[collection]}`,
    ]) {
      const { status, text } = await textOf(asTranslator('GET', `/api/${collection}?${encodeURI(query)}`))
      expect({ query, status }).toEqual({ query, status: 200 })
      expect(JSON.parse(text)).toMatchObject({ docs: [], totalDocs: 0 })
    }
    // The words by which the rule itself asks are no id.
    const asked = encodeURI(`where[id][in][0]=sent-to-translation ${collection} de`)
    expect((await asTranslator('GET', `/api/${collection}?${asked}`)).status).toBe(400)
  })

  test('what was not sent answers like what does not exist', async () => {
    const nowhere = '0192f000-0000-7000-8000-000000000000'
    const doors: [string, string, unknown?][] = [
      ['GET', ''],
      ['GET', '?draft=true&depth=2'],
      ['GET', '/status'],
      ['GET', '/belonging'],
      ['POST', '/submit', { units: [{ unit: 'sv' }] }],
      ['POST', '/follow-source', { units: [{ unit: 'sv' }] }],
      ['PATCH', '?locale=sv', { [`${collection}-guess`]: 1 }],
      ['PATCH', '?locale=sv', { base: { shared: null, sv: null }, slug: 'canary' }],
      ['PATCH', '?locale=sv', {}],
    ]
    for (const [method, rest, content] of doors) {
      const real = await textOf(asTranslator(method, path(unsent[collection], rest), content))
      const none = await textOf(asTranslator(method, path(nowhere, rest), content))
      expect({ rest, status: real.status }).toEqual({ rest, status: none.status })
      expect(real.text).toBe(none.text.replaceAll(nowhere, unsent[collection] ?? ''))
      expect(real.status).toBeGreaterThanOrEqual(400)
      expect(real.text).not.toContain('CANARY')
    }
  })

  test('the framework says that nothing may be done with it', async () => {
    const { text } = await textOf(asTranslator('POST', `/api/${collection}/access/${unsent[collection]}`, {}))
    expect(JSON.parse(text)).not.toHaveProperty('read')
    expect(JSON.parse(text)).not.toHaveProperty('update')
  })
})

test('a document that was sent to a language of others only stays unseen', async () => {
  expect((await asTranslator('GET', `/api/prizes/${foreign}`)).status).toBe(404)
  expect((await asTranslator('GET', `/api/prizes/${sent['prizes']}`)).status).toBe(200)
})

test('links of a document that was sent name what they lead to by its id only, however deep it is asked for', async () => {
  const laureate = sent['laureates']
  const portrait = { portrait: unsent['media'] ?? '' }
  await desk.payload.update({
    collection: 'laureates',
    id: laureate ?? '',
    data: portrait,
    locale: 'en',
    draft: true,
    overrideAccess: true,
  })
  const { text } = await textOf(asTranslator('GET', `/api/laureates/${laureate}?draft=true&depth=2`))
  expect(JSON.parse(text)).toMatchObject({ id: laureate, portrait: unsent['media'] })
  expect(text).not.toContain('CANARY')
  // What it is called is part of the document that names it, and is read there alone.
  const links = await textOf(asTranslator('GET', `/api/laureates/${laureate}/links`))
  expect(JSON.parse(links.text)).toEqual({ titles: { [unsent['media'] ?? '']: 'CANARY' } })
  expect((await asTranslator('GET', `/api/laureates/${unsent['laureates']}/links`)).status).toBe(404)
})

test('a picture that was not sent is not handed out, nor told from one that is not there', async () => {
  const nameOf = async (id: string | undefined) =>
    ((await (await staff.as('editor')('GET', `/api/media/${id}`)).json()) as { filename: string }).filename
  const fileOf = (name: string) => asTranslator('GET', `/api/media/file/${name}`)
  expect((await fileOf(await nameOf(sent['media']))).status).toBe(200)
  const unseen = await fileOf(await nameOf(unsent['media']))
  const absent = await fileOf(`${'a'.repeat(20)}.jpg`)
  expect([unseen.status, absent.status]).toEqual([404, 404])
  expect(await unseen.text()).toBe(await absent.text())
})

test('the glossary is read whole', async () => {
  const { text } = await textOf(asTranslator('GET', '/api/glossary-terms'))
  expect(JSON.parse(text)).toMatchObject({ totalDocs: 1 })
})

test('what was sent is written in the languages it was sent to', async () => {
  const id = sent['prizes']
  await withClient(desk.database.owner, (client) =>
    client.query(
      `update editorial.translation_requests set taken_back_at = now(), taken_back_by = sent_by where document_id = $1 and locale = 'fr'`,
      [id],
    ),
  )
  const base = { shared: null, sv: null, fr: null }
  const inSwedish = await asTranslator('GET', `/api/prizes/${id}?locale=sv&draft=true`)
  const { base: known } = (await inSwedish.json()) as { base: object }
  const written = await asTranslator('PATCH', `/api/prizes/${id}?locale=sv`, {
    name: 'Priset',
    base: { ...base, ...known },
  })
  expect(written.status).toBe(200)
  const refused = await textOf(
    asTranslator('PATCH', `/api/prizes/${id}?locale=fr`, { name: 'Le prix', base: { ...base, ...known } }),
  )
  expect(refused.status).toBe(403)
  expect(refused.text).toContain('not sent to translation into this language (French)')
  const submitted = await textOf(
    asTranslator('POST', `/api/prizes/${id}/submit`, { units: [{ unit: 'fr' }] }),
  )
  expect(submitted.status).toBe(403)
})

test('a translator who has another role that reads sees everything', async () => {
  await desk.payload.update({
    collection: 'users',
    id: staff.ids.translator,
    data: { roles: ['translator', 'editor'] },
    overrideAccess: true,
  })
  expect((await asTranslator('GET', `/api/prizes/${unsent['prizes']}`)).status).toBe(200)
  await desk.payload.update({
    collection: 'users',
    id: staff.ids.translator,
    data: { roles: ['translator'] },
    overrideAccess: true,
  })
  expect((await asTranslator('GET', `/api/prizes/${unsent['prizes']}`)).status).toBe(404)
})

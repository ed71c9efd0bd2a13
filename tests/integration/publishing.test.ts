import { beforeAll, describe, expect, test } from 'vitest'
import { resources, type ResourceName } from '../../src/contract'
import { beginRelease, recompose } from '../../src/publishing'
import { inTransaction, poolOf } from '../../src/lib/postgres'
import { publishNow, takeDown } from '../../src/releases'
import { award, draft, edit, personWith, publish, targetsOf, unique, type Actor } from '../factories'
import { useDesk } from '../payload'

const desk = useDesk()
let officer: Actor
let editor: Actor

beforeAll(async () => {
  officer = await personWith(desk.payload, ['editor', 'press-officer'])
  editor = await personWith(desk.payload, ['editor'])
})

const rows = async <Row>(text: string, values: unknown[] = []): Promise<Row[]> =>
  (await poolOf(desk.payload).query(text, values)).rows as Row[]

const byText = (a = '', b = '') => (a < b ? -1 : 1)

type Body = Record<string, unknown>
async function body(id: string, locale: string, fallback = 'declared'): Promise<Body | undefined> {
  const [row] = await rows<{ body: Buffer }>(
    `select body from published.current join published.bodies using (sha256)
      where document_id = $1 and locale = $2 and fallback = $3`,
    [id, locale, fallback],
  )
  return row && (JSON.parse(row.body.toString()) as Body)
}

const everyBody = async (): Promise<string> => {
  const found = await rows<{ text: string }>(`
    select convert_from(body, 'utf8') as text from published.bodies
    union all select content::text from published.units where content is not null
    union all select to_jsonb(r)::text from published.resources r
    union all select to_jsonb(c)::text from published.current c
    union all select to_jsonb(s)::text from published.search s
    union all select to_jsonb(n)::text from published.search_names n
    union all select to_jsonb(e)::text from published.events e`)
  return found.map((row) => row.text).join('\n')
}

const world = () =>
  rows('select resource, document_id, locale, fallback, sha256 from published.current order by 1, 2, 3, 4')

describe('a language is published by itself', () => {
  test('publishing Swedish publishes neither the pending English nor the pending shared facts', async () => {
    const documents = await award(officer, { birth: { date: '1960' } })
    const { id } = documents.laureate
    await publish(officer, targetsOf(documents))
    await edit(
      officer,
      { collection: 'laureates', id },
      { knownName: 'PENDING NAME', birth: { date: '1961' } },
    )
    await edit(officer, { collection: 'laureates', id, locale: 'sv' }, { knownName: 'Mira Sånd' })
    await publish(officer, [{ collection: 'laureates', id, units: ['sv'] }])
    expect(await body(id, 'sv')).toMatchObject({
      name: { text: 'Mira Sånd', locale: 'sv', isFallback: false },
      birth: { date: '1960' },
    })
    expect(await body(id, 'en')).toMatchObject({
      name: { text: 'Mira Sand' },
      availableLocales: ['en', 'sv'],
    })
    expect(await everyBody()).not.toContain('PENDING NAME')
  })

  test('publishing the shared facts publishes no pending words', async () => {
    const documents = await award(officer)
    const { id } = documents.laureate
    await publish(officer, targetsOf(documents))
    await edit(
      officer,
      { collection: 'laureates', id },
      { knownName: 'WAITING WORDS', birth: { date: '1971' } },
    )
    await publish(officer, [{ collection: 'laureates', id, units: ['shared'] }])
    expect(await body(id, 'en')).toMatchObject({ name: { text: 'Mira Sand' }, birth: { date: '1971' } })
  })

  test('taking one language down leaves the others and says so', async () => {
    const documents = await award(officer)
    const { id } = documents.laureate
    await edit(officer, { collection: 'laureates', id, locale: 'de' }, { knownName: 'Mira Sand (de)' })
    await publish(officer, [...targetsOf(documents), { collection: 'laureates', id, units: ['de'] }])
    await takeDown(officer, [{ collection: 'laureates', id, units: ['de'] }], 'It was wrong.')
    expect(await body(id, 'de')).toMatchObject({
      locale: 'en',
      name: { text: 'Mira Sand', isFallback: true },
    })
    expect(await body(id, 'de', 'none')).toBeUndefined()
  })
})

describe('languages and fallback', () => {
  test('a value says its own language; with none the document is absent', async () => {
    const documents = await award(officer)
    await publish(officer, targetsOf(documents))
    expect(await body(documents.citation.id, 'sv')).toMatchObject({
      locale: 'en',
      title: { text: 'Mira Sand (Norway)', locale: 'en', isFallback: true },
      motivation: { text: 'for the sea', locale: 'en', isFallback: true },
    })
    expect(await body(documents.citation.id, 'sv', 'none')).toBeUndefined()
  })

  test('a translation says whether it follows the current source', async () => {
    const documents = await award(officer)
    const { id } = documents.laureate
    await edit(officer, { collection: 'laureates', id, locale: 'sv' }, { knownName: 'Mira Sånd' })
    await publish(officer, [...targetsOf(documents), { collection: 'laureates', id, units: ['sv'] }])
    expect(await body(id, 'sv')).toMatchObject({ translation: { of: 'en', state: 'current' } })
    await edit(officer, { collection: 'laureates', id }, { knownName: 'Mira Sand-Berg' })
    await publish(officer, [{ collection: 'laureates', id, units: ['en'] }])
    expect(await body(id, 'sv')).toMatchObject({ translation: { of: 'en', state: 'source-changed' } })
  })

  test('every body is what the contract promises', async () => {
    const all = await rows<{ resource: ResourceName; body: Buffer }>(
      'select resource, body from published.current join published.bodies using (sha256)',
    )
    expect(all.length).toBeGreaterThan(0)
    for (const row of all) resources[row.resource].parse(JSON.parse(row.body.toString()))
  })
})

describe('references are closed', () => {
  test('an award entry waits for its year and laureates, in words, and nothing is written', async () => {
    const documents = await award(officer)
    const before = await rows('select * from published.head')
    const publishing = publish(officer, [
      { collection: 'citations', id: documents.citation.id, units: ['en'] },
    ])
    await expect(publishing).rejects.toThrow(/needs the laureate “Mira Sand” to be public/)
    expect(await rows('select * from published.head')).toEqual(before)
  })

  test('a laureate of a public award entry cannot be taken down', async () => {
    const documents = await award(officer)
    await publish(officer, targetsOf(documents))
    const taking = takeDown(
      officer,
      [{ collection: 'laureates', id: documents.laureate.id, units: ['shared'] }],
      'It was wrong.',
    )
    await expect(taking).rejects.toMatchObject({
      code: 'still_needed',
      status: 409,
      message: expect.stringMatching(
        /needs the laureate “Mira Sand” to be public\. Remove or replace the laureate there, .+ or first take down what needs it\.$/,
      ),
    })
    expect(await body(documents.laureate.id, 'en')).toBeDefined()
  })

  test('a new name travels to the award entry, its year, its biography and a fellow laureate', async () => {
    const documents = await award(officer)
    const fellow = await draft(officer, 'laureates', {
      kind: 'person',
      knownName: 'Ola Vik',
      slug: unique('ola'),
    })
    await edit(
      officer,
      { collection: 'citations', id: documents.citation.id },
      { laureates: [documents.laureate.id, fellow.id] },
    )
    await publish(officer, [
      { collection: 'laureates', id: fellow.id, units: ['en'] },
      ...targetsOf(documents),
    ])
    await edit(officer, { collection: 'laureates', id: documents.laureate.id }, { knownName: 'Mira Strand' })
    await publish(officer, [{ collection: 'laureates', id: documents.laureate.id, units: ['en'] }])
    const title = { text: 'Mira Strand / Ola Vik (Norway)', locale: 'en', isFallback: false }
    expect(await body(documents.citation.id, 'en')).toMatchObject({ title })
    expect(await body(documents.biography.id, 'en')).toMatchObject({ citation: { title } })
    expect(await body(documents.edition.id, 'en')).toMatchObject({ citations: [{ title }] })
    expect(await body(fellow.id, 'en')).toMatchObject({ citations: [{ title }] })
  })
})

test('a year names its award entries in the order of their addresses, not of their publication', async () => {
  const documents = await award(officer)
  await publish(officer, targetsOf(documents))
  const entry = (slug: string) =>
    draft(officer, 'citations', {
      edition: documents.edition.id,
      laureates: [documents.laureate.id],
      slug: unique(slug),
      motivation: `for ${slug}`,
      countries: ['SE'],
    })
  for (const { id } of [await entry('z-last'), await entry('a-first')])
    await publish(officer, [{ collection: 'citations', id, units: ['en'] }])
  const { citations } = (await body(documents.edition.id, 'en')) as {
    citations: { motivation: { text: string } }[]
  }
  expect(citations.map(({ motivation }) => motivation.text)).toEqual([
    'for a-first',
    'for the sea',
    'for z-last',
  ])
})

describe('who may publish', () => {
  test('an editor may not, and nothing is written', async () => {
    const documents = await award(officer)
    const before = await rows('select * from published.head')
    await expect(publishNow(editor, targetsOf(documents))).rejects.toMatchObject({ status: 403 })
    expect(await rows('select * from published.head')).toEqual(before)
  })

  test('nobody without signing in, by the document’s own address', async () => {
    const documents = await award(officer)
    const answer = await desk.rest(`/api/laureates/${documents.laureate.id}/publish`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ units: ['en'] }),
    })
    expect(answer.status).toBe(401)
    expect(await body(documents.laureate.id, 'en')).toBeUndefined()
  })

  test('what fails in the middle leaves nothing behind', async () => {
    const documents = await award(officer)
    const bare = await draft(officer, 'laureates', {
      kind: 'person',
      knownName: 'Bare',
      slug: unique('bare'),
    })
    const before = await world()
    const publishing = publish(officer, [
      ...targetsOf(documents),
      { collection: 'laureates', id: bare.id, units: ['fr'] },
    ])
    await expect(publishing).rejects.toThrow(/nothing is written yet/)
    expect(await world()).toEqual(before)
  })
})

describe('what never leaves the editing side', () => {
  test('internal notes, undisclosed amounts, import keys and screen titles are in no public table', async () => {
    const canary = unique('CANARY')
    const documents = await award(officer, { atRisk: true, atRiskNote: canary, importKey: canary })
    await edit(
      officer,
      { collection: 'editions', id: documents.edition.id },
      { amount: { value: 31415926, currency: 'SEK' } },
    )
    await publish(officer, targetsOf(documents))
    const all = await everyBody()
    expect(all).not.toContain(canary)
    expect(all).not.toContain('31415926')
    expect(all).not.toContain('adminTitle')
  })

  test('editing, translating and taking back a draft changes nothing that the world sees', async () => {
    const documents = await award(officer)
    await publish(officer, targetsOf(documents))
    const head = await rows('select * from published.head')
    const pointers = await world()
    await edit(officer, { collection: 'laureates', id: documents.laureate.id }, { knownName: 'Other' })
    await edit(
      officer,
      { collection: 'laureates', id: documents.laureate.id, locale: 'ar' },
      { knownName: 'ميرا' },
    )
    await draft(officer, 'laureates', { kind: 'person', knownName: 'Hidden', slug: unique('hidden') })
    expect(await world()).toEqual(pointers)
    expect(await rows('select * from published.head')).toEqual(head)
  })
})

describe('web addresses', () => {
  test('a renamed document keeps its old address for the redirect', async () => {
    const documents = await award(officer)
    await publish(officer, targetsOf(documents))
    const { id } = documents.laureate
    const [before] = await rows<{ slug: string }>(
      "select slug from published.resources where resource = 'laureates' and document_id = $1",
      [id],
    )
    const renamed = unique('renamed')
    await edit(officer, { collection: 'laureates', id }, { slug: renamed })
    await publish(officer, [{ collection: 'laureates', id, units: ['shared'] }])
    const slugs = await rows<{ slug: string }>(
      "select slug from published.slugs where resource = 'laureates' and document_id = $1",
      [id],
    )
    expect(slugs.map((row) => row.slug).toSorted(byText)).toEqual([before?.slug, renamed].toSorted(byText))
  })

  test('two drafts cannot take one address', async () => {
    const slug = unique('taken')
    await draft(officer, 'laureates', { kind: 'person', knownName: 'One', slug })
    const second = draft(officer, 'laureates', { kind: 'person', knownName: 'Two', slug })
    await expect(second).rejects.toThrow(/already used/)
  })
})

describe('the order of events', () => {
  test('twenty people publishing at once leave no gap, in commit order', async () => {
    const many = await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        draft(officer, 'laureates', { kind: 'person', knownName: `Crowd ${index}`, slug: unique('crowd') }),
      ),
    )
    await Promise.all(
      many.map(({ id }) => publish(officer, [{ collection: 'laureates', id, units: ['en'] }])),
    )
    const seqs = await rows<{ seq: string; at: Date }>('select seq, at from published.events order by seq')
    expect(seqs.map((row) => Number(row.seq))).toEqual(seqs.map((_, index) => index + 1))
    expect(seqs.map((row) => row.at.getTime())).toEqual(
      seqs.map((row) => row.at.getTime()).toSorted((a, b) => a - b),
    )
  })

  test('composing anew without a change of words changes no body and tells nobody', async () => {
    const before = await world()
    const events = await inTransaction(async (client) => {
      await beginRelease(client)
      return recompose(client, unique('composer'))
    })
    expect(events).toEqual([])
    expect(await world()).toEqual(before)
  })
})

import { beforeAll, describe, expect, test } from 'vitest'
import { poolOf } from '../../src/lib/postgres'
import { paragraph, richText } from '../../src/rich-text'
import { usePublicSide } from '../delivery'
import { approve, award, draft, edit, personWith, publish, targetsOf, unique, type Actor } from '../factories'
import { useDesk } from '../payload'
import { draftPicture } from '../pictures'
import { askPreview, look, preview } from '../preview'
import { signedIn, type Signed } from '../rest-people'

// A preview is what the delivery will answer, to the byte, and nothing that is public knows of it.

const desk = useDesk()
const side = usePublicSide(desk)
let writer: Actor
let officer: Signed

beforeAll(async () => {
  // As the delivery of these tests calls itself.
  Object.assign(process.env, {
    DELIVERY_URL: 'https://api.example.org',
    SITE_URL: 'https://www.example.org',
    FOUNDATION_NAME: 'Example & Foundation',
  })
  writer = await personWith(desk.payload, ['editor', 'press-officer'])
  officer = await signedIn(desk, { name: 'The officer', roles: ['press-officer'] })
})

// The instant at which something becomes public is the one thing that a preview cannot know.
const timeless = (body: string): string =>
  body
    .replaceAll(/"(updatedAt|publishedAt|asOf|article:\w+_time)":"\d{4}-[^"]*"/g, '"$1":""')
    .replaceAll(
      /content="\d{4}-\d\d-\d\dT[^"]*"|content=\\"\d{4}-\d\d-\d\dT[^"\\]*\\"|"date(?:Modified|Published)":"[^"]*"/g,
      '',
    )

/** The same path and query at both sides. */
const paths = (url: string): { shown: (more?: string) => string; publicly: (more?: string) => string } => {
  const { pathname, searchParams } = new URL(url)
  const locale = searchParams.get('locale')
  const token = searchParams.get('token')
  return {
    shown: (more = '') => `${pathname}?locale=${locale}${more}&token=${token}`,
    publicly: (more = '') => `${pathname.replace('/preview', '')}?locale=${locale}${more}`,
  }
}

const shownAt = async (path: string): Promise<string> => {
  const response = await look(desk, path, { cookie: officer.cookie })
  expect(response.status, path).toBe(200)
  return response.text()
}

type Target = { collection: string; id: string; units: string[] }

/** Previews each of these queries, publishes the target, and compares. */
async function expectSame(target: Target, queries: readonly string[] = ['']): Promise<void> {
  const { collection, id, units } = target
  const [locale = 'en'] = units.filter((unit) => unit !== 'shared')
  const { url } = await preview(officer, { collection, id, locale: locale as 'en' })
  const { shown, publicly } = paths(url)
  const before = await Promise.all(queries.map((query) => shownAt(shown(query))))
  expect((await side.get(publicly())).status).toBe(404)
  await publish(writer, [target])
  await side.seen()
  for (const [index, query] of queries.entries()) {
    const response = await side.get(publicly(query))
    expect(response.status).toBe(200)
    expect(timeless(before[index] ?? ''), `${collection}${query}`).toBe(timeless(await response.text()))
  }
}

describe('what a preview shows', () => {
  test('is byte for byte what the delivery answers once the same words are public', async () => {
    const { id: media } = await draftPicture(writer)
    const documents = await award(writer, { portrait: media, birth: { date: '1962-09-25', place: 'Bergen' } })
    await edit(
      writer,
      { collection: 'biographies', id: documents.biography.id },
      { short: richText([paragraph('Mira.')]) },
    )
    const all = new Map(targetsOf(documents).map((target) => [target.collection, target]))
    const of = (collection: string): Target => all.get(collection) ?? { collection, id: media, units: ['en'] }
    await publish(writer, [of('prizes')])
    await expectSame(of('press-contacts'))
    await expectSame(of('editions'), ['', '&include=contacts,citations', '&fields=year,slug'])
    await expectSame(of('media'))
    await expectSame(of('laureates'), ['', '&include=media,citations', '&fallback=none'])
    await expectSame(of('citations'), ['', '&include=laureates,biography,contacts,releases,media'])
    await expectSame(of('biographies'), ['', '&include=citations,laureates'])
    const release = await draft(writer, 'press-releases', {
      title: 'The laureate',
      slug: unique('laureate'),
      type: 'announcement',
      edition: documents.edition.id,
      citations: [documents.citation.id],
      contacts: [documents.contact.id],
      body: richText([paragraph('For the sea.')]),
    })
    await expectSame({ collection: 'press-releases', id: release.id, units: ['en'] }, [
      '',
      '&include=citations,media',
    ])
  })

  test('of a translation, and of a change of what is public, is the same too', async () => {
    const documents = await award(writer)
    await publish(writer, targetsOf(documents))
    const laureate = { collection: 'laureates', id: documents.laureate.id } as const
    await edit(writer, { ...laureate, locale: 'sv' }, { knownName: 'Mira Sånd' })
    await edit(writer, laureate, { knownName: 'Mira Sand-Ek', nativeName: { value: 'Míra' } })
    const { url } = await preview(officer, { ...laureate, locale: 'sv' })
    const { shown, publicly } = paths(url)
    const before = await shownAt(shown('&include=citations'))
    // The Swedish preview holds no word of the English draft.
    expect(before).toContain('Mira Sånd')
    expect(before).not.toContain('Sand-Ek')
    await publish(writer, [{ ...laureate, units: ['shared', 'sv'] }])
    await side.seen()
    expect(timeless(before)).toBe(timeless(await (await side.get(publicly('&include=citations'))).text()))
  })

  test('as another form is what the delivery gives in that form', async () => {
    const documents = await award(writer)
    await publish(writer, targetsOf(documents).slice(0, 3))
    const laureate = { collection: 'laureates', id: documents.laureate.id, units: ['en'] }
    const { url } = await preview(officer, { collection: 'laureates', id: laureate.id })
    const inForm = (ending: string): { shown: string; publicly: string } => {
      const { shown, publicly } = paths(url.replace('?', `${ending}?`))
      return { shown: shown(), publicly: publicly() }
    }
    const endings = ['.jsonld', '.head.json']
    const before = await Promise.all(endings.map((ending) => shownAt(inForm(ending).shown)))
    await publish(writer, [laureate])
    await side.seen()
    for (const [index, ending] of endings.entries())
      expect(timeless(before[index] ?? '')).toBe(
        timeless(await (await side.get(inForm(ending).publicly)).text()),
      )
  })

  test('holds what belongs to it and is not public either', async () => {
    const documents = await award(writer)
    const targets = targetsOf(documents)
    const { url } = await preview(officer, { collection: 'citations', id: documents.citation.id })
    const { shown, publicly } = paths(url)
    const before = await shownAt(shown('&include=laureates,contacts'))
    expect(JSON.parse(before)).toMatchObject({
      title: { text: 'Mira Sand (Norway)' },
      included: { laureates: [{}] },
    })
    await publish(
      writer,
      targets.filter(({ collection }) => collection !== 'biographies'),
    )
    await side.seen()
    expect(timeless(before)).toBe(
      timeless(await (await side.get(publicly('&include=laureates,contacts'))).text()),
    )
  })

  test('is the revision that it was made of, and of approved words only where these are asked for', async () => {
    const { laureate } = await award(writer)
    const ref = { collection: 'laureates', id: laureate.id } as const
    expect(await askPreview(officer, { ...ref, words: 'approved' })).toMatchObject({
      status: 409,
      body: { code: 'not_approved' },
    })
    await approve(writer, [{ ...ref, units: ['en'] }])
    const approved = await preview(officer, { ...ref, words: 'approved' })
    await edit(writer, ref, { knownName: 'Somebody else' })
    expect(await shownAt(approved.url)).not.toContain('Somebody else')
    expect(await shownAt((await preview(officer, ref)).url)).toContain('Somebody else')
  })

  test('is refused in words where there is nothing to show', async () => {
    const { laureate, prize } = await award(writer)
    const ask = async (collection: string, id: string, locale: 'en' | 'sv') =>
      (await askPreview(officer, { collection, id, locale })).body['code']
    expect(await ask('laureates', laureate.id, 'sv')).toBe('nothing_written')
    expect(await ask('prizes', prize.id, 'en')).toBe('door_closed')
    const release = await draft(writer, 'press-releases', {
      title: 'Half',
      slug: unique('half'),
      type: 'statement',
    })
    expect(await ask('press-releases', release.id, 'en')).toBe('not_complete')
  })
})

describe('what is public', () => {
  const world = async (): Promise<unknown> => {
    const names = [
      'units',
      'current_units',
      'refs',
      'resources',
      'slugs',
      'current',
      'bodies',
      'events',
      'head',
      'files',
      'search',
    ]
    const told = await Promise.all(
      names.map((name) =>
        poolOf(desk.payload).query(
          `select md5(coalesce(string_agg(t::text, ',' order by t::text), '')) as all from published.${name} t`,
        ),
      ),
    )
    return told.map(({ rows }) => rows)
  }

  test('is the same before, while and after somebody previews', async () => {
    const documents = await award(writer)
    await publish(writer, targetsOf(documents))
    const canary = unique('CANARY')
    await edit(
      writer,
      { collection: 'laureates', id: documents.laureate.id },
      { knownName: canary, slug: canary.toLowerCase() },
    )
    const other = await award(writer, { knownName: canary })
    const crawl = async () => {
      const everywhere = [
        '/v1/laureates',
        '/v1/citations',
        '/v1/sync',
        '/sitemap.xml',
        `/v1/search?q=${canary}`,
        `/v1/laureates/${canary.toLowerCase()}`,
        '/v1/feeds/en/press.atom',
      ]
      return Promise.all(
        everywhere.map(async (path) => {
          const response = await side.get(path)
          const kept = ['etag', 'last-modified', 'content-length', 'cache-control', 'cache-tag']
          return [response.status, ...kept.map((name) => response.headers.get(name)), await response.text()]
        }),
      )
    }
    const before = [await world(), await crawl()]
    for (const id of [documents.laureate.id, other.laureate.id])
      expect(await shownAt((await preview(officer, { collection: 'laureates', id })).url)).toContain(canary)
    expect(
      await shownAt((await preview(officer, { collection: 'citations', id: other.citation.id })).url),
    ).toContain(canary)
    await side.seen()
    const after = [await world(), await crawl()]
    expect(after).toEqual(before)
    expect(JSON.stringify(after)).not.toContain('CANARY')
  })

  test('has no preview: the delivery answers as to any address that it does not know', async () => {
    const { laureate } = await award(writer)
    const { url, token } = await preview(officer, { collection: 'laureates', id: laureate.id })
    const { pathname, search } = new URL(url)
    const strange = await side.get('/nothing/v1/laureates/nobody')
    for (const [path, headers] of [
      [`${pathname}${search}`, {}],
      [pathname, { authorization: `Bearer ${token}` }],
    ] as const) {
      const response = await side.get(path, { headers })
      expect(response.status).toBe(404)
      expect(await response.clone().text()).toBe(await strange.clone().text())
      expect(response.headers.get('etag')).toBe(strange.headers.get('etag'))
    }
  })
})

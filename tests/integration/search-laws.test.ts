import { randomUUID } from 'node:crypto'
import * as fc from 'fast-check'
import { z } from 'zod'
import { beforeAll, describe, expect, test } from 'vitest'
import { openapi } from '@/contract'
import { beginRelease, recompose } from '@/publishing'
import { paragraph, richText } from '@/rich-text'
import { biography, citation, edition, person, prize, useSearchWorld } from './search-world'

// What a search tells is what is public for that reader at that moment, and nothing else.

const world = useSearchWorld()
const fjord = prize({ en: 'Fjord Prize', sv: 'Fjordpriset' })
const year = edition(fjord, 2024, { en: 'A quiet year.', sv: 'Ett stilla år.' })
const mira = person('mira-sand', { en: 'Mira Sand', sv: 'Mira Sånd' })
const entry = citation(year, mira, {
  en: 'for <b>lighthouses</b> & the "keepers" of them',
  sv: 'för fyrtornen och deras väktare',
})
const life = biography(entry, {
  en: richText([paragraph('She was born where the river Quell meets the sea.')]),
})

beforeAll(async () => {
  await world.publish([fjord, year, mira, entry, life])
})

/** The schema of this name as the OpenAPI document has it. */
function described(name: string): z.ZodType {
  const { components } = openapi() as { components: { schemas: Record<string, object> } }
  const text = JSON.stringify({ $ref: `#/$defs/${name}`, $defs: components.schemas })
  return z.fromJSONSchema(JSON.parse(text.replaceAll('#/components/schemas/', '#/$defs/')), {
    registry: z.registry(),
  })
}

describe('an answer', () => {
  test('holds the laureate first, then what is written about them, each with its address', async () => {
    const found = await world.find('sand', { locale: 'sv' })
    expect(found.data.map(({ type }) => type)).toEqual(['laureates', 'citations', 'biographies'])
    expect(found.data[0]).toMatchObject({
      slug: 'mira-sand',
      href: '/v1/laureates/mira-sand?locale=sv',
      title: { text: 'Mira Sånd', locale: 'sv', isFallback: false },
    })
    for (const { href } of found.data) expect((await world.get(href)).status).toBe(200)
    expect(described('SearchResult').safeParse(found).error?.issues).toBeUndefined()
  })

  test('marks what was found in escaped text', async () => {
    const { data } = await world.find('lighthouse keeper', { type: 'citations' })
    expect(data[0]?.snippet).toMatchObject({
      text: 'for <b>lighthouses</b> & the "keepers" of them',
      html: 'for &lt;b&gt;<mark>lighthouses</mark>&lt;/b&gt; &amp; the &quot;<mark>keepers</mark>&quot; of them',
    })
  })

  test('is told in the asked language, and says where another stands in', async () => {
    expect(await world.slugs('fyrtorn', { locale: 'sv' })).toContain('2024-mira-sand')
    expect(await world.slugs('fyrtorn', { locale: 'en' })).toEqual([])
    const { data } = await world.find('lighthouses', { locale: 'de' })
    expect(data[0]).toMatchObject({ snippet: { locale: 'en', isFallback: true } })
    expect(await world.slugs('lighthouses', { locale: 'de', fallback: 'none' })).toEqual([])
    // The biography is English only: a Swedish reader has it as a fallback, and only then.
    expect(await world.slugs('river', { locale: 'sv' })).toEqual(['2024-mira-sand'])
    expect(await world.slugs('river', { locale: 'sv', fallback: 'none' })).toEqual([])
  })

  test('costs one query, and none the second time, until something is published', async () => {
    const target = '/v1/search?q=keepers&locale=en'
    const count = async (work: () => Promise<unknown>) => {
      const before = world.counted.queries
      await work()
      return world.counted.queries - before
    }
    expect(await count(() => world.get(target))).toBe(1)
    expect(await count(() => world.get(target))).toBe(0)
    const other = person('keepers-guild', { en: 'Keepers’ Guild' })
    await world.publish([other])
    expect(await world.slugs('keepers', { locale: 'en' })).toContain('keepers-guild')
    expect(await count(() => world.get(target))).toBe(0)
  })

  test('has strong headers and is conditional', async () => {
    const answer = await world.get('/v1/search?q=sand')
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-language': 'en',
      'cache-tag': 'search',
      'cache-control': expect.stringContaining('s-maxage=30'),
      etag: expect.stringMatching(/^"[0-9a-f]{64}"$/),
    })
  })
})

describe('pages', () => {
  test('hold each hit exactly once, best first', async () => {
    await world.publish(
      Array.from({ length: 23 }, (_, index) => person(`twin-${index}`, { en: `Twin Harbour` })),
    )
    const seen: string[] = []
    let next: string | null = '/v1/search?q=twin%20harbour&limit=5'
    while (next) {
      const page = (await (await world.get(next)).json()) as {
        data: { slug: string }[]
        meta: { total: number }
        links: { next: string | null }
      }
      expect(page.meta.total).toBe(23)
      seen.push(...page.data.map(({ slug }) => slug))
      next = page.links.next
    }
    expect(seen.toSorted()).toEqual(Array.from({ length: 23 }, (_, index) => `twin-${index}`).toSorted())
  })

  test('of more than 400 hits, 400 are on the pages, each once, and the total says 400', async () => {
    const crowd = Array.from({ length: 405 }, (_, index) => person(`gull-${index}`, { en: 'Gull Rock' }))
    for (let at = 0; at < crowd.length; at += 135) await world.publish(crowd.slice(at, at + 135))
    const seen: string[] = []
    for (let next: string | null = '/v1/search?q=gull%20rock&limit=50'; next;) {
      const page = (await (await world.get(next)).json()) as Awaited<ReturnType<typeof world.find>>
      expect(page.meta.total).toBe(400)
      seen.push(...page.data.map(({ slug }) => slug))
      next = page.links.next
    }
    expect([seen.length, new Set(seen).size]).toEqual([400, 400])
  })

  test('a cursor of another question, or made up, is refused', async () => {
    const { links } = await world.find('twin harbour', { limit: '5' })
    const cursor = new URL(links.next ?? '', 'http://x').searchParams.get('cursor') ?? ''
    const [fingerprint] = JSON.parse(Buffer.from(cursor, 'base64url').toString())
    const forged = (parts: unknown) => Buffer.from(JSON.stringify(parts)).toString('base64url')
    const id = '11111111-1111-4111-8111-111111111111'
    for (const [q, given] of [
      ['twin', cursor],
      ['twin harbour', forged([fingerprint, 1, 'x', id])],
      ['twin harbour', forged([fingerprint, 1, '99999', id])],
      ['twin harbour', 'abc'],
    ]) {
      const answer = await world.get(
        `/v1/search?${new URLSearchParams({ q: q ?? '', limit: '5', cursor: given ?? '' })}`,
      )
      expect(answer.status).toBe(400)
      expect(await answer.json()).toMatchObject({ parameter: 'cursor' })
    }
  })
})

describe('what is not allowed is refused, with the parameter', () => {
  test.each([
    ['no q', '', 'q'],
    ['an empty q', '?q=', 'q'],
    ['only signs', '?q=%E2%80%9C%21%3F', 'q'],
    ['only spaces', '?q=+++', 'q'],
    ['201 characters', `?q=${'a'.repeat(201)}`, 'q'],
    ['NUL', '?q=a%00b', 'q'],
    ['half a character', '?q=%ED%A0%80', 'q'],
    ['an override of reading direction', '?q=%E2%80%AEanna', 'q'],
    ['q twice', '?q=a&q=b', 'q'],
    ['an unknown parameter', '?q=a&where=b', 'where'],
    ['a type that is none', '?q=a&type=units', 'type'],
    ['an unknown language', '?q=a&locale=tlh', 'locale'],
    ['a limit of 51', '?q=a&limit=51', 'limit'],
  ])('%s', async (_name, query, parameter) => {
    const answer = await world.get(`/v1/search${query}`)
    expect(answer.status).toBe(400)
    expect(answer.headers.get('content-type')).toBe('application/problem+json')
    expect(await answer.json()).toMatchObject({ parameter })
  })

  test('whatever is asked, it is answered, and nothing is wrong on the server', async () => {
    const piece = fc.oneof(
      fc.constantFrom(
        "'",
        '"',
        '\\',
        '&',
        '|',
        '!',
        '<->',
        ':*',
        '(',
        ')',
        '~',
        '%',
        '_',
        ':A',
        "''",
        '的',
        'ال',
      ),
      fc.string({ unit: 'grapheme', maxLength: 5 }),
      fc.string({ unit: 'binary', maxLength: 5 }),
    )
    await fc.assert(
      fc.asyncProperty(
        fc.array(piece, { maxLength: 10 }),
        fc.constantFrom('en', 'be', 'zh-Hans', 'fa', 'ar'),
        async (pieces, locale) => {
          const q = pieces.join(' ').toWellFormed()
          const answer = await world.get(`/v1/search?${new URLSearchParams({ q, locale })}`)
          expect([200, 400]).toContain(answer.status)
          expect(await answer.text()).not.toMatch(/tsquery|select |published\./)
        },
      ),
      { numRuns: 200 },
    )
    expect(world.reports).toEqual([])
  })
})

describe('what is not public is not found', () => {
  test('neither drafts nor another language’s pending words, and what is taken down is gone from every table', async () => {
    const word = `canary${randomUUID().replaceAll('-', '').slice(0, 12)}x`
    const who = person('gone-again', { en: 'Gone Again', sv: `Borta ${word}` })
    const onlyEnglish = { ...who, draft: { ...who.draft, knownName: { en: 'Gone Again' } } }
    await world.publish([onlyEnglish])
    expect(await world.slugs('gone again')).toEqual(['gone-again'])
    for (const locale of ['en', 'sv', 'de']) expect(await world.slugs(word, { locale })).toEqual([])
    await world.publishUnit(who, 'sv')
    // A public name is found in every language.
    expect(await world.slugs(word, { locale: 'sv' })).toEqual(['gone-again'])
    expect(await world.slugs(word, { locale: 'en' })).toEqual(['gone-again'])
    const id = who.draft.id
    await world.takeDown([{ collection: 'laureates', id, unit: 'sv' }])
    for (const locale of ['en', 'sv', 'de']) expect(await world.slugs(word, { locale })).toEqual([])
    expect(await world.slugs('gone again')).toEqual(['gone-again'])
    await world.takeDown([
      { collection: 'laureates', id, unit: 'en' },
      { collection: 'laureates', id, unit: 'shared' },
    ])
    expect(await world.slugs('gone again')).toEqual([])
    const { rows } = await world.writer.query(
      `select to_jsonb(s)::text as text from published.search s where document_id = $1 or to_jsonb(s)::text like $2
       union all select key from published.search_names where document_id = $1 or key like $2`,
      [id, `%${word}%`],
    )
    expect(rows).toEqual([])
  })

  test('an award entry and a biography are found by every public name of the laureate', async () => {
    const place = edition(fjord, 2021)
    const who = person('ilo-berg', { en: 'Ilo Berg', sv: 'Ilo Bergström' })
    const award = citation(place, who, { en: 'for boats' })
    const told = biography(award, { en: richText([paragraph('A life at sea.')]) })
    await world.publish([
      place,
      { ...who, draft: { ...who.draft, knownName: { en: 'Ilo Berg' } } },
      award,
      told,
    ])
    expect(await world.slugs('bergström')).toEqual([])
    await world.publishUnit(who, 'sv')
    const { data } = await world.find('bergström')
    expect(data.map(({ type }) => type)).toEqual(['laureates', 'citations', 'biographies'])
  })

  test('what was public before there was a search is found after the bodies are composed anew', async () => {
    await world.writer.query('delete from published.search')
    await world.writer.query('delete from published.search_names')
    await world.writer.query('begin')
    await beginRelease(world.writer)
    await recompose(world.writer, 'another composer')
    await world.writer.query('commit')
    await world.seen()
    expect(await world.slugs('мира санд')).toContain('mira-sand')
  })

  test('a very long text is published, and found by what it begins with', async () => {
    const letters = (from: number, count: number) =>
      Array.from({ length: count }, (_, index) =>
        String.fromCodePoint(from + ((index * 7919) % 20_000)),
      ).join('')
    const numbers = Array.from({ length: 30_000 }, (_, index) => `w${index.toString(36)}`).join(' ')
    const who = person('long-life', { en: 'Long Life' })
    const award = citation(year, who, { en: 'for patience' })
    const words = {
      en: richText([paragraph(`Opening ${numbers}`)]),
      'zh-Hans': richText([paragraph(`开始${letters(0x4e_00, 199_000)}`)]),
      ar: richText([paragraph(`بداية ${numbers}`)]),
    }
    await world.publish([who, award, biography(award, words, { short: words })])
    expect(await world.slugs('opening')).toEqual(['2024-long-life'])
    expect(await world.slugs('开始', { locale: 'zh-Hans' })).toEqual(['2024-long-life'])
  })

  test('a release that fails leaves nothing to find', async () => {
    const lost = person('lost-release', { en: 'Lost Release' })
    const open = citation(edition(prize({ en: 'Never' }, 'never'), 2000), lost, { en: 'for nothing' })
    await expect(world.publish([lost, open])).rejects.toThrow('not public')
    expect(await world.slugs('lost release')).toEqual([])
  })

  test('several who publish at once: every one of theirs is found, once', async () => {
    const writers = await Promise.all(Array.from({ length: 4 }, () => world.connect()))
    await Promise.all(
      writers.map(async (client, writer) => {
        for (let turn = 0; turn < 5; turn += 1)
          await world.publishAs(client, [person(`crowd-${writer}-${turn}`, { en: 'Crowded Quay' })])
      }),
    )
    await Promise.all(writers.map((client) => client.end()))
    await world.seen()
    const { data, meta } = await world.find('crowded quay', { limit: '50' })
    expect(meta.total).toBe(20)
    expect(new Set(data.map(({ slug }) => slug)).size).toBe(20)
  })
})

import { beforeAll, expect, test } from 'vitest'
import type { Delivery } from '@/delivery'
import { publishNow, type Target } from '../../src/releases'
import { paragraph, richText } from '../../src/rich-text'
import { statusOf } from '../../src/units'
import { approve, award, draft, edit, personWith, publish, targetsOf, unique, type Actor } from '../factories'
import { useDesk } from '../payload'
import { draftPicture, replacePicture } from '../pictures'
import { crawl, listQuestions, type Crawled } from './crawl'
import { startTestDelivery } from './delivery-world'

// Embargo: whatever happens to words that are not public, nothing that a stranger can ask for changes by one byte, neither
// bodies nor headers, totals, dates and tokens; and the moment it is published all of it is there.

const desk = useDesk()
const canary = 'CANARY-7f3'
const slug = 'canary-7f3'
let officer: Actor
let delivery: Delivery
let questions: string[] = []
let before: Crawled = new Map()
let open: Awaited<ReturnType<typeof announce>>
let hidden: Awaited<ReturnType<typeof prepare>>

/** A public award with a portrait and a press release, in English. */
async function announce() {
  const portrait = await draftPicture(officer, { caption: 'At sea' })
  const documents = await award(officer, { portrait: portrait.id })
  const release = await draft(officer, 'press-releases', {
    title: 'The prize goes to sea',
    slug: unique('news'),
    edition: documents.edition.id,
    citations: [documents.citation.id],
    contacts: [documents.contact.id],
    attachments: [portrait.id],
    body: richText([paragraph('Today.')]),
  })
  const targets: Target[] = [
    portrait.target,
    ...targetsOf(documents),
    { collection: 'press-releases', id: release.id, units: ['en'] },
  ]
  await publish(officer, targets)
  return { ...documents, portrait, release, targets }
}

/** A second award: to the public laureate and to one whom nobody knows yet. */
async function prepare() {
  const portrait = await draftPicture(officer, { alt: canary, caption: canary, credit: canary })
  const contact = await draft(officer, 'press-contacts', { name: canary, desk: 'media', label: canary })
  const edition = await draft(officer, 'editions', {
    prize: open.prize.id,
    year: 2031,
    status: 'announced',
    defaultContacts: [contact.id],
    note: canary,
  })
  const laureate = await draft(officer, 'laureates', {
    kind: 'person',
    knownName: canary,
    slug,
    portrait: portrait.id,
  })
  const citation = await draft(officer, 'citations', {
    edition: edition.id,
    laureates: [open.laureate.id, laureate.id],
    slug,
    motivation: canary,
    countries: ['SE'],
    themes: [slug],
  })
  const biography = await draft(officer, 'biographies', {
    citation: citation.id,
    short: richText([paragraph(canary)]),
  })
  const release = await draft(officer, 'press-releases', {
    title: canary,
    slug,
    edition: edition.id,
    citations: [citation.id],
    attachments: [portrait.id],
    body: richText([paragraph(canary)]),
    embargo: '2031-10-10T09:00:00.000Z',
  })
  const of = (collection: string, { id }: { id: string }): Target => ({ collection, id, units: ['en'] })
  const targets = [
    portrait.target,
    of('press-contacts', contact),
    of('editions', edition),
    of('laureates', laureate),
    of('citations', citation),
    of('biographies', biography),
    of('press-releases', release),
  ]
  const unshown = [laureate, citation].map(({ id }, index) => ({
    collection: index === 0 ? 'laureates' : 'citations',
    id,
    units: ['shared'],
  }))
  return { portrait, targets, unshown }
}

/** Other words for everything that is public, in this language. */
async function rewrite(locale: 'en' | 'sv') {
  const at = (collection: string, { id }: { id: string }) => ({ collection, id, locale }) as never
  await edit(officer, at('prizes', open.prize), { name: canary, boilerplate: canary })
  await edit(officer, at('editions', open.edition), { note: canary })
  await edit(officer, at('laureates', open.laureate), { knownName: canary, education: canary })
  await edit(officer, at('citations', open.citation), { motivation: canary })
  await edit(officer, at('biographies', open.biography), { short: richText([paragraph(canary)]) })
  await edit(officer, at('media', open.portrait), { alt: canary, caption: canary, usageTerms: canary })
  await edit(officer, at('press-contacts', open.contact), { label: canary })
  await edit(officer, at('press-releases', open.release), { title: canary, summary: canary })
}

async function moveAll() {
  const renamed = { slug: `${slug}-moved` }
  await edit(
    officer,
    { collection: 'laureates', id: open.laureate.id },
    { ...renamed, birth: { date: '1931' } },
  )
  await edit(officer, { collection: 'citations', id: open.citation.id }, { ...renamed, themes: [slug] })
  await edit(officer, { collection: 'press-releases', id: open.release.id }, renamed)
  await edit(officer, { collection: 'media', id: open.portrait.id }, { credit: canary })
  await edit(
    officer,
    { collection: 'press-contacts', id: open.contact.id },
    { name: canary, email: 'canary-7f3@example.org' },
  )
}

async function writeAndDelete() {
  const { id } = await draft(officer, 'laureates', {
    kind: 'person',
    knownName: canary,
    slug: `${slug}-never`,
  })
  await desk.payload.delete({ collection: 'laureates', id, user: officer.user, overrideAccess: false })
}

const everything = () => [
  ...open.targets.map((target) => ({ ...target, units: ['shared', 'en', 'sv'] })),
  ...hidden.targets,
]

/** What is approved and not public yet, of all of it. */
async function whatIsApproved(): Promise<Target[]> {
  const found: Target[] = []
  for (const { collection, id } of everything()) {
    const { units } = await statusOf(officer, { collection, id, language: 'en' })
    const approved = units.filter(({ stage }) => stage === 'approved').map(({ unit }) => unit)
    if (approved.length > 0) found.push({ collection, id, units: approved })
  }
  return found
}

const base = () => `http://127.0.0.1:${delivery.port}`

beforeAll(async () => {
  officer = await personWith(desk.payload, ['editor', 'press-officer'])
  open = await announce()
  // It remembers nothing, so that each answer is of its moment.
  delivery = await startTestDelivery({ databaseUrl: desk.database.delivery, memoryBytes: 0 })
  questions = await listQuestions(desk, base(), { words: ['mira', canary], slug })
  before = await crawl(base(), questions)
  return () => delivery.close()
})

/** The addresses whose answers are others than before. */
const changedIn = (now: Crawled) => questions.filter((question) => now.get(question) !== before.get(question))

test('there is much to ask, and every kind of answer is among it', () => {
  expect(questions.length).toBeGreaterThan(250)
  const statuses = [...before.values()].map((answer) => Number(answer.slice(1, 4)))
  expect(new Set(statuses)).toEqual(new Set([200, 404]))
  expect(statuses.filter((status) => status === 200).length).toBeGreaterThan(200)
})

test.each<[string, () => Promise<unknown>]>([
  ['a second award is written', async () => (hidden = await prepare())],
  ['what is public is rewritten', () => rewrite('en')],
  ['what is public gets other facts and addresses', moveAll],
  ['it is translated', () => rewrite('sv')],
  ['a picture gets another file', () => replacePicture(officer, open.portrait.id)],
  ['something is written and deleted', writeAndDelete],
  ['all of it is approved', () => approve(officer, everything())],
  ['shared facts are published, which alone show nothing', () => publishNow(officer, hidden.unshown)],
])('while %s nobody outside sees anything of it', async (_what, work) => {
  await work()
  const now = await crawl(base(), questions)
  expect(changedIn(now)).toEqual([])
  expect([...now.values()].join('\n').toLowerCase()).not.toContain(slug)
})

test('what is prepared is absent in the same bytes as what never was', async () => {
  const nobody = '00000000-0000-4000-8000-000000000000'
  const pairs = [
    ...hidden.targets
      .filter(({ collection }) => ['media', 'press-contacts'].includes(collection))
      .map(({ collection, id }) => [`/v1/${collection}/${id}`, `/v1/${collection}/${nobody}`]),
    ...hidden.portrait.files.map((file) => [file, `/v1/media/${nobody}/${'a'.repeat(20)}.jpg`]),
  ] as [string, string][]
  for (const method of ['GET', 'HEAD']) {
    const answers = await crawl(base(), [...new Set(pairs.flat())], method)
    for (const [prepared, never] of pairs) {
      expect(answers.get(prepared), prepared).toBe(answers.get(never))
      expect(answers.get(prepared)).toMatch(/^\[404,/)
    }
  }
})

test('when it is published all of it is there at once, in every language', async () => {
  const [release] = hidden.targets.filter(({ collection }) => collection === 'press-releases')
  if (!release) throw new Error('No press release was prepared.')
  await expect(publishNow(officer, await whatIsApproved())).rejects.toMatchObject({ code: 'under_embargo' })
  const moment = { embargo: new Date(Date.now() - 1000).toISOString() }
  await edit(officer, { collection: 'press-releases', id: release.id }, moment)
  await approve(officer, [release])
  await publishNow(officer, await whatIsApproved())
  const now = await crawl(base(), questions)
  const told = (start: string) =>
    questions.filter((one) => one.startsWith(start)).map((one) => now.get(one) ?? '')
  for (const start of [
    '/v1/laureates?',
    '/v1/citations?',
    '/v1/press-releases?',
    '/v1/media?',
    '/v1/feeds/en',
    '/v1/search?q=CANARY',
  ])
    expect(
      told(start).some((answer) => answer.includes(canary)),
      start,
    ).toBe(true)
  for (const locale of ['en', 'sv'])
    expect(now.get(`/v1/laureates?locale=${locale}&fallback=none`)).toContain(canary)
  expect(now.get(`/v1/laureates/${slug}`)).toMatch(/^\[200,/)
  expect(changedIn(now).length).toBeGreaterThan(150)
})

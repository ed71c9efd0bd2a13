import { beforeAll, describe, expect, test } from 'vitest'
import type { Role } from '../../src/access'
import type { readReview as Read, Review } from '../../src/admin/review/read-review'
import { award, colleagueOf, draft, edit, personWith, publish, targetsOf, type Actor } from '../factories'
import { useDesk } from '../payload'
import { sendAll } from '../staff'

// What the review screen shows, to whom.

const desk = useDesk()
let writer: Actor
let documents: Awaited<ReturnType<typeof award>>

beforeAll(async () => {
  writer = await personWith(desk.payload, ['editor', 'press-officer'])
  documents = await award(writer, { atRisk: true, atRiskNote: 'CANARY', birth: { date: '1962-09-25' } })
})

const collections = { citation: 'citations', laureate: 'laureates' } as const
type Kind = keyof typeof collections

async function reviewOf({ payload, user }: Actor, asked: Parameters<typeof Read>[1]): Promise<Review> {
  const { readReview } = await import('../../src/admin/review/read-review')
  const { createLocalReq } = await import('payload')
  return readReview(await createLocalReq({ user }, payload), asked)
}

async function read(actor: Actor, kind: Kind, [locale, language = 'en']: string[]): Promise<Review> {
  return reviewOf(actor, {
    collection: collections[kind],
    id: documents[kind].id,
    locale: locale ?? '',
    language,
  })
}

const someone = (role: Role) => personWith(desk.payload, [role])
const refusal = { code: 'not_found' }

describe('who may read it', () => {
  test.each(['admin', 'editor', 'reviewer', 'press-officer'] as const)(
    'the role %s reads it',
    async (role) => {
      const { text } = await read(await someone(role), 'citation', ['en'])
      expect(text.values).toEqual({ motivation: 'for the sea' })
    },
  )

  test('nobody reads it who is not signed in, has no role, or whose account is disabled', async () => {
    const { payload } = desk
    const editor = await someone('editor')
    await expect(read({ payload, user: null } as unknown as Actor, 'citation', ['en'])).rejects.toMatchObject(
      refusal,
    )
    const without = { payload, user: { ...editor.user, roles: [] } }
    await expect(read(without, 'citation', ['en'])).rejects.toMatchObject(refusal)
    const disabled = { payload, user: { ...editor.user, disabled: true } }
    await expect(read(disabled, 'citation', ['en'])).rejects.toMatchObject(refusal)
  })

  test('a translator reads it once it is sent, and what the documents that it links to are called', async () => {
    const translator = await personWith(desk.payload, ['translator'], ['sv'])
    await expect(read(translator, 'citation', ['sv'])).rejects.toMatchObject(refusal)
    await sendAll(desk.payload, { citations: documents.citation.id }, ['sv'])
    const sent = await read(translator, 'citation', ['sv'])
    expect(sent.source?.values).toEqual({ motivation: 'for the sea' })
    expect(sent.shared.values['laureates']).toEqual(['Mira Sand'])
    await expect(read(translator, 'laureate', ['sv'])).rejects.toMatchObject(refusal)
  })

  test('what is kept inside is not among the words, for nobody', async () => {
    for (const role of ['admin', 'editor', 'reviewer'] as const) {
      const review = await read(await someone(role), 'laureate', ['en'])
      expect(JSON.stringify(review)).not.toContain('CANARY')
      expect(Object.keys(review.shared.values)).not.toContain('atRisk')
    }
  })
})

describe('what it shows', () => {
  test('values are in words, in the language of the screen', async () => {
    const { shared } = await read(writer, 'laureate', ['en', 'sv'])
    expect(shared.values).toMatchObject({ kind: 'Person', 'birth.date': '25 september 1962' })
  })

  test('the revisions that it names are the ones whose words it shows', async () => {
    await edit(
      writer,
      { collection: 'citations', id: documents.citation.id },
      { motivation: 'for the wide sea' },
    )
    const { text } = await read(writer, 'citation', ['en'])
    const { readRevision } = await import('../../src/units')
    const { poolOf } = await import('../../src/lib/postgres')
    const ref = { collection: 'citations', id: documents.citation.id }
    const revision = await readRevision(poolOf(desk.payload), ref, text.status.revision ?? '')
    expect(text.values).toEqual({ motivation: 'for the wide sea' })
    expect(revision?.values).toEqual(text.values)
  })

  test('words are compared with those approved last, themselves if they are, and with those that are public', async () => {
    const fresh = await draft(writer, 'prizes', {
      name: 'First',
      slug: 'first-words',
      timeZone: 'Europe/Oslo',
    })
    const ref = { collection: 'prizes', id: fresh.id } as const
    const target = { ...ref, units: ['en'] }
    const look = () => reviewOf(writer, { ...ref, locale: 'en', language: 'en' })
    const name = async () => {
      const { text } = await look()
      const named = (base: 'approved' | 'public') => text.bases[base]?.values['name']
      return [text.values['name'], named('approved'), named('public')]
    }
    expect(await name()).toEqual(['First', undefined, undefined])
    await publish(writer, [target])
    expect(await name()).toEqual(['First', 'First', 'First'])
    await edit(writer, ref, { name: 'Second' })
    expect(await name()).toEqual(['Second', 'First', 'First'])
    const { approve } = await import('../factories')
    await approve(writer, [target])
    expect(await name()).toEqual(['Second', 'Second', 'First'])
    await edit(writer, ref, { name: 'Third' })
    expect(await name()).toEqual(['Third', 'Second', 'First'])
    const { takeDown } = await import('../../src/releases')
    await takeDown(writer, [{ ...ref, units: ['shared'] }], 'It was wrong.')
    expect(await name()).toEqual(['Third', 'Second', undefined])
    const approver = await colleagueOf(writer)
    expect((await look()).text.bases.approved?.by).toBe(approver.user.name)
  })

  test('a translation stands beside its source, with what the source was when it followed it', async () => {
    const ref = { collection: 'citations', id: documents.citation.id } as const
    await edit(writer, { ...ref, locale: 'ar' }, { motivation: 'من أجل البحر' })
    await edit(writer, ref, { motivation: 'for the sea and its tides' })
    const { text, source } = await read(writer, 'citation', ['ar'])
    expect(text.status.sourceChanged).toBe(true)
    expect(text.values).toEqual({ motivation: 'من أجل البحر' })
    expect(text.bases.followed?.values).toEqual({ motivation: 'for the wide sea' })
    expect(source?.values).toEqual({ motivation: 'for the sea and its tides' })
    expect((await read(writer, 'citation', ['en'])).source).toBeNull()
  })

  test('another document has no part in it', async () => {
    const other = await award(writer)
    await publish(writer, targetsOf(other))
    const { text } = await read(writer, 'citation', ['en'])
    expect(text.bases).toEqual({})
  })
})

import { beforeAll, describe, expect, test } from 'vitest'
import type { Review } from '../../src/admin/review/read-review'
import { poolOf } from '../../src/lib/postgres'
import { restoreUnit, statusOf, type UnitStatus } from '../../src/units'
import { approve, asRead, colleagueOf, edit, personWith, publish, type Actor } from '../factories'
import { useDesk } from '../payload'
import { draftPicture, replacePicture } from '../pictures'

// Words that were written about a picture whose file was replaced are known as that until they are approved for the new one.

const desk = useDesk()
let officer: Actor

beforeAll(async () => {
  officer = await personWith(desk.payload, ['editor', 'press-officer'])
})

type Picture = Awaited<ReturnType<typeof draftPicture>>

async function picture(): Promise<Picture> {
  const made = await draftPicture(officer, { alt: 'Mira at sea', usageTerms: 'Free.' })
  await inSwedish(made, { alt: 'Mira till sjöss', usageTerms: 'Fritt.' })
  return made
}

const inSwedish = ({ id }: Picture, words: Record<string, string>) =>
  edit(officer, { collection: 'media', id, locale: 'sv' }, words)

async function fileOf({ id }: Picture): Promise<string> {
  const { rows } = await poolOf(desk.payload).query<{ file: string }>(
    'select version_filename as file from public._media_v where parent_id = $1 and latest',
    [id],
  )
  return rows[0]?.file ?? ''
}

async function standing({ target }: Picture, unit = 'sv'): Promise<UnitStatus> {
  const { units } = await statusOf(officer, { ...target, language: 'en' })
  const found = units.find((one) => one.unit === unit)
  if (!found) throw new Error(`No unit ${unit}.`)
  return found
}

describe('they', () => {
  test('are named field by field, whether they were approved or not', async () => {
    for (const isApproved of [false, true]) {
      const made = await picture()
      if (isApproved) await approve(officer, [{ ...made.target, units: ['sv'] }])
      const file = await fileOf(made)
      expect((await standing(made)).former).toBeNull()
      await replacePicture(officer, made.id)
      expect(await standing(made)).toMatchObject({
        stage: 'writing',
        approval: null,
        former: { file, fields: ['What the picture shows', 'Terms of use'] },
      })
    }
  })

  test('are no longer what is written anew; the rest still is', async () => {
    const made = await picture()
    await replacePicture(officer, made.id)
    await inSwedish(made, { alt: 'Mira i land' })
    expect((await standing(made)).former?.fields).toEqual(['Terms of use'])
    await inSwedish(made, { usageTerms: 'Fråga först.' })
    expect((await standing(made)).former?.fields).toEqual([])
  })

  test('are what they are until somebody approves them for the new file', async () => {
    const made = await picture()
    await replacePicture(officer, made.id)
    await approve(officer, [{ ...made.target, units: ['sv'] }])
    expect((await standing(made)).former).toBeNull()
    await inSwedish(made, { alt: 'Mira i land' })
    expect((await standing(made)).former).toBeNull()
  })

  test('are none in a language that was begun afterwards', async () => {
    const made = await picture()
    await replacePicture(officer, made.id)
    await edit(officer, { collection: 'media', id: made.id, locale: 'de' }, { alt: 'Mira an Land' })
    expect((await standing(made, 'de')).former).toBeNull()
  })
})

describe('a source that changed with the file', () => {
  const isBehind = async (made: Picture) => (await standing(made)).sourceChanged

  test('is followed by words that are renewed afterwards, and not before', async () => {
    const made = await picture()
    expect(await isBehind(made)).toBe(false)
    await replacePicture(officer, made.id)
    expect(await isBehind(made)).toBe(true)
    await inSwedish(made, { alt: 'Mira till sjöss' })
    expect(await isBehind(made)).toBe(true)
    await inSwedish(made, { alt: 'Mira i land' })
    expect(await isBehind(made)).toBe(false)
  })

  test('and changes once more is behind again, whatever is written then', async () => {
    const made = await picture()
    await replacePicture(officer, made.id)
    await inSwedish(made, { alt: 'Mira i land' })
    await edit(officer, { collection: 'media', id: made.id }, { alt: 'Mira ashore' })
    expect(await isBehind(made)).toBe(true)
    await inSwedish(made, { alt: 'Mira på land' })
    expect(await isBehind(made)).toBe(true)
  })

  test('is not followed by former words that are brought back', async () => {
    const made = await picture()
    const [first] = await asRead(officer, { ...made.target, units: ['sv'] })
    await inSwedish(made, { alt: 'Något annat' })
    await replacePicture(officer, made.id)
    const restoring = { collection: 'media' as const, id: made.id, unit: 'sv' }
    await restoreUnit(officer, { ...restoring, revision: first?.revision ?? '' })
    expect(await isBehind(made)).toBe(true)
  })
})

describe('the review in a language', () => {
  async function review({ id }: Picture): Promise<Review> {
    const { readReview } = await import('../../src/admin/review/read-review')
    const { createLocalReq } = await import('payload')
    const { payload, user } = await colleagueOf(officer)
    const asked = { collection: 'media', id, locale: 'sv', language: 'en' } as const
    return readReview(await createLocalReq({ user }, payload), asked)
  }
  async function shown(made: Picture, comparison: 'nothing' | 'approved' | 'public') {
    const { renderToStaticMarkup } = await import('react-dom/server')
    const { ReviewPicture } = await import('../../src/admin/review/review-picture')
    const { shared, text } = await review(made)
    const page = renderToStaticMarkup(ReviewPicture({ shared, text, comparison, language: 'en' }))
    return [...page.matchAll(/\/api\/media\/file\/([^"]+)/g)].map(([, name]) => name)
  }

  test('shows the former picture and the new one side by side, until its words are approved', async () => {
    const made = await picture()
    await publish(officer, [{ ...made.target, units: ['en', 'sv'] }])
    const former = await fileOf(made)
    await replacePicture(officer, made.id)
    const now = await fileOf(made)
    // The shared facts and English are approved before Swedish is read.
    await approve(officer, [{ ...made.target, units: ['en'] }])
    for (const comparison of ['nothing', 'approved', 'public'] as const)
      expect(await shown(made, comparison), comparison).toEqual([former, now])
    await approve(officer, [{ ...made.target, units: ['sv'] }])
    expect(await shown(made, 'nothing')).toEqual([now])
    expect(await shown(made, 'public')).toEqual([former, now])
  })

  test('does so also where its words were never approved', async () => {
    const made = await picture()
    const former = await fileOf(made)
    await replacePicture(officer, made.id)
    expect(await shown(made, 'nothing')).toEqual([former, await fileOf(made)])
  })
})

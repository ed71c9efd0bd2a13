import { beforeAll, describe, expect, test } from 'vitest'
import { Refusal, sayRefusal } from '../../src/lib/errors'
import { poolOf } from '../../src/lib/postgres'
import { publishNow, takeDown } from '../../src/releases'
import { usePublicSide } from '../delivery'
import { approve, award, draft, edit, personWith, publish, targetsOf, unique, type Actor } from '../factories'
import { useDesk } from '../payload'

// An address that was public once never comes to mean another document.

const desk = useDesk()
const side = usePublicSide(desk)
let officer: Actor

beforeAll(async () => {
  officer = await personWith(desk.payload, ['editor', 'press-officer'])
})

const at = (id: string, units = ['en']) => ({ collection: 'laureates', id, units })
const laureate = (knownName: string, slug: string) =>
  draft(officer, 'laureates', { kind: 'person', knownName, slug })

async function rename(id: string, slug: string): Promise<void> {
  await edit(officer, { collection: 'laureates', id }, { slug })
  await publish(officer, [at(id, ['shared'])])
}

async function answer(slug: string): Promise<[number, string | null]> {
  await side.seen()
  const { status, headers } = await side.get(`/v1/laureates/${slug}`)
  return [status, headers.get('location')]
}

async function refused(id: string): Promise<Refusal> {
  await approve(officer, [at(id)])
  const error: unknown = await publishNow(officer, [at(id)]).catch((thrown: unknown) => thrown)
  if (!(error instanceof Refusal)) throw new Error('It was published.')
  expect(error).toMatchObject({ code: 'slug_former', status: 409 })
  return error
}

describe('a former address', () => {
  test('stays with its document, and whoever wants it reads whose it is', async () => {
    const [first, second] = [unique('ngozi'), unique('renamed')]
    const { id } = await laureate('Ngozi Adelund', first)
    await publish(officer, [at(id)])
    await rename(id, second)
    await rename(id, first)
    const other = await laureate('Somebody Else', second)
    const refusal = await refused(other.id)
    expect(sayRefusal(refusal, 'en').message).toBe(
      `The web address “${second}” is not free: the laureate “Ngozi Adelund” had it before, and old links must not lead elsewhere. Choose another one.`,
    )
    expect(sayRefusal(refusal, 'sv').message).toContain('pristagaren ”Ngozi Adelund” har haft den')
    expect(sayRefusal(refusal, 'de').message).toContain('der Preisträger „Ngozi Adelund“ trug sie')
    expect(await answer(second)).toEqual([308, `/v1/laureates/${first}`])
    await edit(officer, { collection: 'laureates', id: other.id }, { slug: unique('else') })
    await publish(officer, [at(other.id)])
    expect(await answer(second)).toEqual([308, `/v1/laureates/${first}`])
  })

  test('is not given away by what is public already', async () => {
    const [first, second] = [unique('ngozi'), unique('renamed')]
    const { id } = await laureate('Ngozi Adelund', first)
    const other = await laureate('Somebody Else', unique('else'))
    await publish(officer, [at(id), at(other.id)])
    await rename(id, second)
    await expect(rename(other.id, first)).rejects.toMatchObject({ code: 'slug_former' })
    expect(await answer(first)).toEqual([308, `/v1/laureates/${second}`])
  })

  test('stays gone after its document was taken down, and is there when that comes back', async () => {
    const slug = unique('ngozi')
    const { id } = await laureate('Ngozi Adelund', slug)
    await publish(officer, [at(id)])
    await takeDown(officer, [at(id)], 'Wrong.')
    await edit(officer, { collection: 'laureates', id }, { slug: unique('moved') })
    const other = await laureate('Somebody Else', slug)
    expect((await refused(other.id)).message).toContain('the laureate “Ngozi Adelund” had it before')
    expect(await answer(slug)).toEqual([410, null])
    await desk.payload.delete({ collection: 'laureates', id: other.id, user: officer.user })
    await edit(officer, { collection: 'laureates', id }, { slug })
    await publish(officer, [at(id)])
    expect(await answer(slug)).toEqual([200, null])
  })
})

test('a year that was corrected leaves its address to the year that it belongs to', async () => {
  const documents = await award(officer)
  const { edition, prize } = documents
  await publish(officer, targetsOf(documents))
  await edit(officer, { collection: 'editions', id: edition.id }, { year: 2025 })
  await publish(officer, [{ collection: 'editions', id: edition.id, units: ['shared'] }])
  const right = await draft(officer, 'editions', { prize: prize.id, year: 2024, status: 'announced' })
  await publish(officer, [{ collection: 'editions', id: right.id, units: ['en'] }])
  const { rows } = await poolOf(desk.payload).query(
    "select slug from published.resources where resource = 'editions' and document_id = $1",
    [right.id],
  )
  expect(rows).toEqual([{ slug: expect.stringMatching(/\/2024$/) as string }])
})

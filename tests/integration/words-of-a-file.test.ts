import { Client } from 'pg'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Resource } from '../../src/contract'
import { canonicalJson, sha256 } from '../../src/lib/hash'
import { poolOf } from '../../src/lib/postgres'
import { publishNow, takeDown } from '../../src/releases'
import { advance, restoreUnit, statusOf, type UnitStatus } from '../../src/units'
import { usePublicSide } from '../delivery'
import { approve, asRead, edit, personWith, publish, type Actor } from '../factories'
import { useDesk } from '../payload'
import { draftPicture, replacePicture } from '../pictures'

// An approval is of words and of what they describe: of a picture, this file.

const desk = useDesk()
const side = usePublicSide(desk)
let officer: Actor

beforeAll(async () => {
  officer = await personWith(desk.payload, ['editor', 'press-officer'])
})

const units = ['en', 'sv']
const everything = ['shared', ...units]
type Picture = Awaited<ReturnType<typeof draftPicture>>

/** A picture with words in English and Swedish. */
async function picture(): Promise<Picture> {
  const made = await draftPicture(officer, { alt: 'Mira at sea', usageTerms: 'Free.' })
  const words = { alt: 'Mira till sjöss', usageTerms: 'Fritt.' }
  await edit(officer, { collection: 'media', id: made.id, locale: 'sv' }, words)
  return made
}

async function publicPicture(): Promise<Picture> {
  const made = await picture()
  await publish(officer, [{ ...made.target, units }])
  return made
}

const of = ({ target }: Picture, wanted: string[]) => [{ ...target, units: wanted }]

async function standing({ target }: Picture): Promise<Map<string, UnitStatus>> {
  const { units: all } = await statusOf(officer, { ...target, language: 'en' })
  return new Map(all.map((unit) => [unit.unit, unit]))
}

const stages = async (made: Picture): Promise<unknown[]> => {
  const all = await standing(made)
  return everything.map((unit) => all.get(unit)?.stage)
}

/** What the world reads: the files, and the words in Swedish. */
async function read({ id }: Picture) {
  await side.seen()
  const answer = await side.get(`/v1/media/${id}?locale=sv`)
  const { renditions, alt } = (await answer.json()) as Resource<'media'>
  return { files: renditions.map(({ href }) => href), alt: alt?.text }
}

describe('when the file is replaced', () => {
  test('the approval of every language ends, and says why', async () => {
    const made = await picture()
    await approve(officer, of(made, units))
    expect(await stages(made)).toEqual(['approved', 'approved', 'approved'])
    await replacePicture(officer, made.id)
    expect(await stages(made)).toEqual(['writing', 'writing', 'writing'])
    const all = await standing(made)
    expect(everything.map((unit) => all.get(unit)?.ended?.isOfPicture)).toEqual([false, true, true])
    expect(all.get('sv')?.ended).toMatchObject({ changedBy: officer.user.name })
    await expect(publishNow(officer, of(made, ['sv']))).rejects.toMatchObject({ code: 'not_approved' })
  })

  test('whoever replaced it cannot approve what describes it', async () => {
    const made = await picture()
    await approve(officer, of(made, units))
    const replacing = await personWith(desk.payload, ['editor', 'reviewer'])
    await replacePicture(replacing, made.id)
    await advance(officer, { ...made.target, verb: 'submit', units: [{ unit: 'sv' }] })
    const [sv] = await asRead(replacing, { ...made.target, units: ['sv'] })
    const approving = advance(replacing, { ...made.target, verb: 'approve', units: sv ? [sv] : [] })
    await expect(approving).rejects.toMatchObject({ code: 'wrote_it' })
  })

  test('what is public stays as it is, picture and words', async () => {
    const made = await publicPicture()
    const before = await read(made)
    await replacePicture(officer, made.id)
    expect(await read(made)).toEqual(before)
  })

  test.each([['shared'], ['en'], ['sv']])(
    'nothing of it becomes public by %s alone while a public language is approved for the former file only',
    async (unit) => {
      const made = await publicPicture()
      const before = await read(made)
      await replacePicture(officer, made.id)
      await approve(officer, of(made, unit === 'sv' ? ['sv'] : ['en']))
      const code = { code: 'describes_former' }
      await expect(publishNow(officer, of(made, [unit]))).rejects.toMatchObject(code)
      const verb = (await standing(made)).get(unit)?.verbs.find((one) => one.verb === 'publish')
      expect(verb).toMatchObject(code)
      expect(await read(made)).toEqual(before)
    },
  )

  test.each([['shared'], ['en'], ['sv']])('%s brings along all that is public', async (unit) => {
    const made = await publicPicture()
    const files = await replacePicture(officer, made.id)
    await edit(officer, { collection: 'media', id: made.id, locale: 'sv' }, { alt: 'Mira i land' })
    await approve(officer, of(made, units))
    expect((await standing(made)).get(unit)?.brings.toSorted()).toEqual(
      everything.filter((one) => one !== unit).toSorted(),
    )
    await publishNow(officer, of(made, [unit]))
    expect(await stages(made)).toEqual(['public', 'public', 'public'])
    expect(await read(made)).toEqual({ files: expect.arrayContaining(files) as string[], alt: 'Mira i land' })
  })

  test('a language that nobody approves for it is taken down, and the others go on', async () => {
    const made = await publicPicture()
    const files = await replacePicture(officer, made.id)
    await approve(officer, of(made, ['en']))
    await takeDown(officer, of(made, ['sv']), 'Nobody is there to read it.')
    await publishNow(officer, of(made, ['en']))
    expect(await read(made)).toEqual({
      files: expect.arrayContaining(files) as string[],
      alt: 'Mira at sea',
    })
    expect(await stages(made)).toEqual(['public', 'public', 'writing'])
  })

  test('its history says so in each language', async () => {
    const made = await picture()
    await replacePicture(officer, made.id)
    const { rows } = await poolOf(desk.payload).query<{ unit: string; fields: string[] }>(
      `select unit, details -> 'fields' as fields from audit.entries where document = $1 and action = 'edited'
        order by id desc limit 3`,
      [made.id],
    )
    expect(new Set(rows.map(({ unit }) => unit))).toEqual(new Set(everything))
    for (const { fields } of rows) expect(fields).toContain('filename')
  })
})

describe('as long as the file stays', () => {
  test('a changed credit ends no approval of words', async () => {
    const made = await publicPicture()
    await edit(officer, { collection: 'media', id: made.id }, { credit: 'Photo: B. Ny' })
    expect(await stages(made)).toEqual(['writing', 'public', 'public'])
    await publish(officer, of(made, ['shared']))
  })

  test('a language without words has nothing to approve', async () => {
    const made = await picture()
    await replacePicture(officer, made.id)
    expect((await standing(made)).get('de')).toMatchObject({ stage: null, revision: null })
  })
})

describe('words that were approved before they named a file', () => {
  /** As an earlier version of the desk wrote them. */
  async function older(): Promise<Picture> {
    const made = await picture()
    const client = new Client({ connectionString: desk.database.unguarded() })
    await client.connect()
    const { rows } = await client.query<{ id: string; values: Record<string, unknown> }>(
      `select id, "values" from editorial.revisions where document_id = $1 and unit <> 'shared'`,
      [made.id],
    )
    for (const { id, values } of rows) {
      const { filename: _named, ...words } = values
      await client.query('update editorial.revisions set "values" = $2, values_hash = $3 where id = $1', [
        id,
        JSON.stringify(words),
        sha256(canonicalJson(words)),
      ])
    }
    await client.end()
    return made
  }

  test('stay approved, and are of the file that was there', async () => {
    const made = await older()
    await publish(officer, of(made, units))
    await edit(officer, { collection: 'media', id: made.id }, { credit: 'Photo: B. Ny' })
    expect(await stages(made)).toEqual(['writing', 'public', 'public'])
    await replacePicture(officer, made.id)
    expect(await stages(made)).toEqual(['writing', 'writing', 'writing'])
  })
})

test('words of a former file come back as words about this one', async () => {
  const made = await picture()
  const [first] = await asRead(officer, { ...made.target, units: ['sv'] })
  await edit(officer, { collection: 'media', id: made.id, locale: 'sv' }, { alt: 'Något annat' })
  await replacePicture(officer, made.id)
  const restoring = {
    collection: 'media' as const,
    id: made.id,
    unit: 'sv',
    revision: first?.revision ?? '',
  }
  await restoreUnit(officer, restoring)
  const { rows } = await poolOf(desk.payload).query<{ values: Record<string, unknown>; file: string }>(
    `select r."values", m.version_filename as file from editorial.units u join editorial.revisions r on r.id = u.revision
       join public._media_v m on m.parent_id = u.document_id and m.latest
      where u.document_id = $1 and u.unit = 'sv'`,
    [made.id],
  )
  expect(rows[0]?.values).toMatchObject({ alt: 'Mira till sjöss', filename: rows[0]?.file })
  await expect(restoreUnit(officer, restoring)).rejects.toMatchObject({ code: 'already_current' })
})

test('nothing went wrong unseen', () => {
  expect(side.reports).toEqual([])
})

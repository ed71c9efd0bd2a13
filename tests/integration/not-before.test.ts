import { beforeAll, describe, expect, test } from 'vitest'
import { poolOf } from '../../src/lib/postgres'
import { publishNow, takeDown } from '../../src/releases'
import { readWork } from '../../src/review'
import { paragraph, richText } from '../../src/rich-text'
import { statusOf } from '../../src/units'
import { approve, award, draft, edit, personWith, publish, targetsOf, unique, type Actor } from '../factories'
import { useDesk } from '../payload'
import { tryAs } from '../sql-as'

// An embargo means absence: before its moment nothing of a press release is public.

const desk = useDesk()
let officer: Actor
let edition: string

beforeAll(async () => {
  officer = await personWith(desk.payload, ['editor', 'press-officer'])
  const documents = await award(officer)
  await publish(officer, targetsOf(documents))
  edition = documents.edition.id
})

const inHours = (hours: number): string => new Date(Date.now() + hours * 3_600_000).toISOString()

async function release(embargo: string | null) {
  const { id } = await draft(officer, 'press-releases', {
    title: 'The laureate',
    slug: unique('laureate'),
    type: 'announcement',
    edition,
    embargo,
    body: richText([paragraph('It is Mira Sand.')]),
  })
  const ref = { collection: 'press-releases', id } as const
  return { ...ref, units: ['en'] }
}

async function publicUnits(id: string): Promise<number> {
  const { rows } = await poolOf(desk.payload).query('select from published.units where document_id = $1', [
    id,
  ])
  return rows.length
}

const refused = { status: 409, code: 'under_embargo' }

describe('before its moment', () => {
  test('nothing of it becomes public, and the reason names the moment and the way out', async () => {
    const target = await release('2031-10-10T09:00:00.000Z')
    await approve(officer, [target])
    for (const units of [['en'], ['shared'], ['shared', 'en']])
      await expect(publishNow(officer, [{ ...target, units }]), units.join(' ')).rejects.toMatchObject(
        refused,
      )
    expect(await publicUnits(target.id)).toBe(0)
    const { units } = await statusOf(officer, { ...target, language: 'en' })
    const en = units.find(({ unit }) => unit === 'en')
    expect(en?.verbs.find(({ verb }) => verb === 'publish')).toMatchObject({
      code: 'under_embargo',
      reason: expect.stringMatching(/before 10 October 2031, 11:00 CEST.*“Not before”/) as string,
    })
    expect(units.find(({ unit }) => unit === 'shared')?.embargo).toBe('2031-10-10T09:00:00.000Z')
  })

  test('whoever may publish it reads until when it is held, and no longer when that is over', async () => {
    const [ahead, over] = [await release(inHours(1)), await release(inHours(-1))]
    await approve(officer, [ahead, over])
    const { publish: waiting } = await readWork(poolOf(desk.payload), officer.user, 100)
    const heldOf = ({ id }: { id: string }) =>
      waiting.items.filter((item) => item.id === id).map(({ heldUntil }) => heldUntil !== null)
    expect(heldOf(ahead)).toEqual([true, true])
    expect(heldOf(over)).toEqual([false, false])
  })

  test('an earlier moment takes a new approval, and then it goes', async () => {
    const target = await release(inHours(1))
    await approve(officer, [target])
    await edit(officer, target, { embargo: inHours(-1) })
    await expect(publishNow(officer, [target])).rejects.toMatchObject({ code: 'not_approved' })
    await publish(officer, [target])
    expect(await publicUnits(target.id)).toBe(2)
  })

  test('another language does not go before it either, and taking down is always possible', async () => {
    const target = await release(null)
    await publish(officer, [target])
    const words = { title: 'Pristagaren', body: richText([paragraph('Det är Mira Sand.')]) }
    await edit(officer, { ...target, locale: 'sv' }, words)
    await edit(officer, target, { embargo: inHours(1) })
    await approve(officer, [{ ...target, units: ['sv'] }])
    await expect(publishNow(officer, [{ ...target, units: ['sv'] }])).rejects.toMatchObject(refused)
    await takeDown(officer, [{ ...target, units: ['shared'] }], 'It came too early.')
  })

  test('the database refuses it too', async () => {
    const ahead = await release(inHours(1))
    const over = await release(inHours(-1))
    await approve(officer, [ahead, over])
    const put = (id: string) =>
      tryAs(desk.database.desk, async (client) => {
        await client.query(
          'insert into published.releases (number) select coalesce(max(number), 0) + 1 from published.releases',
        )
        await client.query(
          `insert into published.units (collection, document_id, unit, content, content_hash, release)
           select u.collection, u.document_id, u.unit, r.content, r.content_hash,
                  (select max(number) from published.releases)
             from editorial.units u join editorial.revisions r on r.id = u.revision
            where u.document_id = $1 and u.unit = 'en'`,
          [id],
        )
      })
    expect(await put(ahead.id)).toContain('press-releases en is under embargo')
    expect(await put(over.id)).toBe('went through')
  })
})

test('once its moment has come it is like every other', async () => {
  const target = await release(inHours(-1))
  await publish(officer, [target])
  expect(await publicUnits(target.id)).toBe(2)
})

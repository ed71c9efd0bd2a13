import { array, assert, asyncProperty, constantFrom, nat, oneof, record, type Arbitrary } from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { poolOf } from '../../src/lib/postgres'
import { readHistory, readUnits, restoreUnit } from '../../src/units'
import { draft, edit, personWith, publish, unique, type Actor } from '../factories'
import { useDesk } from '../payload'

// Any history of edits and restores: a restore gives one unit exactly the words of its revision, leaves the others as
// they are, and never reaches readers.

const seed = Date.now() % 1_000_000
afterAll(() => process.stdout.write(`fast-check seed ${seed}\n`))

const desk = useDesk()
let author: Actor
beforeAll(async () => {
  author = await personWith(desk.payload, ['editor', 'press-officer'])
})

const units = ['shared', 'en', 'sv'] as const
type Unit = (typeof units)[number]
type Step = { unit: Unit } & ({ does: 'edit'; value: number } | { does: 'restore'; revision: number })

const unit = constantFrom(...units)
const editing = record({ unit, does: constantFrom('edit' as const), value: nat(3) })
const restoring = record({ unit, does: constantFrom('restore' as const), revision: nat(9) })
const history: Arbitrary<Step[]> = array(
  oneof({ weight: 3, arbitrary: editing }, { weight: 2, arbitrary: restoring }),
  { minLength: 6, maxLength: 16 },
)

const words = (value: number, language: string) => ({
  knownName: `Mira ${value} ${language}`,
  fullName: value % 2 === 0 ? null : `Mira Maria ${value}`,
  birth: { place: value > 1 ? `Place ${value}` : null },
})
const facts = (value: number) => ({
  birth: { date: value === 0 ? null : `196${value}` },
  variants: Array.from({ length: value }, (_, row) => ({ value: `Spelling ${row}`, lang: 'no' })),
  sameAs: { wikidata: value > 1 ? `Q${value}` : null },
})

type Known = { id: string; values: unknown }

async function standing(id: string): Promise<Record<string, Known>> {
  const rows = await readUnits(poolOf(desk.payload), { collection: 'laureates', id })
  return Object.fromEntries([...rows].map(([name, { revision }]) => [name, revision]))
}

const published = async (id: string) =>
  (await poolOf(desk.payload).query('select * from published.units where document_id = $1 order by id', [id]))
    .rows

test(
  'a restore changes one unit to exactly what it was, and nothing in public',
  { timeout: 300_000 },
  async () => {
    await assert(
      asyncProperty(history, async (steps) => {
        const person = { kind: 'person', knownName: 'Mira 0 en', slug: unique('mira') }
        const { id } = await draft(author, 'laureates', person)
        await publish(author, [{ collection: 'laureates', id, units: ['en'] }])
        const world = await published(id)
        const revisions = new Map<Unit, Known[]>()
        for (const [index, step] of steps.entries()) {
          const before = await standing(id)
          const place = `step ${index + 1} of ${JSON.stringify(steps)}`
          for (const name of units) {
            const list = revisions.get(name) ?? []
            const now = before[name]
            if (now && list.at(-1)?.id !== now.id) revisions.set(name, [...list, now])
          }
          await take(id, step, { before, revisions, place })
        }
        expect(await published(id)).toEqual(world)
        await expectTold(id, JSON.stringify(steps))
      }),
      { numRuns: 20, seed, endOnFailure: true },
    )
  },
)

type Seen = { before: Record<string, Known>; revisions: Map<Unit, Known[]>; place: string }

async function take(id: string, step: Step, { before, revisions, place }: Seen): Promise<void> {
  const where = { collection: 'laureates' as const, id }
  if (step.does === 'edit') {
    const locale = step.unit === 'shared' ? 'en' : step.unit
    await edit(
      author,
      { ...where, locale },
      step.unit === 'shared' ? facts(step.value) : words(step.value, locale),
    )
    return
  }
  const list = revisions.get(step.unit) ?? []
  const wanted = list[step.revision % Math.max(list.length, 1)]
  if (!wanted) return
  const outcome = await restoreUnit(author, { ...where, unit: step.unit, revision: wanted.id }).then(
    () => 'done',
    (error: unknown) => (error as { code: string }).code,
  )
  const isThere = JSON.stringify(wanted.values) === JSON.stringify(before[step.unit]?.values)
  expect(outcome, place).toBe(isThere ? 'already_current' : 'done')
  const after = await standing(id)
  expect(after[step.unit]?.values, place).toEqual(wanted.values)
  for (const other of units.filter((name) => name !== step.unit))
    expect(after[other], place).toEqual(before[other])
}

/** The history tells of every revision once, however it is paged. */
async function expectTold(id: string, place: string): Promise<void> {
  const pool = poolOf(desk.payload)
  const { rows } = await pool.query<{ id: string }>(
    'select id from editorial.revisions where document_id = $1 order by at desc, id desc',
    [id],
  )
  const told: string[] = []
  const asked = { collection: 'laureates', id, units, limit: 3 }
  let page = await readHistory(pool, asked)
  for (;;) {
    told.push(
      ...page.entries.flatMap(({ did, revision }) =>
        revision && (did === 'saved' || did === 'restored') ? [revision] : [],
      ),
    )
    if (page.next === null) break
    page = await readHistory(pool, { ...asked, after: page.next })
  }
  expect(new Set(told), place).toEqual(new Set(rows.map((row) => row.id)))
  expect(told.length, place).toBe(rows.length)
}

import { array, assert, asyncProperty, constantFrom, nat, oneof, record, type Arbitrary } from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { draft, personWith, unique, type Actor } from '../factories'
import { openForm, saveForm, type Doc, type Form } from '../forms'
import { useDesk } from '../payload'
import { signedIn, type Signed } from '../rest-people'
import { sendAll } from '../staff'

// Any history of people who open a document, type, and save through REST: what was accepted last is what is there,
// and a save is refused exactly where it would have overwritten words that its writer never saw.

const seed = Date.now() % 1_000_000
afterAll(() => process.stdout.write(`fast-check seed ${seed}\n`))

const desk = useDesk()
let author: Actor
const people: Signed[] = []
let nobody: Signed
const translator = 2
beforeAll(async () => {
  nobody = await signedIn(desk, { name: 'A reader', roles: ['reviewer'] })
  author = await personWith(desk.payload, ['editor'])
  people.push(await signedIn(desk, { name: 'Ana Ruiz', roles: ['editor'] }))
  people.push(await signedIn(desk, { name: 'Tomas Ek', roles: ['editor'] }))
  people.push(await signedIn(desk, { name: 'Lina Berg', roles: ['translator'], locales: ['sv'] }))
})

const languages = ['en', 'sv'] as const
const fields = ['fullName', 'sortKey', 'birth', 'variants'] as const
type Field = (typeof fields)[number]
type Step =
  | { who: number; does: 'open'; locale: (typeof languages)[number] }
  | { who: number; does: 'type'; field: Field; value: number }
  | { who: number; does: 'save' }

const who = nat(translator)
const opening = record({ who, does: constantFrom('open' as const), locale: constantFrom(...languages) })
const typing = record({
  who,
  does: constantFrom('type' as const),
  field: constantFrom(...fields),
  value: nat(3),
})
const saving = record({ who, does: constantFrom('save' as const) })
const history: Arbitrary<Step[]> = array(
  oneof(
    { weight: 2, arbitrary: opening },
    { weight: 4, arbitrary: typing },
    { weight: 3, arbitrary: saving },
  ),
  { minLength: 8, maxLength: 24 },
)

const isShared = (field: string): boolean => field === 'birth' || field === 'variants'
const unitOf = (field: string, locale: string): string => (isShared(field) ? 'shared' : locale)
const valueOf: Record<Field, (value: number) => unknown> = {
  fullName: (value) => `Name ${value}`,
  sortKey: (value) => `Key ${value}`,
  birth: (value) => ({ date: `196${value}` }),
  variants: (value) => Array.from({ length: value }, (_, row) => ({ value: `Spelling ${row}` })),
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '')
const readers: Record<Field, (doc: Doc) => string> = {
  fullName: (doc) => text(doc['fullName']),
  sortKey: (doc) => text(doc['sortKey']),
  birth: (doc) => text((doc['birth'] as Doc | null)?.['date']),
  variants: (doc) => ((doc['variants'] ?? []) as Doc[]).map((row) => row['value']).join(', '),
}

/** The words of a form or document that the history is about, empty ones alike however they are written. */
const wordsIn = (doc: Doc): Record<Field, string> =>
  Object.fromEntries(fields.map((field) => [field, readers[field](doc)])) as Record<Field, string>

test('no accepted write is ever lost, and none is refused without need', { timeout: 300_000 }, async () => {
  await assert(
    asyncProperty(history, async (steps) => {
      const world = await begin()
      for (const [index, step] of steps.entries()) {
        await take(world, step, `step ${index + 1} of ${JSON.stringify(steps)}`)
      }
      for (const locale of languages) {
        const { opened } = await openForm(nobody, { collection: 'laureates', id: world.id, locale })
        expect(wordsIn(opened), `${locale} after ${JSON.stringify(steps)}`).toEqual(keptIn(world, locale))
      }
    }),
    { numRuns: 25, seed, endOnFailure: true },
  )
})

/** What must be there, by unit and field, told from the accepted saves alone. */
type World = {
  id: string
  kept: Map<string, string>
  revisions: Map<string, unknown>
  forms: Map<number, Form>
}

async function begin(): Promise<World> {
  const data = { kind: 'person', knownName: 'Mira Sand', slug: unique('mira'), birth: { date: '1962' } }
  const { id } = await draft(author, 'laureates', data)
  await sendAll(desk.payload, { laureates: id }, ['sv'])
  const { opened } = await openForm(nobody, { collection: 'laureates', id, locale: 'en' })
  return {
    id,
    kept: new Map([['shared birth', '1962']]),
    revisions: new Map(Object.entries(opened['base'] as Doc)),
    forms: new Map(),
  }
}

const kept = ({ kept: words }: World, field: Field, locale: string): string =>
  words.get(`${unitOf(field, locale)} ${field}`) ?? ''
const keptIn = (world: World, locale: string) =>
  Object.fromEntries(fields.map((field) => [field, kept(world, field, locale)]))

async function take(world: World, step: Step, place: string): Promise<void> {
  const person = people[step.who] ?? nobody
  if (step.does === 'open') {
    if (step.who === translator && step.locale !== 'sv') return
    const where = { collection: 'laureates', id: world.id, locale: step.locale }
    world.forms.set(step.who, await openForm(person, where))
    return
  }
  const form = world.forms.get(step.who)
  if (!form) return
  if (step.does === 'save') return save(world, { person, form, place })
  if (step.who === translator && isShared(step.field)) return
  form.typed = { ...form.typed, [step.field]: valueOf[step.field](step.value) }
}

type Saving = { person: Signed; form: Form; place: string }

async function save(world: World, { person, form, place }: Saving): Promise<void> {
  const before = wordsIn(form.opened)
  const mine = wordsIn({ ...form.opened, ...form.typed })
  const base = form.opened['base'] as Doc
  const changed = fields.filter((field) => mine[field] !== before[field])
  const isMoved = (unit: string): boolean => (base[unit] ?? null) !== (world.revisions.get(unit) ?? null)
  // What is there already word for word is nobody's loss.
  const collides = changed.filter(
    (field) => mine[field] !== kept(world, field, form.locale) && isMoved(unitOf(field, form.locale)),
  )
  const { status } = await saveForm(person, form)
  expect(status, place).toBe(collides.length > 0 ? 409 : 200)
  if (status !== 200) return
  const { inside: _inside, ...revisions } = form.opened['base'] as Doc
  for (const [unit, revision] of Object.entries(revisions)) world.revisions.set(unit, revision)
  for (const field of changed) world.kept.set(`${unitOf(field, form.locale)} ${field}`, mine[field])
  // The form shows everything as it is now: what others wrote meanwhile has not been set back.
  expect(wordsIn(form.opened), place).toEqual(keptIn(world, form.locale))
}

import { array, assert, asyncProperty, constantFrom, record } from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { fallbackChain, type LocaleCode } from '../../src/lib/locales'
import { poolOf } from '../../src/lib/postgres'
import { publishNow, takeDown } from '../../src/releases'
import { draft, edit, personWith, unique, type Actor } from '../factories'
import { useDesk } from '../payload'

// Any history of edits, publications and take-downs: what readers get is a function of the published units
// alone, whatever the drafts say meanwhile.

const desk = useDesk()
let officer: Actor
beforeAll(async () => {
  officer = await personWith(desk.payload, ['editor', 'press-officer'])
})

const languages = ['en', 'sv', 'ar'] as const
type Unit = 'shared' | (typeof languages)[number]
type Step = { verb: 'edit' | 'publish' | 'take-down'; unit: Unit }
type Model = { draft: Map<Unit, string>; world: Map<Unit, string> }

const steps = array(
  record<Step>({
    verb: constantFrom('edit', 'edit', 'publish', 'publish', 'take-down'),
    unit: constantFrom<Unit>('shared', ...languages),
  }),
  { minLength: 4, maxLength: 14 },
)

test('what readers get follows the published units, and nothing else', { timeout: 180_000 }, async () => {
  await assert(
    asyncProperty(steps, async (history) => {
      const { id } = await draft(officer, 'laureates', {
        kind: 'person',
        knownName: 'Name 0',
        slug: unique('history'),
      })
      const model: Model = {
        draft: new Map([
          ['en', 'Name 0'],
          ['shared', ''],
        ]),
        world: new Map(),
      }
      for (const [index, step] of history.entries()) {
        await act(model, { ...step, id, value: String(1900 + index) })
        expect(await seen(id), `after step ${index + 1} of ${JSON.stringify(history)}`).toEqual(
          predicted(model),
        )
      }
    }),
    { numRuns: 12, endOnFailure: true },
  )
})

type Act = Step & { id: string; value: string }

async function act(model: Model, step: Act): Promise<void> {
  if (step.verb === 'edit') await change(model, step)
  else if (step.verb === 'publish') await publish(model, step)
  else await takeUnitDown(model, step)
}

const target = ({ unit, id }: Act) => [{ collection: 'laureates', id, units: [unit] }]
const codeOf = (error: unknown) => (error as { code: string }).code

async function publish(model: Model, step: Act): Promise<void> {
  const isPossible = step.unit === 'shared' || model.draft.has(step.unit)
  const outcome = await publishNow(officer, target(step)).then(() => 'done', codeOf)
  expect(outcome).toBe(isPossible ? 'done' : 'not_ready')
  if (!isPossible) return
  const units: Unit[] = model.world.has('shared') ? [step.unit] : ['shared', step.unit]
  for (const unit of units) model.world.set(unit, model.draft.get(unit) ?? '')
}

async function takeUnitDown(model: Model, step: Act): Promise<void> {
  const isPossible = model.world.has(step.unit)
  const outcome = await takeDown(officer, target(step)).then(() => 'done', codeOf)
  expect(outcome).toBe(isPossible ? 'done' : 'not_public')
  if (!isPossible) return
  model.world.delete(step.unit)
  const left = languages.filter((language) => model.world.has(language))
  if (step.unit === 'shared' || left.length === 0) model.world.clear()
}

async function change(
  model: Model,
  { unit, id, value }: { unit: Unit; id: string; value: string },
): Promise<void> {
  model.draft.set(unit, unit === 'shared' ? value : `Name ${value} ${unit}`)
  const data = unit === 'shared' ? { birth: { date: value } } : { knownName: `Name ${value} ${unit}` }
  await edit(officer, { collection: 'laureates', id, locale: unit === 'shared' ? 'en' : unit }, data)
}

type Seen = Record<string, { name: string; isFallback: boolean; birth: string }>

function predicted({ world }: Model): Seen {
  const found: Seen = {}
  if (!world.has('shared')) return found
  for (const locale of languages) {
    for (const fallback of ['none', 'declared']) {
      const chain: readonly LocaleCode[] = fallback === 'none' ? [locale] : fallbackChain(locale)
      const language = chain.find((code) => world.has(code as Unit)) as Unit | undefined
      if (language) {
        const name = world.get(language) ?? ''
        found[`${locale} ${fallback}`] = {
          name,
          isFallback: language !== locale,
          birth: world.get('shared') ?? '',
        }
      }
    }
  }
  return found
}

async function seen(id: string): Promise<Seen> {
  const { rows } = await poolOf(desk.payload).query<{ key: string; body: Buffer }>(
    `select locale || ' ' || fallback as key, body from published.current join published.bodies using (sha256)
      where document_id = $1 and locale = any($2)`,
    [id, [...languages]],
  )
  return Object.fromEntries(
    rows.map(({ key, body }) => {
      const value = JSON.parse(body.toString()) as {
        name: { text: string; isFallback: boolean }
        birth: { date: string } | null
      }
      return [
        key,
        { name: value.name.text, isFallback: value.name.isFallback, birth: value.birth?.date ?? '' },
      ]
    }),
  )
}

import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { fallbackChain, type LocaleCode } from '../../src/lib/locales'
import { poolOf, publishNow, takeDown } from '../../src/releases'
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

const steps = fc.array(
  fc.record<Step>({
    verb: fc.constantFrom('edit', 'edit', 'publish', 'publish', 'take-down'),
    unit: fc.constantFrom<Unit>('shared', ...languages),
  }),
  { minLength: 4, maxLength: 14 },
)

test('what readers get follows the published units, and nothing else', { timeout: 180_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(steps, async (history) => {
      const { id } = await draft(officer, 'laureates', { kind: 'person', knownName: 'Name 0', slug: unique('history') })
      const model: Model = { draft: new Map([['en', 'Name 0'], ['shared', '']]), world: new Map() }
      for (const [index, step] of history.entries()) {
        await act(model, { ...step, id, value: String(1900 + index) })
        expect(await seen(id), `after step ${index + 1} of ${JSON.stringify(history)}`).toEqual(predicted(model))
      }
    }),
    { numRuns: 12, endOnFailure: true },
  )
})

type Act = Step & { id: string; value: string }

async function act(model: Model, { verb, unit, id, value }: Act): Promise<void> {
  const target = [{ collection: 'laureates', id, units: [unit] }]
  if (verb === 'edit') return change(model, { unit, id, value })
  if (verb === 'publish') {
    const isPossible = unit === 'shared' || model.draft.has(unit)
    if (!isPossible) return void (await expect(publishNow(officer, target)).rejects.toMatchObject({ code: 'not_ready' }))
    await publishNow(officer, target)
    const units: Unit[] = model.world.has('shared') ? [unit] : ['shared', unit]
    for (const each of units) model.world.set(each, model.draft.get(each) ?? '')
    return
  }
  if (!model.world.has(unit)) return void (await expect(takeDown(officer, target)).rejects.toMatchObject({ code: 'not_public' }))
  await takeDown(officer, target)
  model.world.delete(unit)
  const left = languages.filter((language) => model.world.has(language))
  if (unit === 'shared' || left.length === 0) model.world.clear()
}

async function change(model: Model, { unit, id, value }: { unit: Unit; id: string; value: string }): Promise<void> {
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
        found[`${locale} ${fallback}`] = { name, isFallback: language !== locale, birth: world.get('shared') ?? '' }
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
      const value = JSON.parse(body.toString()) as { name: { text: string; isFallback: boolean }; birth: { date: string } | null }
      return [key, { name: value.name.text, isFallback: value.name.isFallback, birth: value.birth?.date ?? '' }]
    }),
  )
}

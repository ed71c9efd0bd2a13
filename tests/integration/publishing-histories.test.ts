import {
  array,
  assert,
  asyncProperty,
  constantFrom,
  oneof,
  record,
  shuffledSubarray,
  subarray,
  tuple,
} from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { fallbackChain, type LocaleCode } from '../../src/lib/locales'
import { poolOf } from '../../src/lib/postgres'
import { publishNow, takeDown } from '../../src/releases'
import { advance, type Stage } from '../../src/units'
import { asRead, draft, edit, personWith, unique, type Actor } from '../factories'
import { useDesk } from '../payload'

// Any history of edits, reviews, publications and take-downs, by people who hold every role: what readers get is a
// function of what was approved and then published, whatever the drafts say meanwhile; and nobody approves what they
// wrote. The model below is written from the laws, not from the code.

const desk = useDesk()
const people = {} as Record<Who, Actor>
beforeAll(async () => {
  for (const who of ['ada', 'bo', 'cy'] as const)
    people[who] = await personWith(desk.payload, ['editor', 'reviewer', 'press-officer'])
})

const languages = ['en', 'sv', 'ar'] as const
const units = ['shared', ...languages] as const
type Unit = (typeof units)[number]
type Who = 'ada' | 'bo' | 'cy'
const reviewVerbs = ['submit', 'take-back', 'approve', 'request-changes'] as const
type Step = {
  verb: (typeof reviewVerbs)[number] | 'edit' | 'publish' | 'take-down'
  who: Who
  units: Unit[]
}

/** A unit that somebody wrote in. Each element of `authors` wrote a revision; `approved` are the revisions that ever were. */
type Piece = { words: string; stage: Stage; isApproved: boolean; authors: Who[]; approved: Set<number> }
type Model = { pieces: Map<Unit, Piece>; world: Map<Unit, string> }

const named = shuffledSubarray([...units], { minLength: 1, maxLength: 2 })
const whoever = constantFrom<Who>('ada', 'ada', 'bo', 'cy')
const anything = record<Step>({
  verb: constantFrom<Step['verb']>(...reviewVerbs, 'edit', 'edit', 'publish', 'take-down'),
  who: whoever,
  units: named,
}).map((step) => [step])
/** What a desk does on a good day; others come in between. */
const goodDay = tuple(
  whoever,
  oneof(
    named,
    subarray([...languages], { minLength: 1 }).map((words): Unit[] => ['shared', ...words]),
  ),
  subarray([...reviewVerbs], { maxLength: 1 }),
).map(([who, words, more]): Step[] => [
  { verb: 'edit', who, units: words },
  ...more.map((verb) => ({ verb, who, units: words })),
  { verb: 'submit', who, units: words },
  { verb: 'approve', who: who === 'cy' ? 'bo' : 'cy', units: words },
  { verb: 'publish', who, units: words },
])
const steps = array(oneof({ arbitrary: anything, weight: 3 }, { arbitrary: goodDay, weight: 2 }), {
  minLength: 5,
  maxLength: 12,
}).map((days) => days.flat())

test('only approved words, and exactly those, are ever public', { timeout: 300_000 }, async () => {
  await assert(
    asyncProperty(steps, async (history) => {
      const { id } = await draft(people.ada, 'laureates', {
        kind: 'person',
        knownName: 'Name 0',
        slug: unique('history'),
      })
      const model: Model = { pieces: new Map(), world: new Map() }
      for (const unit of ['shared', 'en'] as const)
        write(model, { unit, who: 'ada', words: unit === 'en' ? 'Name 0' : '' })
      for (const [index, step] of history.entries()) {
        const after = `after step ${index + 1} of ${JSON.stringify(history)}`
        const expected = predict(model, step, index)
        expect(await perform(id, step, index), after).toBe(expected)
        expect(await stagesOf(id), after).toEqual(
          Object.fromEntries([...model.pieces].map(([unit, { stage }]) => [unit, stage])),
        )
        expect(await seen(id), after).toEqual(shown(model))
      }
    }),
    { numRuns: 12, endOnFailure: true },
  )
})

const wordsOf = (unit: Unit, index: number): string =>
  unit === 'shared' ? String(1900 + index) : `Name ${index} ${unit}`

// What the desk does.

async function perform(id: string, { verb, who, units: wanted }: Step, index: number): Promise<string> {
  const actor = people[who]
  if (verb === 'edit') {
    for (const unit of wanted) {
      const words = wordsOf(unit, index)
      const data = unit === 'shared' ? { birth: { date: words } } : { knownName: words }
      await edit(actor, { collection: 'laureates', id, locale: unit === 'shared' ? 'en' : unit }, data)
    }
    return 'done'
  }
  const target = { collection: 'laureates', id }
  const act = async () => {
    if (verb === 'publish') return publishNow(actor, [{ ...target, units: wanted }])
    if (verb === 'take-down') return takeDown(actor, [{ ...target, units: wanted }], 'Why not.')
    const read = await asRead(actor, { ...target, units: wanted })
    return advance(actor, { ...target, verb, units: read, reason: 'Why not.' })
  }
  return act().then(
    () => 'done',
    (error: unknown) => (error as { code: string }).code,
  )
}

// What the laws say. Each verb is done to all of the named units or to none.

function predict(model: Model, step: Step, index: number): string {
  if (step.verb === 'edit') {
    for (const unit of step.units) write(model, { unit, who: step.who, words: wordsOf(unit, index) })
    return 'done'
  }
  const wanted = inOrder(model, step)
  const no = wanted.map((unit) => refusal(model, step, unit)).find((code) => code !== undefined)
  if (no) return no
  if (step.verb === 'take-down') withdraw(model, wanted)
  else for (const unit of wanted) move(model, step.verb, unit)
  return 'done'
}

function write({ pieces }: Model, { unit, who, words }: { unit: Unit; who: Who; words: string }): void {
  const { authors, approved } = pieces.get(unit) ?? { authors: [], approved: new Set<number>() }
  pieces.set(unit, { words, stage: 'writing', isApproved: false, authors: [...authors, who], approved })
}

// The first language of a document brings its shared facts along, which are looked at after its own words.
function inOrder({ world }: Model, { verb, units: wanted }: Step): Unit[] {
  if (verb !== 'publish' && verb !== 'take-down') return wanted
  const isBrought = verb === 'publish' && !world.has('shared') && !wanted.includes('shared')
  const ordered = [
    ...wanted.filter((unit) => unit === 'shared'),
    ...wanted.filter((unit) => unit === 'en'),
    ...wanted.filter((unit) => unit !== 'shared' && unit !== 'en'),
  ]
  return isBrought ? [...ordered.slice(0, 1), 'shared', ...ordered.slice(1)] : ordered
}

const from: Record<(typeof reviewVerbs)[number], readonly Stage[]> = {
  submit: ['writing', 'changes-requested'],
  'take-back': ['in-review', 'approved', 'taken-down'],
  approve: ['in-review'],
  'request-changes': ['in-review', 'approved'],
}

function refusal({ pieces, world }: Model, { verb, who }: Step, unit: Unit): string | undefined {
  const piece = pieces.get(unit)
  if (!piece) return verb === 'submit' ? 'not_complete' : 'nothing_written'
  if (verb === 'edit') return undefined
  if (verb === 'take-down') return world.has(unit) ? undefined : 'not_public'
  return verb === 'publish' ? notApproved(piece) : notReviewable(piece, verb, who)
}

function notApproved({ stage, isApproved }: Piece): string | undefined {
  if (stage === 'public') return 'already_public'
  return isApproved ? undefined : 'not_approved'
}

function notReviewable(piece: Piece, verb: (typeof reviewVerbs)[number], who: Who): string | undefined {
  if (!from[verb].includes(piece.stage)) return 'stage_not_reachable'
  return verb === 'approve' && wrote(piece, who) ? 'wrote_it' : undefined
}

/** Did this person write in it since other words than these were last approved? */
function wrote({ authors, approved }: Piece, who: Who): boolean {
  const current = authors.length - 1
  const last = Math.max(-1, ...[...approved].filter((revision) => revision < current))
  return authors.slice(last + 1).includes(who)
}

function move({ pieces, world }: Model, verb: Exclude<Step['verb'], 'edit' | 'take-down'>, unit: Unit): void {
  const piece = pieces.get(unit)
  if (!piece) return
  if (verb === 'publish') {
    world.set(unit, piece.words)
    piece.stage = 'public'
    return
  }
  const to = {
    submit: 'in-review',
    'take-back': 'writing',
    approve: 'approved',
    'request-changes': 'changes-requested',
  } as const
  piece.stage = to[verb]
  piece.isApproved = verb === 'approve'
  if (verb === 'approve') piece.approved.add(piece.authors.length - 1)
}

// Without its shared facts or its last language a document is not public.
function withdraw({ pieces, world }: Model, wanted: readonly Unit[]): void {
  const left = languages.filter((language) => world.has(language) && !wanted.includes(language))
  const gone = wanted.includes('shared') || left.length === 0 ? [...world.keys()] : wanted
  for (const unit of gone) {
    world.delete(unit)
    const piece = pieces.get(unit)
    if (piece?.stage === 'public') piece.stage = 'taken-down'
  }
}

// What readers and colleagues see.

async function stagesOf(id: string): Promise<Record<string, string>> {
  const { rows } = await poolOf(desk.payload).query<{ unit: string; stage: string }>(
    'select unit, stage from editorial.units where document_id = $1',
    [id],
  )
  return Object.fromEntries(rows.map(({ unit, stage }) => [unit, stage]))
}

type Seen = Record<string, { name: string; isFallback: boolean; birth: string }>

function shown({ world }: Model): Seen {
  const found: Seen = {}
  if (!world.has('shared')) return found
  for (const locale of languages) {
    for (const fallback of ['none', 'declared']) {
      const chain: readonly LocaleCode[] = fallback === 'none' ? [locale] : fallbackChain(locale)
      const language = languages.find((code) => code === chain.find((one) => world.has(one as Unit)))
      if (language) {
        const [name = '', birth = ''] = [world.get(language), world.get('shared')]
        found[`${locale} ${fallback}`] = { name, isFallback: language !== locale, birth }
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

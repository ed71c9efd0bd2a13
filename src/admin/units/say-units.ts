import type { Clock } from '@/lib/date-words'
import type { Stage, UnitStatus } from '@/units'
import type { Offer } from './offers'
import { unitName } from './unit-name'
import { whenInWords } from '../parts/when'
import { capital, fill, screenWords } from '../words'

// What the panel says about units, in the language of the screen.

type Named = Pick<UnitStatus, 'unit'>

const wordsOf = (language: string) => screenWords(language).units

/** The units within a sentence: "Swedish and the shared facts". */
export function unitsInWords(units: readonly Named[], language: string): string {
  const shared = units.filter(({ unit }) => unit === 'shared').map(() => wordsOf(language).theShared)
  const texts = units
    .filter(({ unit }) => unit !== 'shared')
    .map(({ unit }) => unitName(unit, language, screenWords(language).publication))
  return new Intl.ListFormat(language, { type: 'conjunction' }).format([...texts, ...shared])
}

/** The unit as a line begins with it: "Swedish", "Shared facts". */
export const unitTitle = (unit: string, language: string): string =>
  capital(unitName(unit, language, screenWords(language).publication), language)

/** `stage` paints the mark; the text says the same. */
export type StageMark = { stage: Stage | 'empty'; text: string }

/** Where the unit stands: what is public and what is written since are two marks. */
export function stageMarks(unit: Stood, language: string): StageMark[] {
  const words = wordsOf(language)
  const stage = unit.stage ?? 'empty'
  const open: StageMark = {
    stage: 'public',
    text: unit.waitsForLanguage ? words.waitsForLanguage : words.stages.public,
  }
  if (stage === 'public') return [open]
  const text = stage === 'empty' ? words.empty : words.stages[stage]
  if (!unit.publicIsOlder) return [{ stage, text }]
  return [open, { stage, text: fill(words.newer, { stage: text }) }]
}

type Stood = Pick<UnitStatus, 'stage' | 'publicIsOlder' | 'waitsForLanguage'>

/** Who brought it there, and when: a line for each mark. */
export function historyLines(unit: UnitStatus, clock: Clock): string[] {
  const words = wordsOf(clock.language)
  const line = (stage: Stage, at: string | null, by: string | null): string[] =>
    at === null
      ? []
      : [
          fill(words.stood, {
            stage: words.stages[stage],
            name: by ?? words.someone,
            when: whenInWords(at, clock),
          }),
        ]
  const now = unit.stage ? line(unit.stage, unit.stageAt, unit.stageBy) : []
  return unit.publicIsOlder ? [...line('public', unit.publishedAt, unit.publishedBy), ...now] : now
}

/** Nobody approves blindly. */
export const isReadFirst = (verb: Offer['verb']): verb is 'approve' | 'agree-exception' =>
  verb === 'approve' || verb === 'agree-exception'

/** What a button says. `leadsToReading`: where the words are read first, on another screen. */
export function offerLabel({ verb, units, gone }: Offer, language: string, leadsToReading = false): string {
  const words = wordsOf(language)
  if (verb === 'take-down' && gone && units[0]?.unit === 'shared') return words.takeDownAll
  const label = leadsToReading && isReadFirst(verb) ? words.readFirst[verb] : words.labels[verb]
  return capital(fill(label, { what: unitsInWords(units, language) }), language)
}

type Confirmed = { units: readonly UnitStatus[]; title: string; clock: Clock }

/** What exactly becomes public, and by whose approval. */
export function publishSentences({ units, title, clock }: Confirmed): string[] {
  const { language } = clock
  const { confirm, someone } = wordsOf(language)
  const approvals = units.flatMap(({ approval }) => approval ?? [])
  const what = capital(unitsInWords(units, language), language)
  const by = (one: UnitStatus['approval']) => ({
    name: one?.by || someone,
    when: one ? whenInWords(one.at, clock) : '',
  })
  const last = approvals.toSorted((a, b) => a.at.localeCompare(b.at)).at(-1) ?? null
  const exceptions = units.flatMap(({ unit, approval }) =>
    approval?.second
      ? fill(confirm.exception, {
          unit: unitTitle(unit, language),
          name: approval.by,
          second: approval.second,
        })
      : [],
  )
  if (new Set(approvals.map((one) => one.by)).size <= 1)
    return [
      fill(units.length === 1 && units[0]?.unit !== 'shared' ? confirm.one : confirm.many, {
        what,
        title,
        ...by(last),
      }),
      ...exceptions,
    ]
  return [
    fill(confirm.apart, { what, title }),
    ...units.map(({ unit, approval }) =>
      fill(confirm.part, { unit: unitTitle(unit, language), ...by(approval) }),
    ),
    ...exceptions,
  ]
}

import type { Publication, PublicationUnit } from '@/releases'
import type { Shown } from './state-mark'
import { capital, fill, type Screens } from './words'

// What the publication panel says about each unit, as plain decisions.

type Words = Screens['publication']

/** The name of a unit within a sentence: a language in the language of the screen, or the shared facts. */
export const unitName = (unit: string, language: string, words: Words): string =>
  unit === 'shared'
    ? words.shared
    : (new Intl.DisplayNames([language], { type: 'language' }).of(unit) ?? unit)

export function shownState(unit: PublicationUnit): Shown {
  if (unit.state === 'public') return unit.hasChanges ? 'changed' : 'public'
  if (!unit.hasContent) return 'empty'
  return unit.state === 'taken-down' ? 'down' : 'never'
}

/** `reason`: why it is not possible now; `note`: what else it does. */
export type Action = { units: string[]; label: string; reason: string | null; note?: string }

type Situation = {
  publication: Publication
  locale: string
  language: string
  isModified: boolean
  words: Words
}

/** “Publish this language” and “Publish shared facts”, each with the reason why it is not possible now. */
export function publishActions({ publication, locale, language, isModified, words }: Situation): Action[] {
  const find = (name: string) => publication.units.find((unit) => unit.unit === name)
  const [text, shared] = [find(locale), find('shared')]
  const name = unitName(locale, language, words)
  const noText = fill(words.noTextHere, { language: name })
  const reasonFor = (unit: PublicationUnit | undefined, upToDate: string): string | null => {
    if (isModified) return words.saveFirst
    if (!unit) return upToDate
    if (unit.problems.length > 0) return unit.hasContent ? problemsOf(unit, language, words) : noText
    return unit.hasChanges ? null : upToDate
  }
  const forText: Action = {
    units: [locale],
    label: capital(fill(words.publish, { language: name }), language),
    reason: reasonFor(text, capital(fill(words.upToDate, { language: name }), language)),
  }
  if (shared?.state !== 'public') {
    const blocked = shared && shared.problems.length > 0 ? problemsOf(shared, language, words) : null
    return [{ ...forText, reason: forText.reason ?? blocked, note: words.sharedComeAlong }]
  }
  const forShared = {
    units: ['shared'],
    label: words.publishShared,
    reason: reasonFor(shared, words.sharedUpToDate),
  }
  const both = {
    units: ['shared', locale],
    label: capital(fill(words.publishAll, { language: name }), language),
    reason: null,
  }
  const canBoth = forText.reason === null && forShared.reason === null
  return canBoth ? [both, forText, forShared] : [forText, forShared]
}

function problemsOf(unit: PublicationUnit, language: string, words: Words): string {
  return `${fill(words.problems, { unit: unitName(unit.unit, language, words) })} ${unit.problems.join(' ')}`
}

export type TakeDown = { units: string[]; label: string; what: string }

/** What can be taken down: the language on screen, and the whole page. */
export function takeDownActions({ publication, locale, language, words }: Situation): TakeDown[] {
  const open = publication.units.filter((unit) => unit.state === 'public')
  if (open.length === 0) return []
  const name = unitName(locale, language, words)
  const whole = { units: ['shared'], label: words.takeDownAll, what: words.wholeDocument }
  const languages = open.filter((unit) => unit.unit !== 'shared')
  const hasThis = languages.some((unit) => unit.unit === locale)
  if (!hasThis || languages.length === 1) return [whole]
  return [
    { units: [locale], label: capital(fill(words.takeDown, { language: name }), language), what: name },
    whole,
  ]
}

import type { Publication, PublicationUnit } from '@/releases'
import type { Shown } from './state-mark'
import { fill, type Screens } from './words'

// What the publication panel says about each unit, as plain decisions.

type Words = Screens['publication']

/** The name of a unit on screens: a language in the language of the screen, or the shared facts. */
export function unitName(unit: string, language: string, words: Words): string {
  if (unit === 'shared') return words.shared
  const name = new Intl.DisplayNames([language], { type: 'language' }).of(unit) ?? unit
  return name.charAt(0).toLocaleUpperCase(language) + name.slice(1)
}

export function shownState(unit: PublicationUnit): Shown {
  if (unit.state === 'public') return unit.hasChanges ? 'changed' : 'public'
  if (!unit.hasContent) return 'empty'
  return unit.state === 'taken-down' ? 'down' : 'never'
}

export type Action = { units: string[]; label: string; reason: string | null }

type Situation = { publication: Publication; locale: string; language: string; isModified: boolean; words: Words }

/** “Publish this language” and “Publish shared facts”, each with the reason why it is not possible now. */
export function publishActions({ publication, locale, language, isModified, words }: Situation): Action[] {
  const find = (name: string) => publication.units.find((unit) => unit.unit === name)
  const [text, shared] = [find(locale), find('shared')]
  const name = unitName(locale, language, words)
  const reasonFor = (unit: PublicationUnit | undefined, upToDate: string): string | null => {
    if (isModified) return words.saveFirst
    if (!unit?.hasContent) return fill(words.noTextHere, { language: name })
    if (!unit.hasChanges) return upToDate
    return unit.problems.length > 0 ? problemsOf(unit, language, words) : null
  }
  const forText: Action = {
    units: [locale],
    label: fill(words.publish, { language: name }),
    reason: reasonFor(text, fill(words.upToDate, { language: name })),
  }
  if (shared?.state !== 'public') {
    const blocked = shared && shared.problems.length > 0 ? problemsOf(shared, language, words) : null
    return [{ ...forText, reason: forText.reason ?? blocked }]
  }
  const forShared = { units: ['shared'], label: words.publishShared, reason: reasonFor(shared, words.sharedUpToDate) }
  const both = { units: ['shared', locale], label: fill(words.publishAll, { language: name }), reason: null }
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
  return [{ units: [locale], label: fill(words.takeDown, { language: name }), what: name }, whole]
}

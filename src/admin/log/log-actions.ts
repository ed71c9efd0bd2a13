import { happenings, type AuditAction, type Happening } from '@/audit'
import type { LogWords } from '../words'

// What can happen, as the filter of the log offers it and its sentences say it.

export const kindsOfHappening = Object.keys(happenings) as Happening[]

const isKind = (name: string): name is Happening => Object.hasOwn(happenings, name)
const known = new Set<string>(Object.values(happenings).flat())
const isAction = (name: string): name is AuditAction => known.has(name)

/** The actions that a name stands for: a kind, or an action itself. Undefined for another name. */
export function actionsOf(name: string): readonly string[] | undefined {
  if (isKind(name)) return happenings[name]
  return isAction(name) ? [name] : undefined
}

/** “Label | Sentence” of an action, taken apart. One that a newer desk wrote says its own name. */
export function wordsOfAction(action: string, words: LogWords): { label: string; sentence: string } {
  const said = isAction(action) ? words.actions[action] : undefined
  const [label, sentence = ''] = said?.split(' | ') ?? [action.replaceAll('-', ' '), words.variants.other]
  return { label: label ?? action, sentence }
}

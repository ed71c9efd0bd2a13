import { align, steps } from './align'
import type { Part } from './shape'
import { changesIn, nameSigns } from './signs'
import { bagOf, likeness, split, type Bag } from './tokens'

/**
 * Two texts word by word, as the language of `locale` divides words. Where they have too little in common for that in
 * bounded time, passage by passage, and words only inside passages that are alike.
 */
export const textDifference = (before: string, after: string, locale: string): Part[] =>
  before === after
    ? kept(after)
    : nameSigns(tidy(byWords(before, after, locale) ?? byPassages(before, after, locale)))

/** A value as a whole: the old one removed, the new one added. */
export const wholeDifference = (before: string, after: string): Part[] =>
  before === after ? kept(after) : nameSigns(replaced(before, after))

/** Several whole values in their order, one part each. */
export function itemsDifference(before: readonly string[], after: readonly string[]): Part[] {
  const couples = align(before, after, { key: (item) => item, likeness: () => 0 })
  return nameSigns(
    couples.map(({ was, is }): Part => {
      if (is === undefined) return { kind: 'removed', text: was }
      return { kind: was === undefined ? 'added' : 'kept', text: is }
    }),
  )
}

const kept = (text: string): Part[] => (text === '' ? [] : [{ kind: 'kept', text }])

function byWords(before: string, after: string, locale: string): Part[] | undefined {
  const [old, fresh] = [split(before, locale, 'word'), split(after, locale, 'word')]
  const found = steps(old, fresh)
  if (!found) return undefined
  const parts: Part[] = []
  let [i, j] = [0, 0]
  for (const { kind, count } of found) {
    const text = (kind === 'added' ? fresh.slice(j, j + count) : old.slice(i, i + count)).join('')
    parts.push({ kind, text })
    if (kind !== 'added') i += count
    if (kind !== 'removed') j += count
  }
  return parts
}

function byPassages(before: string, after: string, locale: string): Part[] {
  const couples = align(passages(before, locale), passages(after, locale), {
    key: ({ text }) => text,
    likeness: (was, is) => likeness(was.words, is.words),
  })
  return couples.flatMap(({ was, is }) => {
    const [old, fresh] = [was?.text ?? '', is?.text ?? '']
    return byWords(old, fresh, locale) ?? replaced(old, fresh)
  })
}

type Passage = { text: string; words: Bag }

const passages = (text: string, locale: string): Passage[] =>
  text
    .split(/(?<=\n)/)
    .flatMap((line) => split(line, locale, 'sentence'))
    .map((passage) => ({ text: passage, words: bagOf(passage, locale) }))

const replaced = (before: string, after: string): Part[] =>
  [{ kind: 'removed', text: before } as const, { kind: 'added', text: after } as const].filter(
    ({ text }) => text !== '',
  )

const hasWord = /[\p{L}\p{N}]/u

/**
 * Two changes with only a space or a comma between them are read as one; of a change, what was removed stands first;
 * neighbours of one kind are one part.
 */
function tidy(parts: readonly Part[]): Part[] {
  const groups = changesIn(joined(parts))
  const isBetween = (at: number): boolean => {
    const text = groups[at]?.[0]?.text ?? ''
    const hasNeighbours = at > 0 && at < groups.length - 1
    return (
      hasNeighbours &&
      text.length <= 3 &&
      !hasWord.test(text) &&
      !text.includes('\n') &&
      (isReplaced(groups[at - 1]) || isReplaced(groups[at + 1]))
    )
  }
  const opened = groups.flatMap((group, at): Part[] =>
    group[0]?.kind === 'kept' && isBetween(at)
      ? group.flatMap(({ text }) => [
          { kind: 'removed', text },
          { kind: 'added', text },
        ])
      : group,
  )
  return joined(changesIn(opened).flatMap(inOrder))
}

const isReplaced = (group: readonly Part[] | undefined): boolean =>
  new Set(group?.map(({ kind }) => kind)).size === 2

function joined(parts: readonly Part[]): Part[] {
  const runs: Part[] = []
  for (const part of parts) {
    const last = runs.at(-1)
    if (last?.kind === part.kind) runs[runs.length - 1] = { kind: part.kind, text: last.text + part.text }
    else runs.push(part)
  }
  return runs
}

function inOrder(group: readonly Part[]): Part[] {
  const textOf = (wanted: Part['kind']): string =>
    group.map(({ kind, text }) => (kind === wanted ? text : '')).join('')
  if (group[0]?.kind === 'kept') return kept(textOf('kept'))
  return withoutOuterSpace(textOf('removed'), textOf('added'))
}

/** A change; what both sides begin and end with and is no word is kept. */
function withoutOuterSpace(before: string, after: string): Part[] {
  const apart = between(before, after, /^\s$/)
  // Where no spaces stand between words, the same letters fall into other words beside new ones.
  const closer = between(before, after, /^[\s\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]$/u)
  const { start, removed, added, end } = closer.removed === '' || closer.added === '' ? closer : apart
  return [...kept(start), ...replaced(removed, added), ...kept(end)]
}

/** Two texts without the characters of `same` that both begin or end with. */
function between(before: string, after: string, same: RegExp) {
  const from = common(before, after, same)
  const [removed, added] = [before.slice(from), after.slice(from)]
  const end = common(reversed(removed), reversed(added), same)
  return {
    start: before.slice(0, from),
    removed: removed.slice(0, removed.length - end),
    added: added.slice(0, added.length - end),
    end: removed.slice(removed.length - end),
  }
}

const reversed = (text: string): string[] => text.split('').toReversed()

function common(one: ArrayLike<string>, other: ArrayLike<string>, same: RegExp): number {
  let length = 0
  while (same.test(one[length] ?? '') && one[length] === other[length]) length += 1
  return length
}

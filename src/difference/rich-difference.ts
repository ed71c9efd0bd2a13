import { align, markMoved, type Couple } from './align'
import { formKey, keyOf, plainOf, richBlocks, sameMarks, type Block, type Run } from './rich-blocks'
import type { BlockDifference, Part, RichPart } from './shape'
import { textDifference } from './text-difference'
import { bagOf, likeness, type Bag } from './tokens'

/** Two rich texts block by block, and word by word inside blocks that are alike. */
export function richDifference(before: unknown, after: unknown, locale: string): BlockDifference[] {
  const couples = align(richBlocks(before), richBlocks(after), { key: keyOf, likeness: likenessIn(locale) })
  const blocks = couples.map((couple) => compare(couple, locale))
  return markMoved(blocks, blocks.map(keyWithWords))
}

const keyWithWords = ({ form, parts }: BlockDifference): string | undefined =>
  hasWords(parts) ? keyOf({ form, runs: parts.map(runOf) }) : undefined
const runOf = ({ text, marks }: RichPart): Run => ({ text, marks })
const hasWords = (parts: readonly Part[]): boolean => parts.some(({ text }) => text.trim() !== '')

function likenessIn(locale: string) {
  // Bags are made when they are asked for: what is equal needs none.
  const bags = new Map<Block, Bag>()
  const bag = (block: Block): Bag => {
    const known = bags.get(block) ?? bagOf(plainOf(block), locale)
    bags.set(block, known)
    return known
  }
  return (was: Block, is: Block): number => {
    const words = plainOf(was)
    if (words !== '' && words === plainOf(is)) return 1
    // Of two equally alike, the one of the same kind.
    return likeness(bag(was), bag(is)) * (was.form.type === is.form.type ? 1 : 0.9)
  }
}

function compare({ was, is }: Couple<Block>, locale: string): BlockDifference {
  const { form, runs, ...place } = is ?? was
  if (!was) return { ...place, form, kind: 'added', parts: richParts([], runs, locale) }
  if (!is) return { ...place, form, kind: 'removed', parts: richParts(runs, [], locale) }
  const parts = richParts(was.runs, runs, locale)
  if (formKey(was.form) !== formKey(form)) return { ...place, form, kind: 'changed', was: was.form, parts }
  const isSame = parts.every((part) => part.kind === 'kept' && !part.was)
  return { ...place, form, kind: isSame ? 'same' : 'changed', parts }
}

const wordsOf = (runs: readonly Run[]): string => runs.map(({ text }) => text).join('')

function richParts(before: readonly Run[], after: readonly Run[], locale: string): RichPart[] {
  const [old, fresh] = [reader(before), reader(after)]
  return textDifference(wordsOf(before), wordsOf(after), locale).flatMap((part) => {
    if (part.kind === 'removed') return cut(part, old.take(part.text.length))
    if (part.kind === 'added') return cut(part, fresh.take(part.text.length))
    return cutKept(old.take(part.text.length), fresh.take(part.text.length))
  })
}

/** Takes stretches off a sequence of runs, from its start. */
function reader(runs: readonly Run[]) {
  let [run, at] = [0, 0]
  const take = (length: number): Run[] => {
    const taken: Run[] = []
    let left = length
    for (let here = runs[run]; here && left > 0; here = runs[run]) {
      const text = here.text.slice(at, at + left)
      taken.push({ text, marks: here.marks })
      left -= text.length
      at += text.length
      if (at >= here.text.length) {
        run += 1
        at = 0
      }
    }
    return taken
  }
  return { take }
}

/** A changed part in its runs, each with the signs that stand in it. */
function cut(part: Part, runs: readonly Run[]): RichPart[] {
  let from = 0
  return runs.map(({ text, marks }) => {
    const start = from
    from += text.length
    const signs = (part.signs ?? [])
      .filter(({ at }) => at >= start && at < start + text.length)
      .map(({ at, name }) => ({ at: at - start, name }))
    return { kind: part.kind, text, marks, ...(signs.length > 0 ? { signs } : {}) }
  })
}

/** A kept stretch, cut wherever its marks change on either side. */
function cutKept(before: readonly Run[], after: readonly Run[]): RichPart[] {
  const old = reader(before)
  return after.flatMap(({ text, marks }) =>
    old.take(text.length).map((run) => ({
      kind: 'kept',
      text: run.text,
      marks,
      ...(sameMarks(run.marks, marks) ? {} : { was: run.marks }),
    })),
  )
}

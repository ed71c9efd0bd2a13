import { align, type Pair } from './align'
import { formKey, keyOf, plainOf, richBlocks, sameMarks, type Block, type Run } from './rich-blocks'
import type { BlockDifference, Part, RichPart } from './shape'
import { textDifference } from './text-difference'
import { bagOf, likeness } from './tokens'

/** Two rich texts block by block, and word by word inside blocks that are alike. */
export function richDifference(before: unknown, after: unknown, locale: string): BlockDifference[] {
  const [old, fresh] = [richBlocks(before), richBlocks(after)]
  const pairs = align({
    before: old.map(keyOf),
    after: fresh.map(keyOf),
    likeness: likenessOf(old, fresh, locale),
  })
  return markMoved(pairs.map((pair) => compare(pair, { old, fresh, locale })))
}

// Bags are made when they are asked for: what is equal needs none.
function likenessOf(old: readonly Block[], fresh: readonly Block[], locale: string) {
  const bags = new Map<Block, ReturnType<typeof bagOf>>()
  const bag = (block: Block | undefined) => {
    if (!block) return undefined
    const known = bags.get(block) ?? bagOf(plainOf(block), locale)
    bags.set(block, known)
    return known
  }
  return (i: number, j: number): number => {
    const [was, is] = [old[i], fresh[j]]
    const isSameText = was && is && plainOf(was) !== '' && plainOf(was) === plainOf(is)
    if (isSameText) return 1
    // Of two equally alike, the one of the same kind.
    const isOfKind = was?.form.type === is?.form.type
    return likeness(bag(was), bag(is)) * (isOfKind ? 1 : 0.9)
  }
}

type Sides = { old: readonly Block[]; fresh: readonly Block[]; locale: string }

function compare(pair: Pair, { old, fresh, locale }: Sides): BlockDifference {
  const was = 'before' in pair ? old[pair.before] : undefined
  const is = 'after' in pair ? fresh[pair.after] : undefined
  const block = is ?? was
  if (!block) throw new Error('a pair has a side')
  const parts = richParts(was?.runs ?? [], is?.runs ?? [], locale)
  const isForm = was !== undefined && is !== undefined && formKey(was.form) !== formKey(is.form)
  const isSame = !isForm && parts.every((part) => part.kind === 'kept' && !part.was)
  return {
    kind: !was ? 'added' : !is ? 'removed' : isSame ? 'same' : 'changed',
    form: block.form,
    ...(isForm ? { was: was.form } : {}),
    ...(block.number === undefined ? {} : { number: block.number }),
    ...(block.opens ? { opens: true } : {}),
    parts,
  }
}

function richParts(before: readonly Run[], after: readonly Run[], locale: string): RichPart[] {
  const words = (runs: readonly Run[]) => runs.map(({ text }) => text).join('')
  const [old, fresh] = [reader(before), reader(after)]
  return textDifference(words(before), words(after), locale).flatMap((part) => {
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

/** What was removed in one place and added, the same, in another was moved. */
function markMoved(blocks: readonly BlockDifference[]): BlockDifference[] {
  const key = ({ form, parts }: BlockDifference): string =>
    keyOf({ form, runs: parts.map(({ text, marks }) => ({ text, marks })) })
  const hasWords = ({ parts }: BlockDifference): boolean => parts.some(({ text }) => text.trim() !== '')
  const keysOf = (kind: BlockDifference['kind']) =>
    new Set(blocks.filter((block) => block.kind === kind && hasWords(block)).map(key))
  const [removed, added] = [keysOf('removed'), keysOf('added')]
  return blocks.map((block) => {
    const others = block.kind === 'removed' ? added : block.kind === 'added' ? removed : undefined
    return others?.has(key(block)) ? { ...block, moved: true } : block
  })
}

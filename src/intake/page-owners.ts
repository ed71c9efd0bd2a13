import { about, type Inquiry } from './inquiry'
import { pairNames } from './match-names'
import type { FactBlock } from './page-facts'
import type { PageLine } from './page-types'
import { say } from './say'

/** The facts of each laureate: by name, or the only facts of the only laureate; else staff say whose they are. */
export function assignFacts(
  names: readonly string[],
  blocks: readonly FactBlock[],
  inquiry: Inquiry,
): (FactBlock | undefined)[] {
  const blockNames = blocks.map((block) => block.name?.text ?? '')
  const owned = pairNames(names, blockNames).map((at) => (at === undefined ? undefined : blocks[at]))
  for (const block of blocks) {
    if (owned.includes(block)) continue
    const left = blocks.filter((each) => !owned.includes(each)).length
    const isOnly = names.length === 1 && blocks.length === 1 && !block.name
    const owner = isOnly ? 0 : askOwner(block, { names, owned, left }, inquiry)
    if (owner === undefined) showUnowned(block, inquiry)
    else owned[owner] = merge(owned[owner], block)
  }
  return owned
}

const merge = (first: FactBlock | undefined, second: FactBlock): FactBlock => ({
  ...second,
  ...first,
  facts: [...(first?.facts ?? []), ...second.facts],
})

const linesOf = (block: FactBlock): PageLine[] => [
  ...(block.name ? [block.name] : []),
  ...block.facts.flatMap((fact) => fact.lines),
]

type Owners = { names: readonly string[]; owned: readonly (FactBlock | undefined)[]; left: number }

function askOwner(block: FactBlock, { names, owned, left }: Owners, inquiry: Inquiry): number | undefined {
  if (names.length === 0) return undefined
  const lines = linesOf(block)
  const start = lines[0]?.number ?? 0
  const free = names.map((_, index) => index).filter((index) => owned[index] === undefined)
  const answer = inquiry.ask({
    id: `facts.${start}`,
    text: block.name
      ? say('Whose are the facts under “{name}”?', { name: block.name.text })
      : say('Whose are the facts from line {line} on?', { line: start }),
    kind: 'choice',
    required: true,
    options: [
      ...names.map((name, index) => ({ value: String(index), label: name })),
      { value: 'leave-out', label: say('No one’s: leave them out') },
    ],
    ...(free.length === 1 && left === 1 ? { proposal: String(free[0]) } : {}),
    ...about(lines),
  })
  return typeof answer === 'string' && answer !== 'leave-out' ? Number(answer) : undefined
}

function showUnowned(block: FactBlock, inquiry: Inquiry): void {
  const lines = linesOf(block)
  inquiry.show(lines, {
    path: `facts.${lines[0]?.number ?? 0}`,
    label: say('Facts, not placed'),
    value: '',
    confidence: 'odd',
    note: say('The page does not say whose facts these are.'),
  })
}

import type { BlockForm, Marks } from './shape'

// Stored rich text (the allow-list of `@/rich-text`) as a plain sequence of blocks: an item of a list is a block, the
// speaker of a quotation is one. Old revisions are read too, so what is not on the list keeps its words.

export type Run = { text: string; marks: Marks }
export type Block = { form: BlockForm; runs: Run[]; number?: number; opens?: true }

type Node = Readonly<Record<string, unknown>>

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const text = (value: unknown): string => (typeof value === 'string' ? value : '')

const childrenOf = (node: Node): Node[] => {
  const children: unknown = node['children']
  return Array.isArray(children) ? children.filter(isNode) : []
}

/** The blocks of a stored rich text in reading order; none for what is no rich text. */
export function richBlocks(stored: unknown): Block[] {
  const root = isNode(stored) ? stored['root'] : undefined
  return isNode(root) ? childrenOf(root).flatMap(blocksOf) : []
}

export const plainOf = (block: Block): string => block.runs.map((run) => run.text).join('')

function blocksOf(node: Node): Block[] {
  if (node['type'] === 'list') return itemsOf(node)
  if (node['type'] === 'block') return fieldsOf(node['fields'])
  return [{ form: { ...kindOf(node), ...placing(node) }, runs: runsOf(childrenOf(node), {}) }]
}

function kindOf(node: Node): BlockForm {
  if (node['type'] === 'heading') return { type: 'heading', level: node['tag'] === 'h3' ? 3 : 2 }
  return { type: node['type'] === 'quote' ? 'quote' : 'paragraph' }
}

function placing(node: Node): Pick<BlockForm, 'align' | 'indent'> {
  const [align, indent] = [node['format'], node['indent']]
  const isAligned = typeof align === 'string' && !['', 'left', 'start'].includes(align)
  return {
    ...(isAligned ? { align } : {}),
    ...(typeof indent === 'number' && indent > 0 ? { indent } : {}),
  }
}

function itemsOf(list: Node): Block[] {
  const ordered = list['listType'] === 'number'
  const start = typeof list['start'] === 'number' ? list['start'] : 1
  return childrenOf(list).map((item, index) => ({
    form: { type: 'item', ordered, ...placing(item) },
    runs: runsOf(childrenOf(item), {}),
    ...(ordered ? { number: start + index } : {}),
    ...(index === 0 ? { opens: true } : {}),
  }))
}

function fieldsOf(fields: unknown): Block[] {
  if (!isNode(fields)) return []
  if (fields['blockType'] === 'boilerplate') return [plainBlock('boilerplate', fields['prize'])]
  const speaker = text(fields['speaker'])
  return [
    plainBlock('quotation', fields['text']),
    ...(speaker === '' ? [] : [plainBlock('speaker', speaker)]),
  ]
}

const plainBlock = (type: BlockForm['type'], words: unknown): Block => ({
  form: { type },
  runs: joinRuns([{ text: text(words), marks: {} }]),
})

const runsOf = (nodes: readonly Node[], around: Marks): Run[] =>
  joinRuns(nodes.flatMap((node) => inlineRuns(node, around)))

function inlineRuns(node: Node, around: Marks): Run[] {
  if (node['type'] === 'linebreak') return [{ text: '\n', marks: {} }]
  if (node['type'] === 'text') return [{ text: text(node['text']), marks: { ...marksOf(node), ...around } }]
  return runsOf(childrenOf(node), { ...around, ...linkOf(node) })
}

// Lexical's bit mask.
function marksOf(node: Node): Marks {
  const bits = typeof node['format'] === 'number' ? node['format'] : 0
  return {
    ...(bits & 1 ? { bold: true } : {}),
    ...(bits & 2 ? { italic: true } : {}),
    ...(bits & 32 ? { sub: true } : {}),
    ...(bits & 64 ? { sup: true } : {}),
  }
}

function linkOf(node: Node): Marks {
  const fields = node['fields']
  if (!isNode(fields) || typeof fields['url'] !== 'string') return {}
  return { link: fields['url'], ...(fields['newTab'] === true ? { newTab: true } : {}) }
}

/** Neighbours with the same marks are one run; how an editor cut them says nothing. */
function joinRuns(runs: readonly Run[]): Run[] {
  const joined: Run[] = []
  for (const run of runs) {
    const last = joined.at(-1)
    if (run.text === '') continue
    if (last && sameMarks(last.marks, run.marks))
      joined[joined.length - 1] = { ...last, text: last.text + run.text }
    else joined.push(run)
  }
  return joined
}

const markNames = ['bold', 'italic', 'sub', 'sup', 'link', 'newTab'] as const

export const sameMarks = (one: Marks, other: Marks): boolean =>
  markNames.every((name) => one[name] === other[name])

/** Equal for blocks that read and look the same, wherever they stand. */
export const keyOf = ({ form, runs }: Block): string =>
  JSON.stringify([
    formKey(form),
    runs.map(({ text: words, marks }) => [words, ...markNames.map((name) => marks[name] ?? 0)]),
  ])

export const formKey = ({ type, level, ordered, align, indent }: BlockForm): string =>
  JSON.stringify([type, level ?? 0, ordered ?? false, align ?? '', indent ?? 0])

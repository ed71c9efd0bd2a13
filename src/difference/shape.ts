// What is compared and what comes out. All of it is plain data, so that it travels from server to browser.

/** The values of a unit by dotted path. What is empty is absent. Relations are titles, made so by the caller. */
export type Values = Readonly<Record<string, unknown>>

export type FieldKind =
  | 'text'
  | 'lines'
  | 'rich'
  | 'date'
  | 'choice'
  | 'relation'
  | 'list'
  | 'number'
  | 'check'
  | 'picture'

/** A field as the form shows it. The paths of `fields`, the values of a row, begin at the row. */
export type FieldShape = {
  path: string
  label: string
  kind: FieldKind
  fields?: readonly FieldShape[]
}

/** The fields in the order of the form, and the language of the texts (BCP-47) for finding its words. */
export type Form = { fields: readonly FieldShape[]; locale: string }

export type Kind = 'same' | 'added' | 'removed' | 'changed'

/** A character that one does not see, or mistakes for another, at an index of a text. */
export type Sign = { at: number; name: SignName }

/** A stretch of text. The kept and removed ones are the text before, the kept and added ones the text after. */
export type Part = {
  kind: 'kept' | 'removed' | 'added'
  text: string
  /** The characters of this part that a reader has to be told by name. */
  signs?: readonly Sign[]
}

export type Marks = {
  bold?: true
  italic?: true
  sub?: true
  sup?: true
  link?: string
  newTab?: true
}

/** A stretch of rich text; `was` are its marks before, where the words stayed and the marks changed. */
export type RichPart = Part & { marks: Marks; was?: Marks }

/** What a block of rich text is, beside its words. */
export type BlockForm = {
  type: 'paragraph' | 'heading' | 'quote' | 'item' | 'quotation' | 'speaker' | 'boilerplate'
  level?: 2 | 3
  ordered?: boolean
  align?: string
  indent?: number
}

/**
 * A paragraph, heading, list item … `was` is its form before, where that changed. A block that only changed its place
 * is there twice, removed and added, both `moved`. `number` counts items of numbered lists, `opens` begins a list.
 */
export type BlockDifference = {
  kind: Kind
  form: BlockForm
  was?: BlockForm
  moved?: true
  number?: number
  opens?: true
  parts: readonly RichPart[]
}

export type RowDifference = { kind: Kind; moved?: true; fields: readonly FieldDifference[] }

/**
 * `words` are texts and whole values (a date is replaced, never halved), `items` several whole values in order,
 * `blocks` rich text, `rows` a list of rows. A `changed` rich text whose blocks are all the same is divided otherwise
 * into lists.
 */
export type FieldDifference = { path: string; label: string; of: FieldKind; kind: Kind } & (
  | { shows: 'words'; parts: readonly Part[] }
  | { shows: 'items'; parts: readonly Part[] }
  | { shows: 'blocks'; parts: readonly BlockDifference[] }
  | { shows: 'rows'; parts: readonly RowDifference[] }
)

export const signNames = [
  'space',
  'noBreakSpace',
  'narrowNoBreakSpace',
  'thinSpace',
  'hairSpace',
  'wideSpace',
  'zeroWidthSpace',
  'joiner',
  'nonJoiner',
  'wordJoiner',
  'softHyphen',
  'leftToRight',
  'rightToLeft',
  'tab',
  'lineBreak',
  'carriageReturn',
  'invisible',
  'hyphen',
  'noBreakHyphen',
  'enDash',
  'emDash',
  'minus',
  'straightQuote',
  'straightApostrophe',
  'openingQuote',
  'closingQuote',
  'lowQuote',
  'openingSingleQuote',
  'apostrophe',
  'lowSingleQuote',
  'prime',
] as const

export type SignName = (typeof signNames)[number]

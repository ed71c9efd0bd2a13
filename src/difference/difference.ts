import { align, markMoved } from './align'
import { richDifference } from './rich-difference'
import { isRow, listOf, rowKey, textOf, valueAt, valueKey } from './same-value'
import type { FieldDifference, FieldShape, Form, Kind, RowDifference, Values } from './shape'
import { itemsDifference, textDifference, wholeDifference } from './text-difference'
import { bagOf, likeness, type Bag } from './tokens'

/**
 * What changed between two states of a unit, field by field in the order of the form, unchanged fields included.
 * For a translation whose source moved on: the two revisions of the source.
 */
export const difference = (before: Values, after: Values, { fields, locale }: Form): FieldDifference[] =>
  fields.map((shape) =>
    fieldDifference(shape, {
      before: valueAt(before, shape.path),
      after: valueAt(after, shape.path),
      locale,
    }),
  )

/** The values as they read, in the shape of a difference without changes. */
export const reading = (values: Values, form: Form): FieldDifference[] => difference(values, values, form)

type Two = { before: unknown; after: unknown; locale: string }

function fieldDifference(shape: FieldShape, two: Two): FieldDifference {
  const kind = kindOf(shape, two)
  const field = { path: shape.path, label: shape.label, of: shape.kind, kind }
  const { after, locale } = two
  // What is the same may be stored in two ways: an empty text is absent, or an empty paragraph.
  const before = kind === 'same' ? after : two.before
  if (shape.kind === 'rich')
    return { ...field, shows: 'blocks', parts: richDifference(before, after, locale) }
  if (shape.kind === 'list')
    return { ...field, shows: 'rows', parts: rowsDifference(shape, { before, after, locale }) }
  if (Array.isArray(before) || Array.isArray(after)) {
    const [old, fresh] = [listOf(before).map(textOf), listOf(after).map(textOf)]
    return { ...field, shows: 'items', parts: itemsDifference(old, fresh) }
  }
  const isText = shape.kind === 'text' || shape.kind === 'lines'
  const [old, fresh] = [textOf(before), textOf(after)]
  const parts = isText ? textDifference(old, fresh, locale) : wholeDifference(old, fresh)
  return { ...field, shows: 'words', parts }
}

function kindOf(shape: FieldShape, { before, after }: Two): Kind {
  const [old, fresh] = [valueKey(shape, before), valueKey(shape, after)]
  if (old === fresh) return 'same'
  // A box is ticked or not; it is never absent.
  if (shape.kind === 'check') return 'changed'
  if (old === '') return 'added'
  return fresh === '' ? 'removed' : 'changed'
}

type Row = { values: Values; key: string; words: Bag }

function rowsDifference(shape: FieldShape, { before, after, locale }: Two): RowDifference[] {
  const fields = shape.fields ?? []
  const read = (values: Values): Row => {
    const words = fields.map((field) => textOf(valueAt(values, field.path))).join(' ')
    return { values, key: rowKey(shape, values), words: bagOf(words, locale) }
  }
  const couples = align(listOf(before).filter(isRow).map(read), listOf(after).filter(isRow).map(read), {
    key: ({ key }) => key,
    likeness: (was, is) => likeness(was.words, is.words),
  })
  const rows = couples.map(({ was, is }): RowDifference => ({
    kind: was && is ? (was.key === is.key ? 'same' : 'changed') : was ? 'removed' : 'added',
    fields: difference(was?.values ?? {}, is?.values ?? {}, { fields, locale }),
  }))
  return markMoved(
    rows,
    couples.map(({ was, is }) => (is ?? was).key),
  )
}

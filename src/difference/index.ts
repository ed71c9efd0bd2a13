// The difference of two states of a unit, as plain data; runs everywhere. On screens: `fieldShapes` of the collection,
// `readValues` (with `relatedTitles` of `relatedDocuments`) once for all states, `difference` of two of them, and
// `DifferenceView` shows it; `Words` shows one state as it reads. `compareThree` takes states as they are stored.
export { compareThree } from './compare-three'
export { difference, reading } from './difference'
export { valueAt } from './same-value'
export { signNames } from './shape'
export type {
  BlockDifference,
  FieldDifference,
  FieldKind,
  FieldShape,
  Marks,
  Part,
  RichPart,
  RowDifference,
  Values,
} from './shape'

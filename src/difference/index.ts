// The difference of two states of a unit, as plain data for `DifferenceView` of `@/admin`; runs everywhere.
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

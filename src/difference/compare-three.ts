import { valueAt, valueKey } from './same-value'
import type { FieldShape, Values } from './shape'

/** Of three states of a unit: as it was opened, as I have it, as someone else saved it meanwhile. */
type Three = { base: Values; mine: Values; theirs: Values }

type FieldComparison = {
  path: string
  /** Who changed the field: nobody, one of us, both to the same value, or both differently. */
  state: 'untouched' | 'mine' | 'theirs' | 'both-same' | 'conflict'
}

/** Field by field in the order of the form. */
export const compareThree = (
  { base, mine, theirs }: Three,
  fields: readonly FieldShape[],
): FieldComparison[] =>
  fields.map((shape) => {
    const [old, own, other] = [base, mine, theirs].map((values) =>
      valueKey(shape, valueAt(values, shape.path)),
    )
    return { path: shape.path, state: stateOf({ old, own, other }) }
  })

type Keys = Record<'old' | 'own' | 'other', string | undefined>

function stateOf({ old, own, other }: Keys): FieldComparison['state'] {
  if (own === other) return own === old ? 'untouched' : 'both-same'
  if (own === old) return 'theirs'
  return other === old ? 'mine' : 'conflict'
}

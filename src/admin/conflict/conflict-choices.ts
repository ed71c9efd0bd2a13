import type { ComparedField, ComparedUnit, Comparison } from './compare'

// What the person who saved second decides, and what it means for the save.

export type Choice = 'mine' | 'theirs'
/** By unit and field; see `choiceKey`. */
export type Choices = Readonly<Record<string, Choice>>

export const choiceKey = ({ unit }: ComparedUnit, { path }: ComparedField): string => `${unit} ${path}`

const conflictsOf = ({ units }: Comparison): [key: string, field: ComparedField][] =>
  units.flatMap((unit) =>
    unit.fields
      .filter(({ state }) => state === 'conflict')
      .map((field): [string, ComparedField] => [choiceKey(unit, field), field]),
  )

/** How many fields still want a choice. */
export const openChoices = (comparison: Comparison, choices: Choices): number =>
  conflictsOf(comparison).filter(([key]) => choices[key] === undefined).length

/** The dotted paths that are not sent, because they stay as they are now. */
export const givenUp = ({ units }: Comparison, choices: Choices): string[] =>
  units.flatMap((unit) =>
    unit.fields
      .filter((field) =>
        field.state === 'conflict' ? choices[choiceKey(unit, field)] === 'theirs' : field.state === 'theirs',
      )
      .map(({ path }) => path),
  )

/** The choices that are still about the same words, after the document was compared anew. */
export function keptChoices(choices: Choices, before: Comparison, after: Comparison): Choices {
  const known = new Map(conflictsOf(before).map(([key, { theirs }]) => [key, JSON.stringify(theirs)]))
  const same = conflictsOf(after).filter(([key, { theirs }]) => known.get(key) === JSON.stringify(theirs))
  return Object.fromEntries(
    same.flatMap(([key]): [string, Choice][] => {
      const choice = choices[key]
      return choice ? [[key, choice]] : []
    }),
  )
}

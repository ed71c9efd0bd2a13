import type { FlattenedField } from 'payload'
import { joined, type Sentence } from '@/lib/sentence'
import { isPublishable, projectUnits, type Draft, type UnitProblem } from '@/publishing'
import { pathName } from './field-name'
import { say } from './say'

/** Why each unit of a draft cannot be published as it is, in words; kinds that are never public have no such reasons. */
export function problemsOf(
  collection: string,
  fields: readonly FlattenedField[],
  draft: Draft,
): ReadonlyMap<string, Sentence[]> {
  if (!isPublishable(collection)) return new Map()
  return new Map(
    projectUnits(collection, draft).map(({ unit, problems }) => [
      unit,
      problems.map((problem) => sayProblem(fields, problem)),
    ]),
  )
}

/** All of them in one text. */
export const sayTogether = (problems: readonly Sentence[]): Sentence => joined(problems)

function sayProblem(fields: readonly FlattenedField[], problem: UnitProblem): Sentence {
  const field = pathName(fields, problem.field.split('.'))
  return problem.kind === 'no-text'
    ? say('“{field}” has no text in this language yet.', { field })
    : say('“{field}” is missing or not complete.', { field })
}

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
  const nameOf = (path: string): Sentence => pathName(fields, path.split('.'))
  const field = nameOf(problem.field)
  if (problem.kind === 'no-words') return sayNoWords([field, ...(problem.others ?? []).map(nameOf)])
  return problem.kind === 'no-text'
    ? say('“{field}” has no text in this language yet.', { field })
    : say('“{field}” is missing or not complete.', { field })
}

function sayNoWords(names: readonly Sentence[]): Sentence {
  const quoted = names.map((title) => say('“{title}”', { title }))
  return say(
    'Nothing is written in this language yet, so readers are shown another one. To submit it, fill in and save: {fields}.',
    { fields: joinedByOr(quoted) },
  )
}

const joinedByOr = (names: readonly Sentence[]): Sentence =>
  joined(names.map((one, place) => (place === 0 ? one : say('or {one}', { one }))))

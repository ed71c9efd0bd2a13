import type { Payload } from 'payload'
import { joined, type Sentence } from '@/lib/sentence'
import type { Publishable, UnitProblem } from '@/publishing'
import { pathName } from '@/workflow'
import { say } from './say'

/** Why a unit cannot be published, with the field as screens call it. */
export function sayProblem(payload: Payload, collection: Publishable, problem: UnitProblem): Sentence {
  const { flattenedFields } = payload.collections[collection].config
  const field = pathName(flattenedFields, problem.field.split('.'))
  return problem.kind === 'no-text'
    ? say('“{field}” has no text in this language yet.', { field })
    : say('“{field}” is missing or not complete.', { field })
}

/** All problems of a unit in one text. */
export const sayProblems = (
  payload: Payload,
  collection: Publishable,
  problems: readonly UnitProblem[],
): Sentence => joined(problems.map((problem) => sayProblem(payload, collection, problem)))

import type { Endpoint } from 'payload'
import { z } from 'zod'
import type { ContentCollection } from '@/access'
import { refuse } from '@/lib/errors'
import { isLocale, localeCodes } from '@/lib/locales'
import { poolOf } from '@/lib/postgres'
import { bodyAs, doorOf, isId, type Asked, fieldsOf, refuseUnreadable } from '@/units'
import { addComment, changeComment, type Change } from './comments'
import { readComments, type DocumentComments } from './read-comments'

// GET and POST …/comments, POST …/comments/:comment/resolve and …/reopen; each answers with DocumentComments.

const passage = z.strictObject({
  quote: z.string().max(1000),
  before: z.string().max(200),
  after: z.string().max(200),
})
const commentSchema = z
  .strictObject({
    unit: z.string().max(20),
    field: z.string().max(200).optional(),
    passage: passage.optional(),
    text: z.string().max(20_000),
    mustFix: z.boolean().optional(),
    answers: z.uuid().optional(),
  })
  .refine((comment) => comment.field !== undefined || comment.passage === undefined, {
    path: ['field'],
    message: 'A passage is one of a field: name it.',
  })

export function commentEndpoints(collection: ContentCollection): Omit<Endpoint, 'root'>[] {
  const door = doorOf(collection)
  return [
    door({ method: 'get', path: '/comments', work: read }),
    door({ method: 'post', path: '/comments', work: add }),
    door({ method: 'post', path: '/comments/:comment/resolve', work: change('resolve') }),
    door({ method: 'post', path: '/comments/:comment/reopen', work: change('reopen') }),
  ]
}

async function read(asked: Asked): Promise<DocumentComments> {
  await refuseUnreadable(asked.actor, asked)
  return answer(asked)
}

const answer = ({ req, ...asked }: Asked): Promise<DocumentComments> =>
  readComments(poolOf(req.payload), { ...asked, fields: fieldsOf(req.payload, asked.collection) })

async function add(asked: Asked): Promise<DocumentComments> {
  await refuseUnreadable(asked.actor, asked)
  const comment = await bodyAs(asked, commentSchema)
  if (comment.unit !== 'shared' && !isLocale(comment.unit))
    throw refuse('unknown_language', { language: comment.unit, known: localeCodes.join(', ') })
  await addComment(asked.actor, asked, comment)
  return answer(asked)
}

const change =
  (verb: Change['verb']) =>
  async (asked: Asked): Promise<DocumentComments> => {
    await refuseUnreadable(asked.actor, asked)
    const comment = String(asked.req.routeParams?.['comment'])
    if (!isId(comment)) throw refuse('comment_gone')
    const { collection, id } = asked
    await changeComment(asked.actor, { collection, id, comment, verb })
    return answer(asked)
  }

import type { Endpoint, PayloadRequest } from 'payload'
import type { ClientBase } from 'pg'
import { may } from '@/access'
import { appendAudit } from '@/audit'
import { refuse } from '@/lib/errors'
import { inTransactionOn, poolOf } from '@/lib/postgres'
import { prove, sessionIn } from './asked'
import { say } from './say'
import { makeRecoveryCodes, readSecondStep, removeSecondStep } from './second-steps'
import { endSessions } from './sessions'

// The second step on the page of a person: one's own, and that of somebody whose phone is lost.

type Handler = (req: PayloadRequest) => Promise<Response>

/** GET /users/second-step → { isSetUp, setUpAt, codesLeft, isRequired } of oneself. */
const show: Handler = async (req) => {
  const { person, isRequired } = await sessionIn(req, 'full')
  return Response.json({ ...(await readSecondStep(poolOf(req.payload), person)), isRequired })
}

/** POST /users/second-step/recovery-codes { proof } → { recoveryCodes }: ten new ones in place of the old. */
const renewCodes: Handler = async (req) => {
  const session = await sessionIn(req, 'full')
  await prove(req, session)
  const { person } = session
  const recoveryCodes = await inTransactionOn(poolOf(req.payload), async (client) => {
    if (!(await readSecondStep(client, person)).isSetUp) throw notSetUp()
    await appendAudit(client, { action: 'recovery-codes-made', person })
    return makeRecoveryCodes(client, req.payload.secret, person)
  })
  return Response.json({ recoveryCodes })
}

const notSetUp = () => refuse('unfit', { place: say('The second step'), reason: say('is not set up.') })

/** POST /users/second-step/off { proof }: the password is enough again, unless a role needs more. */
const turnOff: Handler = async (req) => {
  const session = await sessionIn(req, 'full')
  if (session.isRequired) throw refuse('second_step_needed')
  await prove(req, session)
  const { person } = session
  await inTransactionOn(poolOf(req.payload), (client) =>
    remove(client, { of: person, by: person, isReset: false }),
  )
  return Response.json({ isSetUp: false })
}

type Removal = { of: string; by: string; isReset: boolean }

async function remove(client: ClientBase, { of, by, isReset }: Removal): Promise<void> {
  if (!(await removeSecondStep(client, of, { isReset }))) throw notSetUp()
  const action = isReset ? 'second-step-reset' : 'second-step-turned-off'
  await appendAudit(client, { action, person: by, collection: 'users', document: of })
}

/** GET /users/:id/second-step → { isSetUp } of somebody, for those who manage people. */
const showOf: Handler = async (req) => {
  const { isSetUp } = await readSecondStep(poolOf(req.payload), managed(req))
  return Response.json({ isSetUp })
}

/**
 * POST /users/:id/second-step/reset { proof }: the phone of this person is lost. Their sessions end; the next one asks
 * to set it up again.
 */
const reset: Handler = async (req) => {
  const of = managed(req)
  const session = await sessionIn(req, 'full')
  await prove(req, session)
  await inTransactionOn(poolOf(req.payload), async (client) => {
    await remove(client, { of, by: session.person, isReset: true })
    await endSessions(client, of)
  })
  return Response.json({ isSetUp: false })
}

function managed({ user, routeParams }: PayloadRequest): string {
  if (!user) throw refuse('not_signed_in')
  if (!may(user, 'users', 'update'))
    throw refuse('not_allowed', { action: say('remove the second step of other people') })
  const id = routeParams?.['id']
  return typeof id === 'string' ? id : ''
}

export const secondStepAccountEndpoints: Omit<Endpoint, 'root'>[] = [
  { path: '/second-step', method: 'get', handler: show },
  { path: '/second-step/recovery-codes', method: 'post', handler: renewCodes },
  { path: '/second-step/off', method: 'post', handler: turnOff },
  { path: '/:id/second-step', method: 'get', handler: showOf },
  { path: '/:id/second-step/reset', method: 'post', handler: reset },
]

import type { Endpoint, PayloadRequest } from 'payload'
import { appendAudit } from '@/audit'
import { refuse } from '@/lib/errors'
import { inTransactionOn, poolOf } from '@/lib/postgres'
import { digitsOf, prove, sessionIn, textIn } from './asked'
import { networkOf } from '@/lib/network'
import { typedRecoveryCode } from './recovery-codes'
import { say } from './say'
import { beginSetUp, confirmSetUp, useCode, useRecoveryCode } from './second-steps'
import { cookieFor } from './session-cookie'
import { completeSession, endSessions } from './sessions'
import { answerBegun, begin } from './sign-in-endpoints'
import { invitation } from './totp'
import { codeTry, giveBack, payForTry, recoveryTry } from './tries'

// From the password to the desk: the code, or setting it up.

type Handler = (req: PayloadRequest) => Promise<Response>

/** POST /users/second-step { code }: a code of the app, or a recovery code. Now the session is full. */
const pass: Handler = async (req) => {
  const { payload } = req
  const { id, person } = await sessionIn(req, 'code')
  const typed = await textIn(req, 'code')
  const recovery = typedRecoveryCode(typed)
  const network = networkOf(req.headers)
  const paid = recovery === undefined ? codeTry(network, person) : recoveryTry(network, person)
  await payForTry(payload, paid)
  const begun = await inTransactionOn(poolOf(payload), async (client) => {
    const isRight =
      recovery === undefined
        ? await useCode(client, payload.secret, { person, code: digitsOf(typed) })
        : await useRecoveryCode(client, payload.secret, { person, code: recovery })
    if (!isRight || recovery !== undefined) {
      const action = isRight ? 'recovery-code-used' : 'second-step-failed'
      await appendAudit(client, { action, person, details: { network } })
    }
    return isRight ? begin(client, await completeSession(client, id, 'is_proved'), network) : undefined
  })
  if (!begun) throw refuse('wrong_code')
  await giveBack(payload, paid)
  return answerBegun(req, begun)
}

/**
 * POST /users/second-step/begin { proof } → { picture, key }: a new secret for the app. Right after the password
 * nothing more is to be proved.
 */
const beginSettingUp: Handler = async (req) => {
  const { payload } = req
  const session = await sessionIn(req, 'full', 'set-up')
  if (session.state === 'full') await prove(req, session)
  const secret = await inTransactionOn(poolOf(payload), (client) =>
    beginSetUp(client, payload.secret, session.person),
  )
  // For the label in the app of the person themself.
  const { email } = await payload.findByID({
    collection: 'users',
    id: session.person,
    depth: 0,
    overrideAccess: true,
  })
  return Response.json(invitation(secret, email))
}

/** POST /users/second-step/confirm { code } → { recoveryCodes }: the app works; from now on it is asked for. */
const confirmSettingUp: Handler = async (req) => {
  const { payload } = req
  const { id, person, state } = await sessionIn(req, 'full', 'set-up')
  const code = digitsOf(await textIn(req, 'code'))
  const outcome = await inTransactionOn(poolOf(payload), async (client) => {
    const recoveryCodes = await confirmSetUp(client, payload.secret, { person, code })
    if (!Array.isArray(recoveryCodes)) return recoveryCodes
    await appendAudit(client, { action: 'second-step-set-up', person })
    // Other browsers passed no second step, or one of a phone that may be in other hands.
    await endSessions(client, person, id)
    const token = await completeSession(client, id, 'is_proved')
    if (state === 'set-up') await begin(client, token, networkOf(req.headers))
    return { recoveryCodes, token }
  })
  if (outcome === 'too late')
    throw refuse('unfit', { place: say('The second step'), reason: say('took too long. Begin again.') })
  if (outcome === 'wrong') throw refuse('wrong_code')
  const headers = { 'Set-Cookie': cookieFor(payload.config.serverURL, outcome.token) }
  return Response.json({ recoveryCodes: outcome.recoveryCodes }, { headers })
}

/** POST /users/second-step/later: after an administrator removed it, whoever need not have it may put it off. */
const putOff: Handler = async (req) => {
  const { id, isRequired } = await sessionIn(req, 'set-up')
  if (isRequired) throw refuse('second_step_needed')
  const begun = await inTransactionOn(poolOf(req.payload), async (client) =>
    begin(client, await completeSession(client, id, 'is_later'), networkOf(req.headers)),
  )
  if (!begun) throw refuse('not_signed_in')
  return answerBegun(req, begun)
}

export const secondStepEndpoints: Omit<Endpoint, 'root'>[] = [
  { path: '/second-step', method: 'post', handler: pass },
  { path: '/second-step/begin', method: 'post', handler: beginSettingUp },
  { path: '/second-step/confirm', method: 'post', handler: confirmSettingUp },
  { path: '/second-step/later', method: 'post', handler: putOff },
]

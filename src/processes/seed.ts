import {
  commitTransaction,
  createLocalReq,
  getPayload,
  initTransaction,
  killTransaction,
  type Payload,
  type PayloadRequest,
} from 'payload'
import config from '@payload-config'
import { seedEnv } from '@/lib/env'
import { publishNow } from '@/releases'
import { createFirstAdmin, keepForFirstPrint, makeFirstSignIn, type FirstSignIn } from './seed/first-admin'
import { writeFoundation } from './seed/write-foundation'
import type { Written } from './seed/write-entry'
import { translations } from './seed/entry'

// Fills an installation that has nobody in it: the first administrator, and where there is no prize yet the
// invented foundation. Person and drafts come in one transaction, so an interrupted run leaves nothing and
// the next one starts anew; an interruption while the past years are being published leaves them as drafts.

async function seed(payload: Payload): Promise<void> {
  const { totalDocs: people } = await payload.count({ collection: 'users', overrideAccess: true })
  if (people > 0) return
  const { ADMIN_EMAIL: email, FIRST_SIGN_IN_FILE: file } = seedEnv()
  const signIn = makeFirstSignIn(email)
  // Before the commit: a person whose password nobody knows would lock everybody out.
  if (file) keepForFirstPrint(file, signIn)
  const req = await createLocalReq({}, payload)
  const past = await writeAll(payload, req, signIn)
  // A failing COMMIT is not reported by the framework, so look.
  const { totalDocs: made } = await payload.count({ collection: 'users', overrideAccess: true })
  if (made === 0) throw new Error('The database did not keep the first content.')
  if (past.length > 0) await publish(payload, req, past)
  if (!file) process.stdout.write(`${JSON.stringify({ firstSignIn: signIn })}\n`)
}

async function writeAll(payload: Payload, req: PayloadRequest, signIn: FirstSignIn): Promise<Written[]> {
  await initTransaction(req)
  try {
    const { totalDocs: prizes } = await payload.count({ collection: 'prizes', overrideAccess: true, req })
    await createFirstAdmin(payload, req, signIn)
    const past = prizes > 0 ? [] : await writeFoundation({ payload, req })
    await commitTransaction(req)
    return past
  } catch (error) {
    await killTransaction(req)
    throw error
  }
}

const publish = (payload: Payload, req: PayloadRequest, past: readonly Written[]): Promise<void> =>
  publishNow(
    { payload, user: req.user },
    past.map(({ collection, id }) => ({ collection, id, units: ['shared', 'en', ...translations] })),
  )

const payload = await getPayload({ config })
await seed(payload)
await payload.destroy()
process.exit(0)

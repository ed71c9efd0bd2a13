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
import { makeColleagues, type Colleagues } from './seed/colleagues'
import { createFirstAdmin, keepForFirstPrint, makeFirstSignIn, type FirstSignIn } from './seed/first-admin'
import { currentYear } from './seed/foundation'
import { publishPast } from './seed/publish-past'
import { showWork } from './seed/show-work'
import { writeFoundation } from './seed/write-foundation'
import type { Written } from './seed/write-entry'

// Fills an installation that has nobody in it: the first administrator, and where there is no prize yet the
// invented foundation with its staff. People and drafts come in one transaction, so an interrupted run leaves
// nothing and the next one starts anew; an interruption while the past years are being approved and published
// leaves them as drafts.

async function seed(payload: Payload): Promise<void> {
  const { totalDocs: people } = await payload.count({ collection: 'users', overrideAccess: true })
  if (people > 0) return
  const { ADMIN_EMAIL: email, FIRST_SIGN_IN_FILE: file } = seedEnv()
  const signIn = makeFirstSignIn(email)
  // Before the commit: a person whose password nobody knows would lock everybody out.
  if (file) keepForFirstPrint(file, signIn)
  const req = await createLocalReq({}, payload)
  const foundation = await writeAll(payload, req, signIn)
  // A failing COMMIT is not reported by the framework, so look.
  const { totalDocs: made } = await payload.count({ collection: 'users', overrideAccess: true })
  if (made === 0) throw new Error('The database did not keep the first content.')
  if (foundation) await bringToLife(foundation)
  if (!file) process.stdout.write(`${JSON.stringify({ firstSignIn: signIn })}\n`)
}

type Foundation = { colleagues: Colleagues; written: readonly Written[] }

async function writeAll(
  payload: Payload,
  req: PayloadRequest,
  signIn: FirstSignIn,
): Promise<Foundation | undefined> {
  await initTransaction(req)
  try {
    const { totalDocs: prizes } = await payload.count({ collection: 'prizes', overrideAccess: true, req })
    await createFirstAdmin(payload, req, signIn)
    const foundation = prizes > 0 ? undefined : await invent(payload, req)
    await commitTransaction(req)
    return foundation
  } catch (error) {
    await killTransaction(req)
    throw error
  }
}

async function invent(payload: Payload, req: PayloadRequest): Promise<Foundation> {
  const colleagues = await makeColleagues(payload, req)
  req.user = colleagues.editor.user
  return { colleagues, written: await writeFoundation({ payload, req }) }
}

const isCurrent = ({ year }: Written): boolean => year === currentYear

async function bringToLife({ colleagues, written }: Foundation): Promise<void> {
  await publishPast(
    colleagues,
    written.filter((document) => !isCurrent(document)),
  )
  await showWork(colleagues, written.filter(isCurrent))
}

const payload = await getPayload({ config })
await seed(payload)
await payload.destroy()
process.exit(0)

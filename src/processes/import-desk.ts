import type { Payload, SanitizedConfig, TypedUser } from 'payload'
import { mayUse, rolesOf, type Person } from '@/access'
import { joinDesk } from './join-desk.mjs'
import { Problem } from './steps.mjs'

export type Desk = { payload: Payload; user: TypedUser }

/** Payload on the desk's database, and the member of staff who imports. Throws a Problem that says what to do. */
export async function openDesk(email: string | undefined): Promise<Desk> {
  joinDesk()
  // The configuration reads the environment when it is loaded.
  const [{ getPayload }, { default: config }] = await Promise.all([
    import('payload'),
    import('@payload-config'),
  ])
  // Standard output is for what the command says; what Payload logs goes beside it, and errors only.
  const logger = { options: { level: 'error' }, destination: process.stderr }
  // Payload types a finished configuration as if every option of its logger had been given.
  const quiet = { ...(await config), logger } as unknown as SanitizedConfig
  const payload = await getPayload({ config: quiet })
  return { payload, user: await findImporter(payload, email) }
}

/** Whoever runs a command on the desk's own machine looks after it: of several, the administrator. */
const withoutName = <Staff extends Person>(may: Staff[]): Staff[] =>
  may.length === 1 ? may : may.filter((person) => rolesOf(person).includes('admin'))

async function findImporter(payload: Payload, email: string | undefined): Promise<TypedUser> {
  // A system read: whoever may run this command holds the keys of the database.
  const { docs } = await payload.find({
    collection: 'users',
    depth: 0,
    pagination: false,
    overrideAccess: true,
  })
  const may = docs.filter((person) => mayUse(person as Person, 'import'))
  const found =
    email === undefined
      ? withoutName(may)
      : may.filter((person) => person.email.toLowerCase() === email.toLowerCase())
  const [only] = found
  if (only && found.length === 1) return { ...only, collection: 'users' }
  if (email !== undefined)
    throw new Problem(`${email} is nobody who may import. An administrator gives people the role “editor”.`)
  if (may.length === 0)
    throw new Problem('Nobody here may import. An administrator gives people the role “editor”.')
  throw new Problem(
    `Say who imports: --as ${may
      .map((person) => person.email)
      .slice(0, 5)
      .join(' or --as ')}`,
  )
}

import { randomBytes } from 'node:crypto'
import type { Payload, PayloadRequest, RequiredDataFromCollectionSlug, TypedUser } from 'payload'
import { contentCollections } from '@/access'
import { localeCodes } from '@/lib/locales'

// The staff of the invented foundation: whoever wrote never approves, here as everywhere. Nobody knows their
// passwords; an administrator may set one to see the desk with their eyes.

type Facts = Omit<RequiredDataFromCollectionSlug<'users'>, 'email' | 'password'> & { email: string }

const people = {
  editor: { name: 'Tove Almgren', email: 'tove.almgren@example.org', roles: ['editor'] },
  reviewer: {
    name: 'Karim Nordin',
    email: 'karim.nordin@example.org',
    roles: ['reviewer'],
    reviewCollections: [...contentCollections],
    reviewLocales: [...localeCodes],
  },
  pressOfficer: { name: 'Edith Lorne', email: 'edith.lorne@example.org', roles: ['press-officer'] },
} as const satisfies Record<string, Facts>

/** Who acts, and through which Payload. */
type Colleague = { payload: Payload; user: TypedUser }
export type Colleagues = Record<keyof typeof people, Colleague>

/** Makes them in the transaction of `req`, with the rights of its person. */
export async function makeColleagues(payload: Payload, req: PayloadRequest): Promise<Colleagues> {
  const make = async (facts: Facts): Promise<Colleague> => {
    const user = await payload.create({
      collection: 'users',
      data: { ...facts, password: randomBytes(24).toString('base64url') },
      depth: 0,
      overrideAccess: false,
      user: req.user,
      req,
    })
    return { payload, user: { ...user, collection: 'users' } }
  }
  return {
    editor: await make(people.editor),
    reviewer: await make(people.reviewer),
    pressOfficer: await make(people.pressOfficer),
  }
}

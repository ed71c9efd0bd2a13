import { randomBytes } from 'node:crypto'
import type { CollectionSlug, Payload, TypedUser } from 'payload'
import { contentCollections, type Role } from '../src/access'
import { localeCodes, type LocaleCode } from '../src/lib/locales'
import type { Target } from '../src/releases'
import { paragraph, richText } from '../src/rich-text'

// What tests need before they can say what they are about.

export type Actor = { payload: Payload; user: TypedUser }

/** Unlike words, so that nothing meets by chance. */
export const unique = (word: string): string => `${word}-${randomBytes(4).toString('hex')}`

/** A person with these roles (and languages). The account is made by the system, as the start command does. */
export async function personWith(
  payload: Payload,
  roles: Role[],
  locales: LocaleCode[] = [],
): Promise<Actor> {
  const email = `${unique('person')}@example.org`
  const user = await payload.create({
    collection: 'users',
    overrideAccess: true,
    data: {
      name: `A ${roles.join(' and ')}`,
      email,
      password: unique('a long enough password'),
      roles,
      locales,
      ...(roles.includes('reviewer')
        ? { reviewCollections: [...contentCollections], reviewLocales: [...localeCodes] }
        : {}),
    },
  })
  return { payload, user: { ...user, collection: 'users' } }
}

const colleagues = new WeakMap<Payload, Promise<Actor>>()

/** Somebody else, who approves in every kind of document and every language. */
export function colleagueOf({ payload }: Actor): Promise<Actor> {
  const known = colleagues.get(payload) ?? personWith(payload, ['reviewer'])
  colleagues.set(payload, known)
  return known
}

/** These units as this person reads them now. */
export async function asRead(
  actor: Actor,
  { collection, id, units }: Target,
): Promise<{ unit: string; revision?: string }[]> {
  const { statusOf } = await import('../src/units')
  const { units: standing } = await statusOf(actor, { collection, id, language: 'en' })
  return units
    .map((one) => (typeof one === 'string' ? one : one.unit))
    .map((unit) => {
      const revision = standing.find((one) => one.unit === unit)?.revision
      return { unit, ...(revision ? { revision } : {}) }
    })
}

/** Submits the units as `actor`, and a colleague approves what was submitted. What is approved or public already stays. */
export async function approve(actor: Actor, targets: readonly Target[]): Promise<void> {
  const { advance, statusOf } = await import('../src/units')
  const colleague = await colleagueOf(actor)
  for (const { collection, id, units } of targets) {
    const wanted = ['shared', ...units.map((unit) => (typeof unit === 'string' ? unit : unit.unit))]
    const { units: standing } = await statusOf(actor, { collection, id, language: 'en' })
    const open = standing.filter(
      ({ unit, verbs }) =>
        wanted.includes(unit) && verbs.some(({ verb, reason }) => verb === 'submit' && !reason),
    )
    const chosen = open.map(({ unit }) => ({ unit }))
    if (chosen.length === 0) continue
    await advance(actor, { collection, id, verb: 'submit', units: chosen })
    // Only now has a language without words of its own a revision.
    const read = await asRead(colleague, { collection, id, units: chosen.map(({ unit }) => unit) })
    await advance(colleague, { collection, id, verb: 'approve', units: read })
  }
}

/** Has everything approved that is named, then publishes it as `actor`. */
export async function publish(actor: Actor, targets: readonly Target[]): Promise<void> {
  const { publishNow } = await import('../src/releases')
  await approve(actor, targets)
  await publishNow(actor, targets)
}

type Data = Record<string, unknown>
type Document = { id: string; adminTitle?: string | null }

/** Saves a new draft as `actor`, in English. */
export async function draft(actor: Actor, collection: CollectionSlug, data: Data): Promise<Document> {
  const { payload, user } = actor
  const created = await payload.create({
    collection,
    data: data,
    locale: 'en',
    user,
    overrideAccess: false,
    draft: true,
    depth: 0,
  })
  return created
}

/** Saves a change as `actor`, in `locale`. */
export async function edit(
  actor: Actor,
  where: { collection: CollectionSlug; id: string; locale?: LocaleCode },
  data: Data,
): Promise<void> {
  const { payload, user } = actor
  const { collection, id, locale = 'en' } = where
  await payload.update({
    collection,
    id,
    data: data,
    locale,
    user,
    overrideAccess: false,
    draft: true,
    depth: 0,
  })
}

/** A whole award: prize, year, one laureate, award entry, biography, contact; all drafts in English. */
export async function award(actor: Actor, laureate: Data = {}) {
  const prize = await draft(actor, 'prizes', {
    name: 'Fjord Prize',
    slug: unique('fjord'),
    timeZone: 'Europe/Oslo',
  })
  const contact = await draft(actor, 'press-contacts', {
    name: 'Ada Press',
    desk: 'media',
    phone: '+44 20 7946 0018',
  })
  const edition = await draft(actor, 'editions', {
    prize: prize.id,
    year: 2024,
    status: 'announced',
    defaultContacts: [contact.id],
  })
  const person = await draft(actor, 'laureates', {
    kind: 'person',
    knownName: 'Mira Sand',
    slug: unique('mira'),
    ...laureate,
  })
  const citation = await draft(actor, 'citations', {
    edition: edition.id,
    laureates: [person.id],
    slug: unique('mira'),
    motivation: 'for the sea',
    countries: ['NO'],
  })
  const biography = await draft(actor, 'biographies', {
    citation: citation.id,
    short: richText([paragraph('She reads the sea.')]),
  })
  return { prize, contact, edition, laureate: person, citation, biography }
}

/** Every document of an award as publishing targets, in the order in which they need each other. */
export const targetsOf = (documents: Awaited<ReturnType<typeof award>>, units: string[] = ['en']) => [
  { collection: 'prizes', id: documents.prize.id, units },
  { collection: 'press-contacts', id: documents.contact.id, units },
  { collection: 'editions', id: documents.edition.id, units },
  { collection: 'laureates', id: documents.laureate.id, units },
  { collection: 'citations', id: documents.citation.id, units },
  { collection: 'biographies', id: documents.biography.id, units },
]

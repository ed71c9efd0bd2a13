import { beforeAll } from 'vitest'
import { contentCollections, type Role } from '../src/access/roles'
import { localeCodes } from '../src/lib/locales'
import { poolOf } from '../src/lib/postgres'
import type { DocumentStatus, UnitStatus, Verb } from '../src/units'
import { personWith, unique, type Actor } from './factories'
import { refusalIn, type Doc } from './forms'
import type { TestDesk } from './payload'
import { signedIn, type Answer, type Signed } from './rest-people'

// Documents and their verbs as the desk's REST knows them.

const people = {
  editor: ['editor'],
  /** Writes and reviews; what they wrote themselves they may not approve. */
  author: ['editor', 'reviewer'],
  reviewer: ['reviewer'],
  officer: ['press-officer'],
  admin: ['admin'],
  /** Whatever there is in one person. */
  everything: ['editor', 'reviewer', 'press-officer', 'admin'],
} as const satisfies Record<string, readonly Role[]>
export type Name = keyof typeof people
export type People = Record<Name, Signed>

const reviewing = { reviewCollections: [...contentCollections], reviewLocales: [...localeCodes] }

/** For a test file: these people, signed in. */
export function usePeople(desk: TestDesk): People {
  const signed = {} as People
  beforeAll(async () => {
    for (const [name, roles] of Object.entries(people) as [Name, readonly Role[]][])
      signed[name] = await signedIn(desk, {
        name: `The ${name}`,
        roles: [...roles],
        more: roles.includes('reviewer') ? reviewing : {},
      })
  })
  return signed
}

/**
 * For a test file about verbs: the same people; an editor who writes by the Local API; SQL behind the desk; and what
 * refuses the publishing of a unit of a prize.
 */
export function useWorkflow(desk: TestDesk) {
  const signed = usePeople(desk)
  const local = {} as { writer: Actor }
  beforeAll(async () => {
    local.writer = await personWith(desk.payload, ['editor'])
  })
  const sql = (text: string, values: unknown[]) => poolOf(desk.payload).query(text, values)
  const publishing = async (id: string, unit = 'en') =>
    refusalIn(await press(signed.officer, 'publish', { id, unit }))
  return { signed, local, sql, publishing }
}

/** A prize with English words, written by this person. */
export async function prizeBy(person: Signed, data: Doc = {}): Promise<string> {
  const { status, body } = await person.ask('POST', '/api/prizes?locale=en', {
    name: 'Fjord Prize',
    slug: unique('fjord'),
    timeZone: 'Europe/Oslo',
    ...data,
  })
  if (status !== 201) throw new Error(JSON.stringify(body))
  return (body['doc'] as { id: string }).id
}

export type Said = {
  id: string
  unit?: string
  units?: { unit: string; revision?: string }[]
  reason?: string
}

/** Presses a button of the document's screen, of the words as they stand: English and the shared facts unless units are named. */
export async function press(person: Signed, verb: Verb, { id, unit, units, reason }: Said): Promise<Answer> {
  const shown = async () => asRead(await person.ask('GET', `/api/prizes/${id}/status`), unit)
  return person.ask('POST', `/api/prizes/${id}/${verb}`, {
    units: units ?? (await shown()),
    ...(reason === undefined ? {} : { reason }),
  })
}

function asRead({ body }: Answer, unit?: string): { unit: string; revision?: string }[] {
  const { units = [] } = body as unknown as Partial<DocumentStatus>
  return (unit ? [unit] : ['shared', 'en']).map((name) => {
    const revision = units.find((one) => one.unit === name)?.revision
    return { unit: name, ...(revision ? { revision } : {}) }
  })
}

/** The same, and it has to work. */
export async function done(person: Signed, verb: Verb, said: Said): Promise<void> {
  const answer = await press(person, verb, said)
  if (answer.status !== 200) throw new Error(`${verb}: ${JSON.stringify(refusalIn(answer))}`)
}

/** Where a unit of a prize stands, as this person sees it. */
export async function unitOf(person: Signed, id: string, unit = 'en'): Promise<UnitStatus> {
  const { body } = await person.ask('GET', `/api/prizes/${id}/status`)
  const found = (body as unknown as DocumentStatus).units.find((one) => one.unit === unit)
  if (!found) throw new Error(JSON.stringify(body))
  return found
}

/** Everything that is stored of the life of a document's units, and all that is public of it. */
export async function lifeOf({ payload }: TestDesk, id: string): Promise<unknown> {
  const { rows } = await poolOf(payload).query(
    `select (select jsonb_agg(to_jsonb(u) order by u.unit) from editorial.units u where u.document_id = $1) as units,
            (select count(*) from editorial.revisions r where r.document_id = $1) as revisions,
            (select count(*) from editorial.steps s where s.document_id = $1) as steps,
            (select count(*) from editorial.approvals a join editorial.revisions r on r.id = a.revision
              where r.document_id = $1) as approvals,
            (select jsonb_agg(to_jsonb(p) order by p.id) from published.units p where p.document_id = $1) as public`,
    [id],
  )
  return rows[0]
}

/** The public words of a unit; undefined when it is not public. */
export async function publicWords({ payload }: TestDesk, id: string, unit: string): Promise<Doc | undefined> {
  const { rows } = await poolOf(payload).query<{ content: Doc }>(
    `select p.content from published.current_units c join published.units p on p.id = c.unit_id
      where c.document_id = $1 and c.unit = $2 and not p.is_withdrawn`,
    [id, unit],
  )
  return rows[0]?.content
}

/** A prize whose English words and shared facts are approved. */
export async function approvedPrize({ editor, reviewer }: People): Promise<string> {
  const id = await prizeBy(editor)
  await done(editor, 'submit', { id })
  await done(reviewer, 'approve', { id })
  return id
}

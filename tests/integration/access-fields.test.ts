import { beforeAll, expect, test } from 'vitest'
import { useDesk } from '../payload'
import { createDocuments, useStaff, type Actor } from '../staff'

// What the form of a document shows as read-only, before anybody types: Payload asks the same rules for its screens.

const desk = useDesk()
const staff = useStaff(desk)
let documents: Record<string, string>

beforeAll(async () => {
  documents = await createDocuments(desk.payload)
})

type Rights = { fields: Record<string, { update?: boolean; fields?: Rights['fields'] } | true> }

async function mayUpdate(actor: Actor, locale: string): Promise<Record<string, boolean>> {
  const path = `/api/laureates/access/${documents['laureates']}?locale=${locale}`
  const { fields } = (await (await staff.as(actor)('POST', path, {})).json()) as Rights
  const birth = fields['birth']
  const inside = typeof birth === 'object' ? (birth.fields ?? {}) : {}
  const can = (right: Rights['fields'][string] | undefined): boolean =>
    right === true || (typeof right === 'object' && right.update === true)
  return {
    name: can(fields['knownName']),
    place: can(inside['place']),
    slug: can(fields['slug']),
    kind: can(fields['kind']),
  }
}

test('a translator writes texts of assigned languages and nothing else', async () => {
  const nothing = { name: false, place: false, slug: false, kind: false }
  expect(await mayUpdate('translator', 'sv')).toEqual({ ...nothing, name: true, place: true })
  expect(await mayUpdate('translator', 'ar')).toEqual(nothing)
  expect(await mayUpdate('translator', 'en')).toEqual(nothing)
})

test('an editor writes everything in every language, a reviewer nothing', async () => {
  expect(Object.values(await mayUpdate('reviewer', 'en'))).not.toContain(true)
  const { fields } = (await (
    await staff.as('editor')('POST', `/api/laureates/access/${documents['laureates']}?locale=ar`, {})
  ).json()) as Partial<Rights>
  expect(JSON.stringify(fields)).not.toContain('"update":false')
})

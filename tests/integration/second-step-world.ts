import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, expect } from 'vitest'
import { withClient } from '../../src/processes/database.mjs'
import { useDesk } from '../payload'
import { password, useStaff } from '../staff'
import { codeOf, earlyInStep, visitor, type Visitor } from '../visitor'

// The second step: what opens the desk besides the password. Each test has a person of its own.

const forgetRoles = () => void delete process.env['SECOND_FACTOR_ROLES']

export function useSecondSteps() {
  const desk = useDesk()
  const staff = useStaff(desk)
  const person = { id: '', email: '' }
  beforeEach(async () => {
    const email = `${randomUUID()}@example.org`
    const { id } = await desk.payload.create({
      collection: 'users',
      data: { name: 'P', email, password, roles: ['editor'] },
      overrideAccess: true,
    })
    Object.assign(person, { id, email })
  })
  afterEach(forgetRoles)
  const sql = (text: string, values: unknown[] = []) =>
    withClient(desk.database.owner, (client) => client.query(text, values))
  const actions = async (): Promise<string[]> =>
    (
      await sql('select action from audit.entries where person = $1 or document = $1 order by id', [
        person.id,
      ])
    ).rows.map(({ action }: { action: string }) => action)
  async function enter(): Promise<Visitor> {
    const browser = visitor(desk)
    expect((await browser.signIn(person.email, password)).status).toBe(200)
    return browser
  }
  return { desk, staff, person, sql, actions, enter }
}

export const post = (browser: Visitor, path: string, body: object = {}) =>
  browser.ask('POST', `/api/users/second-step${path}`, body)
export const looks = async (browser: Visitor) => (await browser.ask('GET', '/api/laureates')).status

/** Sets the second step up; the code of the step before is used for it, so that the current one is still there. */
export async function setUp(browser: Visitor): Promise<{ key: string; recoveryCodes: string[] }> {
  const begun = await post(browser, '/begin', { proof: password })
  expect(begun.status).toBe(200)
  const key = begun.body.key ?? ''
  await earlyInStep()
  const confirmed = await post(browser, '/confirm', { code: codeOf(key, -1) })
  expect(confirmed.status).toBe(200)
  return { key, recoveryCodes: confirmed.body.recoveryCodes ?? [] }
}

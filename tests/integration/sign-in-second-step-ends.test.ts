import { describe, expect, test } from 'vitest'
import { password } from '../staff'
import { codeOf, earlyInStep, visitor } from '../visitor'
import { looks, post, setUp, useSecondSteps } from './second-step-world'

// The second step: where it is needed, turned off, or lost.

const { desk, staff, person, sql, actions, enter } = useSecondSteps()

describe('turning it off', () => {
  test('takes the password or a current code', async () => {
    const browser = await enter()
    const { key } = await setUp(browser)
    expect((await post(browser, '/off', { proof: 'x' })).status).toBe(403)
    expect((await post(browser, '/off', { proof: codeOf(key) })).status).toBe(200)
    expect(await looks(await enter())).toBe(200)
    expect(await actions()).toContain('second-step-turned-off')
  })

  test('is refused where a role needs it; another phone can take its place', async () => {
    const browser = await enter()
    const { key } = await setUp(browser)
    process.env['SECOND_FACTOR_ROLES'] = 'admin, editor'
    expect((await post(browser, '/off', { proof: password })).status).toBe(409)
    const again = await post(browser, '/begin', { proof: password })
    await earlyInStep()
    const other = await enter()
    await post(other, '', { code: codeOf(key) })
    expect(await looks(other)).toBe(200)
    expect((await post(browser, '/confirm', { code: codeOf(again.body.key, -1) })).status).toBe(200)
    expect([await looks(browser), await looks(other)]).toEqual([200, 401])
    const next = await enter()
    expect((await post(next, '', { code: codeOf(key, 1) })).status).toBe(403)
    expect((await post(next, '', { code: codeOf(again.body.key) })).status).toBe(200)
  })
})

describe('where a role needs it', () => {
  test('whoever has none sets it up and can do nothing else before', async () => {
    process.env['SECOND_FACTOR_ROLES'] = 'editor'
    const browser = visitor(desk)
    expect((await browser.signIn(person.email, password)).body['secondStep']).toBe('set-up')
    expect(await looks(browser)).toBe(401)
    expect((await post(browser, '/later')).status).toBe(409)
    expect((await post(browser, '', { code: '000000' })).status).toBe(401)
    const { body } = await post(browser, '/begin')
    const done = await post(browser, '/confirm', { code: codeOf(body.key) })
    expect(done.body.recoveryCodes).toHaveLength(10)
    expect(await looks(browser)).toBe(200)
    expect(await actions()).toEqual(['person-created', 'second-step-set-up', 'signed-in'])
  })

  test('sessions that are open when the role is given wait for it too', async () => {
    const browser = await enter()
    process.env['SECOND_FACTOR_ROLES'] = 'press-officer'
    expect(await looks(browser)).toBe(200)
    await staff.as('admin')('PATCH', `/api/users/${person.id}`, { roles: ['editor', 'press-officer'] })
    expect(await looks(browser)).toBe(401)
  })

  test('a role that does not exist stops the desk from starting', async () => {
    process.env['SECOND_FACTOR_ROLES'] = 'admin,presofficer'
    const { prepareSignIn } = await import('../../src/sign-in')
    expect(() => prepareSignIn(desk.payload)).toThrow('presofficer')
  })
})

describe('a lost phone', () => {
  const reset = (proof: string, as: 'admin' | 'editor' = 'admin') =>
    staff.as(as)('POST', `/api/users/${person.id}/second-step/reset`, { proof })

  test('an administrator removes the second step, with their own password; the next sign-in asks for a new one', async () => {
    const open = await enter()
    await setUp(open)
    expect((await reset(password, 'editor')).status).toBe(403)
    expect((await reset('wrong wrong wrong wrong')).status).toBe(403)
    expect(await looks(open)).toBe(200)
    expect((await reset(password)).status).toBe(200)
    expect(await looks(open)).toBe(401)
    expect((await post(open, '/begin')).status).toBe(401)
    const browser = visitor(desk)
    expect((await browser.signIn(person.email, password)).body['secondStep']).toBe('set-up')
    expect(await looks(browser)).toBe(401)
    expect((await post(browser, '/later')).status).toBe(200)
    expect(await looks(browser)).toBe(200)
    const again = visitor(desk)
    expect((await again.signIn(person.email, password)).body['secondStep']).toBe('set-up')
    await setUp(again)
    expect([await looks(again), await looks(open)]).toEqual([200, 401])
    const { rows } = await sql("select * from audit.entries where action = 'second-step-reset'")
    expect(rows).toMatchObject([{ person: staff.ids.admin, document: person.id }])
  })
})

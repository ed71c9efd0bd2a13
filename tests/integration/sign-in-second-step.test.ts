import { describe, expect, test } from 'vitest'
import { password } from '../staff'
import { codeOf, visitor } from '../visitor'
import { looks, post, setUp, useSecondSteps } from './second-step-world'

// The second step: setting it up, and what its codes open.

const { desk, person, sql, actions, enter } = useSecondSteps()

describe('setting it up', () => {
  test('takes the password, then a code of the app; ten recovery codes are shown once', async () => {
    const browser = await enter()
    expect((await post(browser, '/begin', { proof: 'wrong wrong wrong wrong' })).status).toBe(403)
    expect((await post(browser, '/begin')).status).toBe(403)
    const begun = await post(browser, '/begin', { proof: password })
    expect(begun.body.key).toMatch(/^([A-Z2-7]{4} ){7}[A-Z2-7]{4}$/)
    expect(begun.body.picture).toMatch(/^data:image\/svg\+xml;base64,/)
    expect((await post(browser, '/confirm', { code: '000000' })).status).toBe(403)
    const { body } = await post(browser, '/confirm', { code: codeOf(begun.body.key) })
    expect(body.recoveryCodes).toHaveLength(10)
    expect(new Set(body.recoveryCodes).size).toBe(10)
    for (const code of body.recoveryCodes ?? []) expect(code).toMatch(/^([A-Z2-9]{4}-){3}[A-Z2-9]{4}$/)
    expect(await looks(browser)).toBe(200)
    expect((await browser.ask('GET', '/api/users/second-step')).body).toMatchObject({
      isSetUp: true,
      codesLeft: 10,
      isRequired: false,
    })
    expect(await actions()).toContain('second-step-set-up')
  })

  test('the database holds neither the secret nor the recovery codes', async () => {
    const { key, recoveryCodes } = await setUp(await enter())
    const { rows } = await sql(
      'select secret as stored from sign_in.second_steps union all select code from sign_in.recovery_codes',
    )
    const stored = (rows as { stored: Buffer }[]).map((row) => row.stored.toString('latin1')).join('')
    for (const secret of [key, key.replaceAll(' ', ''), ...recoveryCodes, ...recoveryCodes.map(plain)])
      expect(stored).not.toContain(secret)
  })

  test('two pages that are open at once show one picture; the next time it is another one', async () => {
    const browser = await enter()
    const begin = async () => (await post(browser, '/begin', { proof: password })).body.key
    const [first, second] = await Promise.all([begin(), begin()])
    expect(second).toBe(first)
    expect((await post(browser, '/confirm', { code: codeOf(first, -1) })).status).toBe(200)
    expect(await begin()).not.toBe(first)
  })

  test('a picture that is older than a quarter of an hour no longer counts', async () => {
    const browser = await enter()
    const { body } = await post(browser, '/begin', { proof: password })
    await sql("update sign_in.second_steps set pending_at = pending_at - interval '16 minutes'")
    expect((await post(browser, '/confirm', { code: codeOf(body.key) })).status).toBe(400)
  })

  test('asks for it in the other browsers of the same person too', async () => {
    const [first, second] = [await enter(), await enter()]
    await setUp(first)
    expect([await looks(first), await looks(second)]).toEqual([200, 401])
  })
})

const plain = (code: string): string => code.replaceAll('-', '')

describe('between the password and the second step nobody is there', () => {
  test('not for REST, not for screens, not for functions of the server', async () => {
    await setUp(await enter())
    const browser = visitor(desk)
    const answer = await browser.signIn(person.email, password)
    expect(answer.body).toEqual({ user: null, exp: null, secondStep: 'code' })
    expect((await browser.ask('GET', '/api/users/me')).body).toEqual({ user: null })
    for (const [method, path] of [
      ['GET', '/api/laureates'],
      ['GET', '/api/access'],
      ['GET', `/api/users/${person.id}`],
      ['PATCH', `/api/users/${person.id}`],
      ['POST', '/api/laureates'],
      ['POST', '/api/users/refresh-token'],
      ['GET', '/api/users/second-step'],
      ['POST', '/api/users/second-step/off'],
      ['POST', '/api/users/second-step/recovery-codes'],
      ['POST', '/api/users/second-step/begin'],
      ['POST', '/api/users/second-step/confirm'],
      ['POST', '/api/users/second-step/later'],
    ] as const) {
      const asked = await browser.ask(method, path, method === 'GET' ? undefined : { proof: password })
      expect(asked.status, `${method} ${path}`).toBe(401)
    }
    // The door through which screens and functions of the server go.
    const headers = new Headers({ Cookie: browser.cookie, Origin: desk.config.serverURL })
    expect((await desk.payload.auth({ headers })).user).toBeNull()
  })

  test('a code opens it, and the cookie from before no longer does anything', async () => {
    const { key } = await setUp(await enter())
    const browser = await enter()
    const { cookie: before } = browser
    const passed = await post(browser, '', { code: codeOf(key) })
    expect(passed.status).toBe(200)
    expect(passed.body.user).toMatchObject({ id: person.id })
    expect(await looks(browser)).toBe(200)
    browser.cookie = before
    expect(await looks(browser)).toBe(401)
    expect((await post(browser, '', { code: codeOf(key, 1) })).status).toBe(401)
  })

  test('it is over after a quarter of an hour, and when its person signs out', async () => {
    const { key } = await setUp(await enter())
    const slow = await enter()
    await sql("update sign_in.sessions set opened_at = opened_at - interval '16 minutes'")
    expect((await post(slow, '', { code: codeOf(key) })).status).toBe(401)
    const leaving = await enter()
    const { cookie } = leaving
    await leaving.ask('POST', '/api/users/logout')
    leaving.cookie = cookie
    expect((await post(leaving, '', { code: codeOf(key) })).status).toBe(401)
  })
})

describe('a code', () => {
  test('works once, and an earlier one not after a later one', async () => {
    const { key } = await setUp(await enter())
    const [first, second] = [await enter(), await enter()]
    const code = codeOf(key)
    expect((await post(first, '', { code })).status).toBe(200)
    expect((await post(second, '', { code })).status).toBe(403)
    expect((await post(second, '', { code: codeOf(key, -1) })).status).toBe(403)
    expect((await post(second, '', { code: codeOf(key, 1) })).status).toBe(200)
  })

  test('works for one of many who send it at once', async () => {
    const { key } = await setUp(await enter())
    const browsers = [await enter(), await enter(), await enter(), await enter()]
    const code = codeOf(key)
    const answers = await Promise.all(browsers.map((browser) => post(browser, '', { code })))
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 403, 403, 403])
  })

  test('of another person is worth nothing, nor is their sealed secret', async () => {
    const { key } = await setUp(await enter())
    const mine = person.id
    const email = 'thief@example.org'
    const { id } = await desk.payload.create({
      collection: 'users',
      data: { name: 'T', email, password, roles: ['editor'] },
      overrideAccess: true,
    })
    Object.assign(person, { id, email })
    await setUp(await enter())
    const thief = await enter()
    expect((await post(thief, '', { code: codeOf(key) })).status).toBe(403)
    await sql(
      `update sign_in.second_steps set secret = (select secret from sign_in.second_steps where person = $1)
       where person = $2`,
      [mine, id],
    )
    expect((await post(thief, '', { code: codeOf(key) })).status).toBe(403)
  })

  test('is guessed five times, then the way is a recovery code', async () => {
    const { key, recoveryCodes } = await setUp(await enter())
    const browser = await enter()
    for (let time = 0; time < 5; time += 1)
      expect((await post(browser, '', { code: '000000' })).status).toBe(403)
    const late = await post(browser, '', { code: codeOf(key) })
    expect(late.status).toBe(429)
    expect(Number(late.headers.get('retry-after'))).toBeGreaterThan(60)
    expect((await post(browser, '', { code: recoveryCodes[0] })).status).toBe(200)
    expect(await actions()).toEqual(expect.arrayContaining(['second-step-failed', 'second-step-throttled']))
  })

  test('is guessed fifty times from anywhere', async () => {
    await setUp(await enter())
    await sql('insert into sign_in.tries (key, spent_until) values ($1, now() + $2)', [
      `code anywhere ${person.id}`,
      '489 minutes',
    ])
    const statuses: number[] = []
    for (const place of [1, 2, 3]) {
      const browser = visitor(desk, `192.0.${place}.1`)
      await browser.signIn(person.email, password)
      statuses.push((await post(browser, '', { code: '000000' })).status)
    }
    expect(statuses).toEqual([403, 429, 429])
  })
})

describe('a recovery code', () => {
  test('works once, written as one likes, and the account page counts', async () => {
    const { recoveryCodes } = await setUp(await enter())
    const [code = ''] = recoveryCodes
    const first = await enter()
    expect((await post(first, '', { code: ` ${plain(code).toLowerCase()} ` })).status).toBe(200)
    expect((await first.ask('GET', '/api/users/second-step')).body['codesLeft']).toBe(9)
    expect((await post(await enter(), '', { code })).status).toBe(403)
    expect(await actions()).toContain('recovery-code-used')
  })

  test('no longer works when there are new ones', async () => {
    const browser = await enter()
    const { recoveryCodes: old } = await setUp(browser)
    expect((await post(browser, '/recovery-codes', { proof: 'x' })).status).toBe(403)
    const { body } = await post(browser, '/recovery-codes', { proof: password })
    expect(body.recoveryCodes).toHaveLength(10)
    expect((await post(await enter(), '', { code: old[0] })).status).toBe(403)
    expect((await post(await enter(), '', { code: body.recoveryCodes?.[0] })).status).toBe(200)
  })
})

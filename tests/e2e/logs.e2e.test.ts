import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, inject, test } from 'vitest'

const app = inject('app')
const canary = 'Kingfisher words that nobody may read in a log'
const wrongPassword = 'kingfisher-password-9183'

const send = (address: string, body: unknown, cookie = '') =>
  fetch(`${app.serverUrl}${address}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Origin: app.serverUrl, Cookie: cookie },
    body: JSON.stringify(body),
  })

test('no log holds a password, a token, an address or a word of a draft', async () => {
  await send('/api/users/login', { email: 'kingfisher@example.org', password: wrongPassword })
  const signedIn = await send('/api/users/login', { email: app.email, password: app.password })
  expect(signedIn.status).toBe(200)
  const cookie = signedIn.headers.getSetCookie()[0]?.split(';')[0] ?? ''
  const token = cookie.split('=')[1] ?? ''
  expect(token.length).toBeGreaterThan(20)
  const saved = await send('/api/glossary-terms?locale=en', { term: canary, note: canary }, cookie)
  const refused = await send(
    '/api/glossary-terms?locale=en',
    { term: `${canary}\u0000`, nothing: canary },
    cookie,
  )
  expect([saved.status < 500, refused.status]).toEqual([true, 400])
  await fetch(`${app.serverUrl}/admin/search-for-${encodeURIComponent(canary)}`, {
    headers: { Cookie: cookie },
  })
  await fetch(`${app.deliveryUrl}/v1/laureates?q=${encodeURIComponent(canary)}`)

  const folder = path.join(app.dataDir, 'logs')
  const logs = readdirSync(folder).map((name) => readFileSync(path.join(folder, name), 'utf8'))
  const desk = readFileSync(path.join(folder, 'desk.log'), 'utf8')
  for (const line of desk.trim().split('\n'))
    expect(JSON.parse(line)).toMatchObject({
      time: expect.stringMatching(/^\d{4}-/) as string,
      level: expect.stringMatching(/^(info|warn|error)$/) as string,
      part: expect.any(String) as string,
      message: expect.any(String) as string,
    })
  for (const word of [
    canary,
    encodeURIComponent(canary),
    wrongPassword,
    'kingfisher@',
    app.email,
    app.password,
    token,
  ])
    for (const log of logs) expect(log).not.toContain(word)
})

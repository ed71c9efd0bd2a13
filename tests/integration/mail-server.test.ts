import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'
import { afterAll, afterEach, expect, test } from 'vitest'
import { openMail } from '../../src/mail'

// Sending to a mail server: the message arrives as it was written, by the account of SMTP_URL, and what the server does
// not take is an error that says why.

const folder = mkdtempSync(path.join(tmpdir(), 'laureate-desk-mail-'))
const running: SMTPServer[] = []
const messages: { from: string; to: string[]; content: string }[] = []

afterEach(async () => {
  messages.length = 0
  await Promise.all(
    running.splice(0).map((server) => new Promise<void>((done) => server.close(() => done()))),
  )
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

async function listen(options: SMTPServerOptions): Promise<number> {
  const server = new SMTPServer({
    logger: false,
    allowInsecureAuth: true,
    hideSTARTTLS: true,
    onData(stream, session, done) {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        const { mailFrom, rcptTo } = session.envelope
        messages.push({
          from: mailFrom === false ? '' : mailFrom.address,
          to: rcptTo.map(({ address }) => address),
          content: Buffer.concat(chunks).toString(),
        })
        done()
      })
    },
    ...options,
  })
  server.on('error', () => undefined)
  running.push(server)
  return new Promise((resolve) => {
    const listening = server.listen(0, '127.0.0.1', () => {
      const at = listening.address()
      resolve(typeof at === 'object' && at ? at.port : 0)
    })
  })
}

const sender = (port: number, account = 'desk:a%20secret') =>
  openMail({
    SMTP_URL: `smtp://${account}@127.0.0.1:${port}`,
    MAIL_FROM: 'Press desk <desk@example.org>',
    DATA_DIR: folder,
    isOnHold: () => Promise.resolve(false),
  })

const withAccount: SMTPServerOptions = {
  onAuth({ username, password }, _session, done) {
    const isRight = username === 'desk' && password === 'a secret'
    done(isRight ? null : new Error('Invalid username or password'), isRight ? { user: 'desk' } : undefined)
  },
}
const mail = { to: 'anna@example.org', subject: 'Väntar på dig', text: 'Två texter väntar på granskning.' }

test('a message arrives, with its sender, reader and words', async () => {
  await sender(await listen(withAccount))(mail)
  expect(messages).toMatchObject([{ from: 'desk@example.org', to: ['anna@example.org'] }])
  const { content = '' } = messages[0] ?? {}
  expect(content).toContain('From: Press desk <desk@example.org>')
  expect(content).toMatch(/^Subject: =\?UTF-8\?/m)
  expect(content).toContain('text/plain; charset=utf-8')
})

test('a wrong password is an error, and nothing arrives', async () => {
  const send = sender(await listen(withAccount), 'desk:wrong')
  await expect(send(mail)).rejects.toThrow(/Invalid (?:login|username)/)
  expect(messages).toEqual([])
})

test('a reader whom the server does not know is an error', async () => {
  const port = await listen({
    ...withAccount,
    onRcptTo: (_to, _session, done) => done(new Error('No such mailbox')),
  })
  await expect(sender(port)(mail)).rejects.toThrow(/No such mailbox/)
})

test('a server whose certificate cannot be trusted gets neither password nor message', async () => {
  const seen: string[] = []
  const port = await listen({
    hideSTARTTLS: false,
    onAuth({ username }, _session, done) {
      seen.push(String(username))
      done(null, { user: 'desk' })
    },
  })
  await expect(sender(port)(mail)).rejects.toThrow(/certificate/)
  expect({ seen, messages }).toEqual({ seen: [], messages: [] })
})

test('a server that is not there is an error', async () => {
  const port = await listen({})
  await new Promise<void>((done) =>
    running
      .splice(0)
      .at(0)
      ?.close(() => done()),
  )
  await expect(sender(port)(mail)).rejects.toThrow(/ECONNREFUSED/)
})

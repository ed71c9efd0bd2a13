import { randomBytes } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { createTransport } from 'nodemailer'
import { openLog } from '@/lib/log'

/** `messageId`: RFC 5322, in angle brackets. */
export type Mail = { to: string; subject: string; text?: string; html?: string; messageId?: string }
export type MailSettings = {
  /** smtp:// or smtps:// address of the mail server; undefined: messages become files. */
  SMTP_URL?: string | undefined
  MAIL_FROM: string
  DATA_DIR: string
  /** Whether nothing may leave the desk at this moment; asked before each message. */
  isOnHold: () => Promise<boolean>
}

/**
 * How the desk sends e-mail: by SMTP, or, without a mail server, as files (RFC 5322, `.eml`) in the folder `outbox` of the
 * data folder and a line in the log that names no content. Rejects when the server does not take the message, and while the
 * desk is on hold.
 */
export function openMail(settings: MailSettings): (mail: Mail) => Promise<void> {
  const send = openWay(settings)
  return async (mail) => {
    if (await settings.isOnHold()) throw new Error('The desk is on hold, so no e-mail leaves it.')
    await send(mail)
  }
}

function openWay({ SMTP_URL, MAIL_FROM, DATA_DIR }: MailSettings): (mail: Mail) => Promise<void> {
  if (SMTP_URL !== undefined) {
    const server = createTransport({ url: SMTP_URL, ...patience })
    return async (mail) => void (await server.sendMail({ from: MAIL_FROM, ...mail }))
  }
  const file = createTransport({ streamTransport: true, buffer: true })
  return async (mail) => {
    const { message } = await file.sendMail({ from: MAIL_FROM, ...mail })
    keep(path.join(DATA_DIR, 'outbox'), message)
  }
}

/** In ms: whoever sends has other things to do than to wait for a server that does not answer. */
const patience = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000 }

function keep(folder: string, message: unknown): void {
  if (!Buffer.isBuffer(message)) throw new Error('The message was not written.')
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const name = `${new Date().toISOString().replaceAll(':', '-')}-${randomBytes(4).toString('hex')}.eml`
  writeFileSync(path.join(folder, name), message, { mode: 0o600 })
  openLog('mail').info('There is no mail server (SMTP_URL), so an e-mail is kept as a file.', {
    file: name,
  })
}

import { createTransport } from 'nodemailer'
import { countOutbox } from './check-machine'
import { fine, warning, wrong, type Finding } from './finding'
import type { Installation } from './installation'

/** Does the mail server take us? Sends nothing. */
export async function checkMail({ mail, dataDir }: Installation): Promise<readonly Finding[]> {
  if (mail.smtpUrl === undefined) {
    const waiting = countOutbox(dataDir)
    return [
      warning(
        'e-mail',
        `There is no mail server, so e-mails become files in outbox/ (${waiting} so far).`,
        'Set SMTP_URL, and MAIL_FROM to an address of yours.',
      ),
    ]
  }
  const server = createTransport({
    url: mail.smtpUrl,
    connectionTimeout: 5000,
    greetingTimeout: 5000,
    socketTimeout: 5000,
  })
  try {
    await server.verify()
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'no answer'
    return [
      wrong(
        'e-mail',
        `The mail server does not take us (${code}).`,
        'Correct the address, user and password in SMTP_URL.',
      ),
    ]
  } finally {
    server.close()
  }
  if (/@localhost\b/.test(mail.from))
    return [warning('e-mail', `E-mails come from ${mail.from}.`, 'Set MAIL_FROM to an address of yours.')]
  return [fine('e-mail', 'the mail server takes us')]
}

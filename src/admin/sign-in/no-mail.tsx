import { Link } from '@payloadcms/ui'
import type { AdminViewServerProps } from 'payload'
import { screenWords } from '../words'

/** Instead of Payload's “forgot password”, which says that an e-mail was sent: the desk sends none. */
export function NoMail({ initPageResult }: AdminViewServerProps) {
  const { i18n, payload } = initPageResult.req
  const words = screenWords(i18n.language).noMail
  return (
    <div className="desk-notice">
      <h1>{words.title}</h1>
      <p>{words.text}</p>
      <p>
        <Link href={`${payload.config.routes.admin}/login`}>{words.back}</Link>
      </p>
    </div>
  )
}

import type { AdminViewServerProps } from 'payload'
import { screenWords } from '../words'

/** Instead of a form by which anyone could become the first administrator. */
export function FirstPerson({ initPageResult }: AdminViewServerProps) {
  const words = screenWords(initPageResult.req.i18n.language).firstPerson
  return (
    <div className="desk-notice">
      <h1>{words.title}</h1>
      <p>{words.text}</p>
    </div>
  )
}

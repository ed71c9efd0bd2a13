'use client'

import { Button, toast, useTranslation } from '@payloadcms/ui'
import { screenWords } from '../words'

/** Ten codes, shown this once: to be printed or put into a password manager. */
export function RecoveryCodes({ codes, onDone }: { codes: readonly string[]; onDone: () => void }) {
  const { i18n } = useTranslation()
  const words = screenWords(i18n.language).secondStep
  const copy = async () => {
    await navigator.clipboard.writeText(codes.join('\n'))
    toast.success(words.copied)
  }
  return (
    <section className="desk-codes">
      <h2>{words.codesTitle}</h2>
      <p>{words.codesHelp}</p>
      <ol dir="ltr">
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ol>
      <div className="desk-ask__buttons">
        <Button buttonStyle="secondary" margin={false} onClick={() => void copy()} size="medium">
          {words.copy}
        </Button>
        <Button buttonStyle="secondary" margin={false} onClick={() => window.print()} size="medium">
          {words.print}
        </Button>
        <Button margin={false} onClick={onDone} size="medium">
          {words.kept}
        </Button>
      </div>
    </section>
  )
}

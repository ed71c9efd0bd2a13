'use client'

import { toast } from '@payloadcms/ui'
import { useCallback, useState } from 'react'
import { StepDialog } from '../parts/step-dialog.client'
import { Trouble } from '../parts/trouble'
import { useStay } from '../parts/use-stay.client'
import { useWebhookWords } from './use-webhook.client'

/** The secret, shown this once: only the button that says it is kept leaves it, and Back once it was copied. */
export function WebhookSecret({ secret, onDone }: { secret: string; onDone: () => void }) {
  const { secret: words } = useWebhookWords()
  const [isCopied, setCopied] = useState(false)
  const [isWarned, setWarned] = useState(false)
  const warn = useCallback(() => setWarned(true), [])
  const leave = useStay(!isCopied, warn)
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(secret)
      setCopied(true)
      toast.success(words.copied)
    } catch {
      toast.error(words.notCopied)
    }
  }
  return (
    <StepDialog
      cancelLabel={words.kept}
      confirmLabel={words.copy}
      heading={words.title}
      onCancel={() => leave(onDone)}
      onConfirm={() => void copy()}
      onEscape={warn}
    >
      <p>{words.help}</p>
      <code className="desk-webhooks__secret" dir="ltr">
        {secret}
      </code>
      <Trouble said={isWarned && !isCopied ? words.stay : null} />
    </StepDialog>
  )
}

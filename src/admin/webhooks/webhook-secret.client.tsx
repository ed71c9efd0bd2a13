'use client'

import { toast } from '@payloadcms/ui'
import { StepDialog } from '../parts/step-dialog.client'
import { useWebhookWords } from './use-webhook.client'

const stay = (): void => undefined

/** The secret, shown this once: only the button that says it is kept leaves it. */
export function WebhookSecret({ secret, onDone }: { secret: string; onDone: () => void }) {
  const { secret: words } = useWebhookWords()
  const copy = () =>
    navigator.clipboard.writeText(secret).then(
      () => toast.success(words.copied),
      () => undefined,
    )
  return (
    <StepDialog
      cancelLabel={words.kept}
      confirmLabel={words.copy}
      heading={words.title}
      onCancel={onDone}
      onConfirm={() => void copy()}
      onEscape={stay}
    >
      <p>{words.help}</p>
      <code className="desk-webhooks__secret" dir="ltr">
        {secret}
      </code>
    </StepDialog>
  )
}

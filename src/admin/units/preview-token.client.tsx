'use client'

import { toast } from '@payloadcms/ui'
import type { PreviewAddress } from '@/preview'
import { useClock } from '../parts/clock.client'
import { StepDialog } from '../parts/step-dialog.client'
import { whenInWords } from '../parts/when'
import { fill, screenWords } from '../words'

type Props = { given: PreviewAddress; onDone: () => void }

/** The address and the token of a preview for a website: whoever has both reads the words. */
export function PreviewToken({ given: { url, token, until }, onDone }: Props) {
  const clock = useClock()
  const words = screenWords(clock.language).units.preview
  const lines = [url, `Authorization: Bearer ${token ?? ''}`]
  const copy = () =>
    navigator.clipboard.writeText(lines.join('\n')).then(
      () => toast.success(words.copied),
      () => undefined,
    )
  return (
    <StepDialog
      cancelLabel={words.close}
      confirmLabel={words.copy}
      heading={words.token}
      onCancel={onDone}
      onConfirm={() => void copy()}
    >
      <p>{fill(words.tokenHelp, { when: whenInWords(until, clock) })}</p>
      {lines.map((line) => (
        <code className="desk-webhooks__secret" dir="ltr" key={line}>
          {line}
        </code>
      ))}
    </StepDialog>
  )
}

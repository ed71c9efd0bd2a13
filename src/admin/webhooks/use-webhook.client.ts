'use client'

import { toast, useTranslation } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { askDesk } from '../parts/ask-desk'
import { webhookWords } from '../words'

export const useWebhookWords = () => webhookWords(useTranslation().i18n.language)

/** Asks for something about a webhook, and shows the page anew when it is done. */
export function useWebhook() {
  const router = useRouter()
  const words = useWebhookWords()
  const [isBusy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  /** What was answered; undefined: it was refused, and `problem` says why. */
  const ask = async <Body>(
    url: string,
    body: unknown,
    done?: string | ((answered: Body) => string),
  ): Promise<Body | undefined> => {
    setBusy(true)
    const answer = await askDesk<Body>(url, body)
    setBusy(false)
    setProblem(answer.isDone ? null : (answer.message ?? words.failed))
    if (!answer.isDone) return undefined
    if (done !== undefined) toast.success(typeof done === 'string' ? done : done(answer.body))
    router.refresh()
    return answer.body
  }
  return { ask, forget: () => setProblem(null), isBusy, problem, words, router }
}

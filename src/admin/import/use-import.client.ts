'use client'

import { useCallback, useState } from 'react'
import type { ImportReading, ImportReport } from './import-types'

/** A page as it is sent: its text, or its bytes as base64. */
export type Sent = { text?: string; bytes?: string; format?: 'text' | 'html' }

export type Step =
  | { name: 'choose'; problem: string | null }
  | { name: 'check'; sent: Sent; reading: ImportReading; problem: string | null }
  | { name: 'done'; report: ImportReport }

type Answered<Body> = { status: number; body: Body & { errors?: { message?: string }[] } }
type Said = { failed: string; still: string }

/** The three steps of an import: choose a page, check what was understood, see what was saved. */
export function useImport(said: Said) {
  const [step, setStep] = useState<Step>({ name: 'choose', problem: null })
  const [isBusy, setBusy] = useState(false)

  const read = useCallback(
    async (sent: Sent): Promise<void> => {
      setBusy(true)
      const { status, body } = await post<ImportReading>('/api/intake/page', sent)
      setBusy(false)
      const problem = body.errors?.[0]?.message ?? said.failed
      setStep(
        status === 200 ? { name: 'check', sent, reading: body, problem: null } : { name: 'choose', problem },
      )
    },
    [said.failed],
  )

  const confirm = useCallback(
    async (sent: Sent, answers: Record<string, unknown>): Promise<void> => {
      setBusy(true)
      const { status, body } = await post<ImportReading & ImportReport>('/api/intake/page/confirm', {
        ...sent,
        answers,
      })
      setBusy(false)
      if (status === 201) return setStep({ name: 'done', report: body })
      if (status === 422 && body.questions)
        return setStep({ name: 'check', sent, reading: body, problem: said.still })
      const problem = body.errors?.[0]?.message ?? said.failed
      return setStep((now) => (now.name === 'check' ? { ...now, problem } : now))
    },
    [said.failed, said.still],
  )

  const restart = useCallback(() => setStep({ name: 'choose', problem: null }), [])
  return { step, isBusy, read, confirm, restart }
}

async function post<Body>(url: string, body: unknown): Promise<Answered<Body>> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      credentials: 'same-origin',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    })
    const answered = (await response.json()) as Answered<Body>['body']
    // A failure of the server carries no sentence for people.
    return { status: response.status, body: response.status >= 500 ? { ...answered, errors: [] } : answered }
  } catch {
    return { status: 0, body: {} as Answered<Body>['body'] }
  }
}

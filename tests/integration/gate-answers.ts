import { beforeAll } from 'vitest'
import type { TestDesk } from '../payload'
import { createDocuments } from '../staff'

// How the gate answers, by each door.

export type Doc = Record<string, unknown>

/** What a refusal by REST says. */
export const problemOf = async (response: Response) => {
  const { errors } = (await response.json()) as {
    errors?: {
      message: string
      data?: { code?: string; details?: Doc; errors?: { path: string; message: string }[] }
    }[]
  }
  const [error] = errors ?? []
  return {
    status: response.status,
    message: error?.message,
    code: error?.data?.code,
    details: error?.data?.details,
    fields: error?.data?.errors,
  }
}

/** What a call of the Local API throws. */
export const fails = async (work: Promise<unknown>) => {
  const caught: unknown = await work.then(
    () => 'nothing was thrown',
    (error: unknown) => error,
  )
  return caught as {
    message: string
    status?: number
    code?: string
    data?: { errors?: { path: string; message: string }[] }
  }
}

/** For a test file: a document of each collection, and any draft as it is stored, whoever may read it. */
export function useDocuments(desk: TestDesk) {
  const ids: Record<string, string> = {}
  beforeAll(async () => {
    Object.assign(ids, await createDocuments(desk.payload))
  })
  const read = async (collection: string, id = '', locale = 'en'): Promise<Doc> => {
    const { payload } = desk
    const options = { collection, id, locale, draft: true, depth: 0, overrideAccess: true }
    return (await payload.findByID(options as Parameters<typeof payload.findByID>[0])) as unknown as Doc
  }
  return { ids, read }
}

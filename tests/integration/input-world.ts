import { beforeAll, expect } from 'vitest'
import { withClient } from '../../src/processes/database.mjs'
import { useDesk } from '../payload'
import { createDocuments, opening, useStaff, type Ask } from '../staff'

// Every save here is a draft, and Payload skips the checks of fields when it saves one.

export type Doc = Record<string, unknown>
type Answer = { errors?: { message: string; data?: { errors?: { path: string; message: string }[] } }[] }

export const said = async (response: Response) => {
  const { errors } = (await response.json()) as Answer
  const [error] = errors ?? []
  const fields = (error?.data?.errors ?? []).map(({ path, message }) => `${path}: ${message}`)
  return { status: response.status, message: [error?.message, ...fields].join('\n') }
}

const caught = async (work: () => Promise<unknown>) => {
  const error: unknown = await work().then(
    () => undefined,
    (reason: unknown) => reason,
  )
  const { status, message, data } = (error ?? { status: 200, message: 'nothing was thrown' }) as {
    status?: number
    message?: string
    data?: { errors?: { path: string; message: string }[] }
  }
  return {
    status,
    message: [message, ...(data?.errors ?? []).map((each) => `${each.path}: ${each.message}`)].join('\n'),
  }
}

/** For a test file: documents, whoever edits them, and the law that bad input is refused by every door and writes nothing. */
export function useInput() {
  const desk = useDesk()
  const staff = useStaff(desk)
  const ids: Record<string, string> = {}
  beforeAll(async () => {
    Object.assign(ids, await createDocuments(desk.payload))
  })
  const editor: Ask = (...asked) => opening(staff.as('editor'))(...asked)
  const officer: Ask = (...asked) => opening(staff.as('press-officer'))(...asked)
  const versions = () =>
    withClient(desk.database.owner, async (client) => {
      const { rows } = await client.query(
        `select (select count(*) from _laureates_v) + (select count(*) from _press_contacts_v) + (select count(*) from _biographies_v)
          + (select count(*) from _citations_v) + (select count(*) from _editions_v) + (select count(*) from _prizes_v) + (select count(*) from _press_releases_v)
          + (select count(*) from _media_v) + (select count(*) from users) as all`,
      )
      return Number(rows[0].all)
    })
  const askFor = (collection: string) => (collection === 'press-contacts' ? officer : editor)
  const byRest = async (collection: string, data: Doc) =>
    said(
      await askFor(collection)('PATCH', `/api/${collection}/${ids[collection]}?locale=en&draft=true`, data),
    )
  const byLocalApi = (collection: string, data: Doc) =>
    caught(() =>
      desk.payload.update({
        collection,
        id: ids[collection],
        locale: 'en',
        draft: true,
        data,
        overrideAccess: true,
      } as never),
    )
  async function expectRefused(collection: string, data: Doc, pattern: RegExp): Promise<void> {
    const before = await versions()
    for (const attempt of [byRest, byLocalApi]) {
      const answer = await attempt(collection, data)
      expect(answer, `${attempt.name} ${collection}`).toMatchObject({
        status: expect.toSatisfy((status: number) => status === 400 || status === 413),
        message: expect.stringMatching(pattern),
      })
    }
    expect(await versions()).toBe(before)
  }
  return { desk, staff, ids, editor, officer, versions, expectRefused }
}

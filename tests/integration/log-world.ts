import { Client } from 'pg'
import { beforeAll, expect } from 'vitest'
import type { LogPage } from '../../src/admin/log/log-query'
import { appendAudit, type AuditEntry } from '../../src/audit'
import { useDesk } from '../payload'
import { createDocuments, raw, useStaff } from '../staff'

// The log as an administrator reads it.

export function useLog() {
  const desk = useDesk()
  const staff = useStaff(desk)
  const documents: Record<string, string> = {}
  beforeAll(async () => {
    Object.assign(documents, await createDocuments(desk.payload))
  })
  async function withOwner(work: (client: Client) => Promise<unknown>): Promise<void> {
    const client = new Client({ connectionString: desk.database.owner })
    await client.connect()
    await work(client)
    await client.end()
  }
  const append = (...entries: AuditEntry[]) =>
    withOwner(async (client) => {
      for (const entry of entries) await appendAudit(client, entry)
    })
  async function log(search = '', language = 'en'): Promise<LogPage> {
    const response = await staff.as('admin')(
      'GET',
      `/api/log?${search}`,
      raw({ headers: { 'Accept-Language': language } }),
    )
    expect(response.status).toBe(200)
    return (await response.json()) as LogPage
  }
  return { desk, staff, documents, withOwner, append, log }
}

export const sentences = ({ rows }: LogPage): string[] =>
  rows.map(({ sentence }) => sentence.map(({ text }) => text).join(''))

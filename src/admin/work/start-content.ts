import type { Payload, PayloadRequest } from 'payload'
import type { Person } from '@/access'
import { poolOf } from '@/lib/postgres'
import { screenLanguage } from '@/lib/sentence'
import { readRecent, readWork, rememberLanguage } from '@/review'

// What the start page knows about one person's work: as many questions to the database for everyone, whatever is in it.

type Asked = { payload: Payload; user: PayloadRequest['user']; language: string }
export type StartContent = Awaited<ReturnType<typeof readStartContent>>

const perQueue = 8

export async function readStartContent({ payload, user, language }: Asked) {
  const pool = poolOf(payload)
  const person: Person = user ?? { id: '00000000-0000-0000-0000-000000000000' }
  const [work, recent] = await Promise.all([
    readWork(pool, person, perQueue),
    readRecent(pool, person, perQueue),
    user ? rememberLanguage(pool, user.id, screenLanguage(language)) : undefined,
  ])
  return { work, recent }
}

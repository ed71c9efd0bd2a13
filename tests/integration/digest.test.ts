import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { Client } from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openMail, type Mail } from '../../src/mail'
import { sendDigests } from '../../src/review'
import { advance } from '../../src/units'
import { colleagueOf, draft, personWith, unique, type Actor } from '../factories'
import { useDesk } from '../payload'

// The daily e-mail: one for each person for whom something waits, and nothing in it that is under embargo.

const desk = useDesk()
const morning = new Date('2026-10-01T06:30:00Z')
const later = (minutes: number) => new Date(morning.getTime() + minutes * 60_000)
const sent: Mail[] = []
const clients: Client[] = []
let reviewer: Actor

const open = async () => {
  const client = new Client({ connectionString: desk.database.desk })
  await client.connect()
  clients.push(client)
  return client
}
const forReviewer = () => sent.filter(({ to }) => to === reviewer.user.email)
const run = async (now: Date, send = async (mail: Mail) => void sent.push(mail), client?: Client) =>
  sendDigests(client ?? (await open()), {
    now,
    hour: 8,
    zone: 'Europe/Stockholm',
    deskUrl: 'https://desk.example.org',
    send,
  })

beforeAll(async () => {
  const editor = await personWith(desk.payload, ['editor'])
  reviewer = await colleagueOf(editor)
  const { id } = await draft(editor, 'prizes', {
    name: 'CANARY Prize',
    slug: unique('canary'),
    timeZone: 'UTC',
  })
  await advance(editor, {
    collection: 'prizes',
    id,
    verb: 'submit',
    units: [{ unit: 'shared' }, { unit: 'en' }],
  })
})

afterAll(async () => {
  for (const client of clients) await client.end()
})

test('nothing is sent before the hour, by the clock of the foundation', async () => {
  expect(await run(later(-60))).toEqual({ sent: 0, failed: 0 })
})

test('a message that the server does not take is tried again, ten minutes later', async () => {
  const broken = () => Promise.reject(new Error('no server'))
  expect(await run(morning, broken)).toMatchObject({ sent: 0, failed: 1 })
  expect(await run(later(9))).toEqual({ sent: 0, failed: 0 })
})

test('each person gets one e-mail a day, also from two workers, and it names no document', async () => {
  const [one, other] = [await open(), await open()]
  await Promise.all([run(later(10), undefined, one), run(later(10), undefined, other)])
  await run(later(120))
  expect(forReviewer()).toHaveLength(1)
  const [mail] = forReviewer()
  expect(mail?.subject).toBe('2 things wait for you')
  expect(mail?.text).toContain('2  Ready for your review')
  expect(mail?.text).toContain('https://desk.example.org/admin/work?queue=review')
  expect(`${mail?.subject} ${mail?.text} ${mail?.html}`).not.toContain('CANARY')
})

test('the next day brings the next one; whose account is closed gets none', async () => {
  await run(later(24 * 60))
  expect(forReviewer()).toHaveLength(2)
  await desk.payload.update({
    collection: 'users',
    id: reviewer.user.id,
    data: { disabled: true },
    overrideAccess: true,
  })
  await run(later(48 * 60))
  expect(forReviewer()).toHaveLength(2)
})

test('the clock is that of the first prize', async () => {
  const { foundationZone } = await import('../../src/units')
  const client = await open()
  expect(await foundationZone(client)).toBe('UTC')
  await client.query(`update public._prizes_v set version_time_zone = 'Asia/Tokyo'`)
  expect(await foundationZone(client)).toBe('Asia/Tokyo')
  await client.query(`update public._prizes_v set version_time_zone = 'Nowhere'`)
  expect(await foundationZone(client)).toBe('UTC')
})

test('without a mail server a message becomes a file', async () => {
  const send = openMail({
    MAIL_FROM: 'desk@example.org',
    DATA_DIR: desk.database.dataDir,
    isOnHold: () => Promise.resolve(false),
  })
  await send({ to: 'ida@example.org', subject: 'Två saker väntar på dig', text: 'Ett' })
  const folder = path.join(desk.database.dataDir, 'outbox')
  const [file = ''] = readdirSync(folder)
  expect(readFileSync(path.join(folder, file), 'utf8')).toMatch(/^From: desk@example\.org/m)
})

test('while the desk is on hold no e-mail leaves it', async () => {
  const client = await open()
  const files = () => readdirSync(path.join(desk.database.dataDir, 'outbox')).length
  const before = files()
  const message = { to: 'ida@example.org', subject: 'One', text: 'One' }
  await client.query(`insert into desk.hold (reason) values ('A restored copy.')`)
  await expect(desk.payload.sendEmail(message)).rejects.toThrow('on hold')
  expect(files()).toBe(before)
  await client.query('delete from desk.hold')
  await desk.payload.sendEmail(message)
  expect(files()).toBe(before + 1)
})

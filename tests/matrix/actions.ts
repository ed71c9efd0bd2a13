import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { contentCollections } from '../../src/access/roles'
import { personWith } from '../factories'
import { useDesk } from '../payload'
import { createDocuments, emailOf, password, useStaff } from '../staff'
import { newPassword, requestsOf, type Sent } from './action-requests'
import { prepare, stageFor, writeAs, type Acting } from './action-states'
import { attacksOn, parameters, withParameters, type Attack } from './attacks'
import { sharedOf, textOf } from './bodies'
import { fingerprint, secrets } from './evidence'
import { actionCells, unitAndAction, type Cell } from './table'
import { cellsOfPair, pairsFor } from './unions'

// Every cell of what staff do beyond storing, through REST with a session of each role.

/** Declares the tests of these collections' rows. */
export function tryActions(collections: readonly string[]): void {
  const desk = useDesk()
  /** People are tried role by role: they change themselves. */
  const pairsOf = (collection: string) =>
    pairsFor(contentCollections.findIndex((one) => one === collection) + 3).filter(
      () => collection !== 'users' && collection !== 'desk',
    )
  const pairs = [...new Set(collections.flatMap(pairsOf))]
  const staff = useStaff(desk, pairs)
  const acting = { desk, staff } as Acting

  beforeAll(async () => {
    acting.owner = new Client({ connectionString: desk.database.owner })
    await acting.owner.connect()
    acting.ids = await createDocuments(desk.payload)
    acting.asker = (await personWith(desk.payload, ['reviewer'])).user?.id ?? ''
    const of = { collection: 'users', overrideAccess: true } as const
    for (const name of (['reviewer', ...pairs] as const).filter((one) => one.includes('reviewer')))
      await desk.payload.update({ ...of, id: staff.ids[name], data: { reviewLocales: ['en', 'sv', 'fr'] } })
    for (const collection of collections) await writeTwice(collection)
    const prize = { name: 'The River Prize', slug: 'river-prize', timeZone: 'Europe/Tallinn' }
    await desk.payload.create({
      collection: 'prizes',
      locale: 'en',
      draft: true,
      overrideAccess: true,
      data: prize,
    })
  })
  afterAll(() => acting.owner.end())

  /** Two revisions of each unit, by nobody. */
  async function writeTwice(collection: string): Promise<void> {
    const id = acting.ids[collection]
    if (id === undefined) return
    const write = (locale: string, data: object) =>
      desk.payload.update({ collection, id, locale, data, overrideAccess: true } as never)
    for (const locale of ['sv', 'de'])
      for (const word of ['First', 'Second']) await write(locale, textOf(collection, `${word} ${locale}`))
    await write('en', { ...sharedOf(collection), ...textOf(collection, 'English') })
  }

  async function send(actor: Cell['actor'], [method, path, body]: Sent, attack?: Attack) {
    const response = await staff.as(actor)(method, attack ? withParameters(path, attack) : path, body)
    return { status: response.status, said: await response.text() }
  }

  const attacksFor = (method: string, { collection }: Cell): readonly Attack[] =>
    attacksOn(method === 'GET' || collection === 'desk' ? [] : parameters)

  /** What an answer tells of documents and people; of a list of people the own line is allowed. */
  const toldIn = (said: string, { actor, of }: Cell): string[] => {
    const others =
      of === 'others' && actor !== 'anonymous' ? said.replaceAll(`"${emailOf(actor)}"`, '') : said
    return secrets.filter((secret) => others.includes(secret))
  }

  async function expectRefused(cell: Cell): Promise<void> {
    for (const request of await requestsOf(acting, cell))
      for (const attack of attacksFor(request[0], cell)) {
        const { status, said } = await send(cell.actor, request, attack)
        const isRefused = [401, 403, 404, ...(attack.byItself ?? [])].includes(status)
        // A list that is only of oneself is no refusal, and holds nobody else.
        const isOwnList = cell.operation === 'list' && cell.of === 'others' && status === 200
        const asked = { ...cell, attack: attack.name, path: request[1] }
        expect({ ...asked, status, isRefused: isRefused || isOwnList, told: toldIn(said, cell) }).toEqual({
          ...asked,
          status,
          isRefused: true,
          told: [],
        })
      }
  }

  async function expectDone(cell: Cell): Promise<void> {
    await prepare(acting, cell)
    const [action, unit] = unitAndAction(cell.operation)
    if (action === 'ask-exception') await writeAs(acting, cell)
    if (action === 'ask-exception') await prepare(acting, cell)
    for (const request of await requestsOf(acting, cell)) {
      const { status, said } = await send(cell.actor, request)
      const asked = { ...cell, path: request[1] }
      expect({ ...asked, status, said: status < 300 ? '' : said }).toEqual({
        ...asked,
        status: request[1].endsWith('/confirm') || request[1].endsWith('/comments') ? status : 200,
        said: '',
      })
      // A note that reviewers and translators may not read.
      const hidden = ['reviewer', 'translator'].includes(cell.actor) ? 'CANARY' : 'no such word'
      expect(said).not.toContain(hidden)
      expectStage(action, unit, said)
    }
    await afterwards(cell)
  }

  function expectStage(action: string, unit: string, said: string): void {
    const stage = stageAfter[action]
    if (stage === undefined) return
    const units = (JSON.parse(said) as { units: { unit: string; stage: string }[] }).units
    expect(units.find((one) => one.unit === unit)?.stage, action).toBe(stage)
  }

  /** What people changed of themselves is as before. */
  async function afterwards({ collection, operation, actor }: Cell): Promise<void> {
    if (collection !== 'users' || actor === 'anonymous' || !operation.startsWith('change-own')) return
    const own = `/api/users/${staff.ids[actor]}`
    if (operation !== 'change-own-password') {
      await staff.as('admin')('PATCH', own, { roles: [actor] })
      return
    }
    const signIn = { email: emailOf(actor), password: newPassword }
    expect((await staff.as('anonymous')('POST', '/api/users/login', signIn)).status, actor).toBe(200)
    expect(
      (await staff.as(actor)('PATCH', own, { password, 'present-password': newPassword })).status,
      actor,
    ).toBe(200)
  }

  describe.each(collections)('%s', (collection) => {
    const single = actionCells.filter((cell) => cell.collection === collection)
    const mine = [...single, ...pairsOf(collection).flatMap((pair) => cellsOfPair(single, pair))]
    test('what is denied is refused, changes no row and tells nothing', async () => {
      for (const stage of ['writing', 'in-review']) {
        const group = mine.filter(
          ({ operation, verdict }) => verdict === 'deny' && stageFor(unitAndAction(operation)[0]) === stage,
        )
        for (const cell of new Map(group.map((one) => [one.operation, one])).values())
          await prepare(acting, cell)
        const before = await fingerprint(desk)
        for (const cell of group) await expectRefused(cell)
        expect(await fingerprint(desk), stage).toBe(before)
      }
    })
    test('what is allowed happens', async () => {
      const allowed = mine.filter(({ verdict }) => verdict === 'allow')
      // Whoever wrote the words approves nothing of them any more.
      const isLast = ({ operation }: Cell) => Number(operation.startsWith('ask-exception'))
      for (const cell of allowed.toSorted((a, b) => isLast(a) - isLast(b))) await expectDone(cell)
    })
  })
}

const stageAfter: Record<string, string> = {
  submit: 'in-review',
  'take-back': 'writing',
  approve: 'approved',
  'request-changes': 'changes-requested',
  'agree-exception': 'approved',
}

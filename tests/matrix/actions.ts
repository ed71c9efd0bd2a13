import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { verbs } from '../../src/units'
import { personWith } from '../factories'
import { useDesk } from '../payload'
import { createDocuments, password, useStaff, type Actor } from '../staff'
import { extraParameters, fingerprint, secrets, sharedOf, textOf } from './evidence'
import { actionCells, type Cell } from './table'

// Every cell of what staff do beyond storing, through REST with a session of each role.

const unitOf: Record<string, string> = { shared: 'shared', assigned: 'sv', other: 'de' }
/** 'take-back-shared' → ['take-back', 'shared']; an action without units has none. */
function parts(operation: string): [action: string, unit: string] {
  const [, action = operation, relation = ''] = /^(.*)-(shared|assigned|other)$/.exec(operation) ?? []
  return [action, unitOf[relation] ?? 'sv']
}

// Parameters of languages that the edge refuses by themselves, with 400.
const extras = [...extraParameters, 'locale=all', 'fallback-locale=en']
const isFull = process.env['MATRIX'] === 'full'

/** Declares the tests of these collections' rows. */
export function tryActions(collections: readonly string[]): void {
  const desk = useDesk()
  const staff = useStaff(desk)
  let owner: Client
  let asker = ''
  let ids: Record<string, string> = {}
  const unknown = '0190a6f2-0000-7000-8000-000000000000'

  beforeAll(async () => {
    owner = new Client({ connectionString: desk.database.owner })
    await owner.connect()
    ids = await createDocuments(desk.payload)
    asker = (await personWith(desk.payload, ['reviewer'])).user?.id ?? ''
    const of = { collection: 'users', id: staff.ids.reviewer, overrideAccess: true } as const
    await desk.payload.update({ ...of, data: { reviewLocales: ['en', 'sv', 'fr'] } })
    for (const collection of collections) await writeTwice(collection)
  })
  afterAll(() => owner.end())

  /** Two revisions of each unit, by nobody. */
  async function writeTwice(collection: string): Promise<void> {
    const id = ids[collection]
    if (id === undefined) return
    const write = (locale: string, data: object) =>
      desk.payload.update({ collection, id, locale, data, overrideAccess: true } as never)
    for (const locale of ['sv', 'de'])
      for (const word of ['First', 'Second']) await write(locale, textOf(collection, `${word} ${locale}`))
    await write('en', sharedOf(collection))
  }

  const stageFor = (action: string): string =>
    action === 'submit' || action === 'restore' || action === 'follow-source' ? 'writing' : 'in-review'

  /** The document as the action needs it, by SQL. */
  async function prepare({ collection, operation }: Cell): Promise<void> {
    const [action, unit] = parts(operation)
    const id = ids[collection]
    await owner.query(
      `update editorial.units set stage = $2, approval = null, assignee = null, source_revision = null where document_id = $1`,
      [id, stageFor(action)],
    )
    if (action === 'agree-exception')
      await owner.query(
        `insert into editorial.steps (collection, document_id, unit, verb, revision, person, reason)
         select collection, document_id, unit, 'ask-exception', revision, $3, 'Nobody else today.'
           from editorial.units where document_id = $1 and unit = $2`,
        [id, unit, asker],
      )
    if (action === 'resolve-comment')
      await owner.query(
        `insert into editorial.comments (id, collection, document_id, unit, text, author)
         values ('${unknown}', $2, $1, 'sv', 'Is this right?', $3)
         on conflict (id) do update set document_id = $1, collection = $2, resolved_by = null, resolved_at = null`,
        [id, collection, asker],
      )
    if (action.endsWith('-translation')) await setSent(collection, action === 'take-from-translation')
  }

  async function setSent(collection: string, isSent: boolean): Promise<void> {
    const id = ids[collection]
    await owner.query(`delete from editorial.translation_requests where document_id = $1 and locale = 'es'`, [
      id,
    ])
    if (isSent)
      await owner.query(
        `insert into editorial.translation_requests (collection, document_id, locale, sent_by) values ($2, $1, 'es', $3)`,
        [id, collection, asker],
      )
  }

  type Request = [method: string, path: string, body?: unknown]
  async function requestOf({ collection, operation }: Cell): Promise<Request> {
    const [action, unit] = parts(operation)
    const id = ids[collection] ?? staff.ids.editor
    const at = `/api/${collection}/${id}`
    const post = (path: string, body: unknown): Request => ['POST', `${at}/${path}`, body]
    if (action === 'restore') return post('restore', { unit, revision: await olderOf(id, unit) })
    if ((verbs as readonly string[]).includes(action))
      return post(action, { units: [{ unit }], reason: 'Because.' })
    const plain: Record<string, () => Request> = {
      list: () => ['GET', `/api/${collection}?limit=3`],
      count: () => ['GET', `/api/${collection}/count`],
      access: () => ['POST', `/api/${collection}/access/${id}`, {}],
      status: () => ['GET', `${at}/status`],
      compare: () => post('compare', { locale: 'sv', base: {}, data: { atRisk: true, atRiskNote: 'x' } }),
      comments: () => ['GET', `${at}/comments`],
      people: () => ['GET', `${at}/people`],
      belonging: () => ['GET', `${at}/belonging`],
      links: () => ['GET', `${at}/links`],
      presence: () => post('presence', { language: 'sv' }),
      comment: () => post('comments', { unit, text: 'Is this right?' }),
      'resolve-comment': () => post(`comments/${unknown}/resolve`, {}),
      assign: () => post('assign', { units: [unit], due: '2099-01-01' }),
      'send-to-translation': () => post('send-to-translation', { languages: ['es'] }),
      'take-from-translation': () => post('take-from-translation', { languages: ['es'] }),
      'update-rights': () => ['PATCH', `/api/users/${asker}`, { roles: ['editor', 'admin'] }],
      disable: () => ['PATCH', `/api/users/${asker}`, { disabled: true }],
      'see-second-step': () => ['GET', `/api/users/${asker}/second-step`],
      'reset-second-step': () => ['POST', `/api/users/${asker}/second-step/reset`, { proof: password }],
      import: () => ['POST', '/api/intake/page', { text: 'A page' }],
      'read-log': () => ['GET', '/api/log'],
      'export-log': () => ['GET', '/api/log.csv'],
    }
    const made = plain[action]
    if (!made) throw new Error(`No request for “${action}”.`)
    return made()
  }

  async function olderOf(id: string, unit: string): Promise<string> {
    const { rows } = await owner.query<{ id: string }>(
      `select r.id from editorial.revisions r join editorial.units u using (collection, document_id, unit)
        join editorial.revisions now on now.id = u.revision
       where u.document_id = $1 and u.unit = $2
       order by (r.values_hash <> now.values_hash) desc, r.number desc limit 1`,
      [id, unit],
    )
    return rows[0]?.id ?? unknown
  }

  async function send(actor: Actor, [method, path, body]: Request, extra?: string) {
    const withExtra = extra === undefined ? path : `${path}${path.includes('?') ? '&' : '?'}${extra}`
    const response = await staff.as(actor)(method, withExtra, body)
    return { status: response.status, said: await response.text() }
  }

  let counter = 0
  /** Each refused write carries one of the parameters, in turn; the whole product on demand. */
  const extrasFor = (method: string, collection: string): (string | undefined)[] => {
    if (method === 'GET' || collection === 'desk') return [undefined]
    counter += 1
    return isFull ? [undefined, ...extras] : [extras[counter % extras.length]]
  }

  async function expectRefused(cell: Cell): Promise<void> {
    const request = await requestOf(cell)
    for (const extra of extrasFor(request[0], cell.collection)) {
      const { status, said } = await send(cell.actor, request, extra)
      const isRefused = [401, 403, 404].includes(status) || (status === 400 && /locale/.test(extra ?? ''))
      expect({ ...cell, extra, isRefused, said: isRefused ? '' : said }).toEqual({
        ...cell,
        extra,
        isRefused: true,
        said: '',
      })
      expect(
        secrets.filter((secret) => said.includes(secret)),
        `${cell.actor} ${cell.operation}`,
      ).toEqual([])
    }
  }

  // The rights are there, and the document says no for a reason of its own; other tests meet these.
  const elsewhere = new Set(['ask-exception', 'import', 'reset-second-step'])

  async function expectDone(cell: Cell): Promise<void> {
    await prepare(cell)
    const [action, unit] = parts(cell.operation)
    const { status, said } = await send(cell.actor, await requestOf(cell))
    const isElsewhere = elsewhere.has(action) && [400, 409, 422].includes(status)
    expect({
      ...cell,
      status: isElsewhere ? 200 : status,
      said: status < 300 || isElsewhere ? '' : said,
    }).toEqual({
      ...cell,
      status: 200,
      said: '',
    })
    // A note that reviewers and translators may not read.
    const hidden = ['reviewer', 'translator'].includes(cell.actor) ? 'CANARY' : 'no such word'
    expect(said).not.toContain(hidden)
    const stage = stageAfter[action]
    if (stage === undefined) return
    const units = (JSON.parse(said) as { units: { unit: string; stage: string }[] }).units
    expect(units.find((one) => one.unit === unit)?.stage, cell.operation).toBe(stage)
  }

  describe.each(collections)('%s', (collection) => {
    const mine = actionCells.filter((cell) => cell.collection === collection)
    test('what is denied is refused, changes no row and tells nothing', async () => {
      for (const stage of ['writing', 'in-review']) {
        const group = mine.filter(
          ({ operation, verdict }) => verdict === 'deny' && stageFor(parts(operation)[0]) === stage,
        )
        for (const cell of new Map(group.map((one) => [one.operation, one])).values()) await prepare(cell)
        const before = await fingerprint(desk)
        for (const cell of group) await expectRefused(cell)
        expect(await fingerprint(desk), stage).toBe(before)
      }
    })
    test('what is allowed happens', async () => {
      for (const cell of mine.filter(({ verdict }) => verdict !== 'deny')) await expectDone(cell)
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

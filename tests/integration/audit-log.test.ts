import { Client } from 'pg'
import { beforeAll, describe, expect, test } from 'vitest'
import { actionsOf, wordsOfAction } from '../../src/admin/log-actions'
import type { LogPage } from '../../src/admin/log-query'
import { logWords } from '../../src/admin/words'
import { appendAudit, happenings, type AuditEntry } from '../../src/audit'
import { useDesk } from '../payload'
import { createDocuments, raw, useStaff, type Actor } from '../staff'

const desk = useDesk()
const staff = useStaff(desk)
let documents: Record<string, string> = {}

const uuidShape = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/

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

const sentences = ({ rows }: LogPage): string[] =>
  rows.map(({ sentence }) => sentence.map(({ text }) => text).join(''))
const newest = async (language = 'en') => {
  const page = await log('limit=1', language)
  return { ...page.rows[0], sentence: sentences(page)[0] }
}

beforeAll(async () => {
  documents = await createDocuments(desk.payload)
})

describe('who reads the log', () => {
  test.each<[Actor, number]>([
    ['anonymous', 401],
    ['editor', 403],
    ['reviewer', 403],
    ['translator', 403],
    ['press-officer', 403],
    ['admin', 200],
  ])('%s: %i', async (actor, status) => {
    for (const path of ['/api/log', '/api/log.csv']) {
      const response = await staff.as(actor)('GET', path)
      expect(response.status).toBe(status)
      const text = await response.text()
      expect(text.includes('signed in')).toBe(status === 200)
    }
  })

  test.each([
    ['surprise=1', 'surprise'],
    ['depth=0', 'depth'],
    ['person=nobody', 'person'],
    ['happened=magic', 'happened'],
    ['kind=releases', 'kind'],
    ['from=yesterday', 'from'],
    ['to=2026-02-30', 'to'],
    ['zone=Mars/Olympus', 'zone'],
    ['after=1', 'after'],
    ['limit=0', 'limit'],
    ['limit=201', 'limit'],
    ['words=a&words=b', 'words'],
    ['words=%00', 'words'],
  ])('%s is refused by name', async (search, name) => {
    const response = await staff.as('admin')('GET', `/api/log?${search}`)
    expect(response.status).toBe(400)
    expect(((await response.json()) as { detail: string }).detail).toContain(name)
  })

  test('the table takes no page', async () => {
    expect((await staff.as('admin')('GET', '/api/log.csv?limit=5')).status).toBe(400)
  })
})

describe('rows are sentences', () => {
  const person = () => staff.ids['press-officer']

  test('a document by its title, a language by its name, in the language of the reader', async () => {
    await append({
      action: 'approved',
      person: person(),
      collection: 'citations',
      document: documents['citations'] ?? '',
      unit: 'sv',
      reason: 'Read twice',
    })
    expect(await newest()).toMatchObject({
      sentence: 'The press-officer approved “The Aurelia Prize 2024 · Maria Lind” (Swedish).',
      kind: 'Award entry',
      unit: 'Swedish',
      more: ['Reason: Read twice'],
    })
    expect((await newest('sv')).sentence).toBe(
      'The press-officer godkände ”The Aurelia Prize 2024 · Maria Lind” (svenska).',
    )
    expect((await newest('de')).sentence).toBe(
      'The press-officer hat „The Aurelia Prize 2024 · Maria Lind“ (Schwedisch) freigegeben.',
    )
  })

  test('a title is a link to the document in that language', async () => {
    const { rows } = await log('limit=1')
    expect(rows[0]?.sentence.filter(({ path }) => path)).toEqual([
      { text: 'The press-officer', path: `/collections/users/${person()}` },
      {
        text: '“The Aurelia Prize 2024 · Maria Lind” (Swedish)',
        path: `/collections/citations/${documents['citations']}?locale=sv`,
      },
    ])
  })

  test('rights are said in words, before and after', async () => {
    await staff.as('admin')('PATCH', `/api/users/${staff.ids.translator}`, {
      locales: ['sv', 'ar'],
      assignedEditions: [documents['editions']],
    })
    const row = await newest()
    expect(row.sentence).toBe('The admin changed The translator.')
    expect(row.more).toEqual([
      expect.stringMatching(/: Swedish, French → Swedish, Arabic$/),
      expect.stringMatching(/^\w+: none → The Aurelia Prize 2024$/),
    ])
  })

  test('what is gone keeps its name and is no link', async () => {
    const made = await staff.as('editor')('POST', '/api/glossary-terms', { source: 'laurel', term: 'laurel' })
    const { doc } = (await made.json()) as { doc: { id: string } }
    await staff.as('editor')('DELETE', `/api/glossary-terms/${doc.id}`)
    const { rows } = await log('limit=1')
    expect(rows[0]?.document).toContain('laurel')
    expect(rows[0]?.sentence.filter(({ path }) => path)).toHaveLength(1)
    await append({ action: 'signed-in', person: '01890000-0000-7000-8000-00000000dead' })
    expect((await newest()).sentence).toBe('Someone who is no longer here signed in.')
  })

  test('a failed sign-in with an unknown address, a refusal, many of them, the system', async () => {
    await append(
      {
        action: 'sign-in-failed',
        person: null,
        details: { address: 'x@example.org', code: '401', times: 12 },
      },
      { action: 'refused', person: person(), reason: 'No.', details: {} },
      { action: 'refused', person: person(), collection: 'laureates', reason: 'No.' },
      { action: 'refused', person: person(), details: { many: true, times: 1 } },
      {
        action: 'taken-down',
        person: null,
        collection: 'prizes',
        document: documents['prizes'] ?? '',
        unit: 'shared',
      },
      { action: 'never-heard-of' as AuditEntry['action'], person: person() },
    )
    const page = await log('limit=6')
    expect(sentences(page)).toEqual([
      'The press-officer: never heard of',
      'The system took down “The Aurelia Prize” (shared facts).',
      'The press-officer was refused many more times at different places.',
      'The press-officer was refused at “Laureates”: “No.”',
      'The press-officer was refused: “No.”',
      'A sign-in with the address “x@example.org” failed. Nobody here has it.',
    ])
    expect(page.rows.map(({ more }) => more.join())).toEqual([
      '',
      '',
      'Once more soon after',
      '',
      '',
      '12 more times soon after',
    ])
  })

  test('no sentence shows an id, in any language', async () => {
    for (const language of ['en', 'sv', 'de']) {
      const page = await log('limit=200', language)
      const shown = page.rows.map(({ sentence, more, kind, document, person: name }) => [
        sentence.map(({ text }) => text),
        more,
        kind,
        document,
        name,
      ])
      expect(JSON.stringify(shown)).not.toMatch(uuidShape)
    }
  })
})

test('every action has a sentence and a place in the filter, in every language', () => {
  for (const language of ['en', 'sv', 'de'])
    for (const action of Object.values(happenings).flat()) {
      expect(actionsOf(action)).toEqual([action])
      const { label, sentence } = wordsOfAction(action, logWords(language))
      expect(label.length, action).toBeGreaterThan(0)
      expect(sentence, action).toMatch(/^\S.*\.$|\{reason\}$/)
    }
})

describe('filters', () => {
  beforeAll(async () => {
    const person = staff.ids.editor
    await append(
      {
        action: 'edited',
        person,
        collection: 'prizes',
        document: documents['prizes'] ?? '',
        unit: 'sv',
        reason: 'needle 100% Ärende',
      },
      {
        action: 'submitted',
        person,
        collection: 'prizes',
        document: documents['prizes'] ?? '',
        unit: 'sv',
        reason: 'hay',
      },
    )
    // What happened long ago cannot be made up by the desk: only the owner dates an entry.
    await withOwner((client) =>
      client.query(
        `insert into audit.entries (action, person, at) values
          ('signed-in', $1, '2001-03-24T22:59:59.999999Z'), ('signed-in', $1, '2001-03-24T23:00:00Z'),
          ('signed-in', $1, '2001-03-25T21:59:59.999999Z'), ('signed-in', $1, '2001-03-25T22:00:00Z')`,
        [person],
      ),
    )
  })

  test('by person, by what happened, by kind of document', async () => {
    const mine = await log(`person=${staff.ids.editor}&limit=200`)
    expect(new Set(mine.rows.map(({ person }) => person))).toEqual(new Set(['The editor']))
    const submitted = await log(`person=${staff.ids.editor}&happened=submitted`)
    expect(submitted.rows.map(({ action }) => action)).toEqual(['submitted'])
    const signIns = await log('happened=sign-in&limit=200')
    expect(new Set(signIns.rows.map(({ action }) => action))).toEqual(
      new Set(['signed-in', 'sign-in-failed']),
    )
    const prizes = await log('kind=prizes&limit=200')
    expect(new Set(prizes.rows.map(({ kind }) => kind))).toEqual(new Set(['Prize']))
  })

  test('by days on the clock of the reader, also when the clocks change that day', async () => {
    const times = async (search: string) => (await log(search)).rows.map(({ at }) => at)
    expect(await times('from=2001-03-25&to=2001-03-25&zone=Europe/Stockholm')).toEqual([
      '2001-03-25T21:59:59.999Z',
      '2001-03-24T23:00:00.000Z',
    ])
    expect(await times('from=2001-03-25&to=2001-03-25')).toHaveLength(2)
    expect(await times('to=2001-12-31')).toHaveLength(4)
    expect(await times('from=2001-03-26&to=2001-03-25')).toHaveLength(0)
  })

  test('by words, whatever their case and order; signs of patterns are plain signs', async () => {
    const found = async (words: string) =>
      (await log(`words=${encodeURIComponent(words)}&happened=writing`)).rows.length
    expect(await found('ärende NEEDLE')).toBe(1)
    expect(await found('100%')).toBe(1)
    expect(await found('1%0')).toBe(0)
    expect(await found('n_edle')).toBe(0)
    expect(await found('needle hay')).toBe(0)
  })

  test('pages follow each other without a gap or a repetition, also while more happens', async () => {
    const all = await log('limit=200')
    const seen: string[] = []
    let after: string | null = ''
    while (after !== null) {
      const page: LogPage = await log(`limit=7${after === '' ? '' : `&after=${encodeURIComponent(after)}`}`)
      seen.push(...page.rows.map(({ place }) => place))
      after = page.next
      await append({ action: 'signed-out', person: null })
    }
    expect(seen).toEqual(all.rows.map(({ place }) => place))
  })
})

describe('the table', () => {
  test('holds what fits, as RFC 4180, with no cell that a spreadsheet would run', async () => {
    await append(
      {
        action: 'edited',
        person: null,
        collection: 'prizes',
        document: documents['prizes'] ?? '',
        reason: '=HYPERLINK("http://x","y")',
      },
      {
        action: 'edited',
        person: null,
        collection: 'prizes',
        document: documents['prizes'] ?? '',
        reason: '@a,\n"b"',
      },
    )
    const response = await staff.as('admin')('GET', `/api/log.csv?kind=prizes&happened=edited`)
    expect(response.headers.get('content-type')).toMatch(/^text\/csv; charset=utf-8/)
    expect(response.headers.get('content-disposition')).toMatch(
      /^attachment; filename="log-\d{4}-\d\d-\d\d\.csv"$/,
    )
    const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(await response.arrayBuffer())
    const lines = text.split('\r\n')
    expect(lines[0]).toBe(
      '\uFEFFNumber,Time (UTC),Person,What happened,Kind,Document,Language,Reason,In a sentence,More,Hash',
    )
    expect(lines.at(-1)).toBe('')
    expect(lines.length).toBeGreaterThan(3)
    expect(lines[1]).toContain(`,"'@a,\n""b""",`)
    expect(lines[2]).toContain(`,"'=HYPERLINK(""http://x"",""y"")",`)
    expect(lines[1]).toMatch(/^\d+,\d{4}-\d\d-\d\dT[\d:.]+Z,,Changed,Prize,The Aurelia Prize,,/)
    expect(lines[1]).toMatch(/,[0-9a-f]{64}$/)
  })

  test('fetching it is in the log', async () => {
    const before = await log('happened=downloads&limit=200')
    await (await staff.as('admin')('GET', '/api/log.csv')).text()
    await (await staff.as('admin')('GET', '/api/log.csv')).text()
    const after = await log('happened=downloads&limit=200')
    expect(after.rows.length - before.rows.length).toBe(2)
    expect(sentences(after)[0]).toBe('The admin downloaded the log.')
  })

  test('is sent page by page', async () => {
    await withOwner((client) =>
      client.query(
        "insert into audit.entries (action, reason) select 'signed-out', 'bulk' from generate_series(1, 1700)",
      ),
    )
    const response = await staff.as('admin')('GET', '/api/log.csv?words=bulk')
    let chunks = 0
    let text = ''
    for await (const chunk of response.body as unknown as AsyncIterable<Uint8Array>) {
      chunks += 1
      text += new TextDecoder().decode(chunk)
    }
    expect(chunks).toBeGreaterThan(3)
    expect(text.trimEnd().split('\r\n')).toHaveLength(1701)
  })
})

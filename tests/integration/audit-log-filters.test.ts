import { beforeAll, describe, expect, test } from 'vitest'
import type { LogPage } from '../../src/admin/log/log-query'
import { sentences, useLog } from './log-world'

// The log, filtered, page by page, and as a table.

const { staff, documents, withOwner, append, log } = useLog()

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
      { action: 'sign-in-failed', person: null },
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

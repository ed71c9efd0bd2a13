import { describe, expect, test } from 'vitest'
import { actionsOf, wordsOfAction } from '../../src/admin/log/log-actions'
import { logWords } from '../../src/admin/words'
import { happenings, type AuditEntry } from '../../src/audit'
import { photograph, pictureForm } from '../pictures'
import { raw, type Actor } from '../staff'
import { sentences, useLog } from './log-world'

// The log as people read it: who may, and in sentences.

const { staff, documents, append, log } = useLog()

const uuidShape = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/

const newest = async (language = 'en') => {
  const page = await log('limit=1', language)
  return { ...page.rows[0], sentence: sentences(page)[0] }
}

const baseOf = async (path: string): Promise<unknown> => {
  const response = await staff.as('editor')('GET', `${path}?locale=en&draft=true`)
  return ((await response.json()) as { base?: unknown }).base
}

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

  test('a webhook by the name that people gave it, otherwise by its address', async () => {
    const address = '192.0.2.1'
    await append({ action: 'webhook-tested', person: person(), details: { address, name: 'The website' } })
    expect((await newest()).sentence).toBe('The press-officer sent a test to “The website” (192.0.2.1).')
    await append({ action: 'webhook-tested', person: person(), details: { address } })
    expect((await newest()).sentence).toBe('The press-officer sent a test to “192.0.2.1”.')
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

  test('another file of a picture by the name it was sent with', async () => {
    await staff.as('editor')(
      'PATCH',
      `/api/media/${documents['media']}?locale=en`,
      pictureForm(
        await photograph(64, 48),
        { base: await baseOf(`/api/media/${documents['media']}`) },
        'sea.jpg',
      ),
    )
    const { rows } = await log('words=sea.jpg', 'sv')
    expect(rows).toHaveLength(1)
    expect(rows[0]).toMatchObject({ action: 'edited', more: expect.arrayContaining(['Ny fil: sea.jpg']) })
  })

  test('a refusal in the language of the reader, whatever language it was told in', async () => {
    const told = await staff.as('translator')(
      'DELETE',
      `/api/prizes/${documents['prizes']}`,
      raw({ headers: { 'Accept-Language': 'sv' } }),
    )
    expect(((await told.json()) as { detail: string }).detail).toMatch(/^Din roll/)
    expect((await newest()).sentence).toContain('was refused at “The Aurelia Prize”: “Your role does not')
    expect(await newest('sv')).toMatchObject({ reason: expect.stringMatching(/^Din roll/) })
    expect((await newest('de')).sentence).toContain('Ihre Rolle erlaubt Ihnen nicht')
    expect(sentences(await log('words=rolle+erlaubt'))).not.toEqual([])
  })

  test('a step of the workflow that was refused too', async () => {
    const path = `/api/citations/${documents['citations']}/approve`
    const told = await staff.as('translator')(
      'POST',
      path,
      raw({
        headers: { 'Accept-Language': 'sv', 'Content-Type': 'application/json' },
        body: JSON.stringify({ units: [{ unit: 'en' }] }),
      }),
    )
    expect(told.status).toBe(403)
    expect((await newest()).reason).toMatch(/^Your role does not allow/)
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

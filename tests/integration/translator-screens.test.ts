import { createLocalReq, type DocumentViewServerProps, type PayloadRequest } from 'payload'
import { beforeAll, describe, expect, test } from 'vitest'
import { withClient } from '../../src/processes/database.mjs'
import { useServerFunctions } from '../matrix/server-function'
import { useDesk } from '../payload'
import { createDocuments, sendAll, useStaff } from '../staff'

// What the screens of a translator read, by the functions that they call on the server and by pages of our own.

const desk = useDesk()
const staff = useStaff(desk)
const functions = useServerFunctions(desk, staff)
const collection = 'laureates'
let id = ''
const revisions = new Map<string, string>()
const others = /GERMAN-WORDS|FRENCH-WORDS/

beforeAll(async () => {
  const ids = await createDocuments(desk.payload)
  await sendAll(desk.payload, ids, ['de'])
  id = ids[collection] ?? ''
  for (const [locale, knownName] of [
    ['de', 'GERMAN-WORDS'],
    ['fr', 'FRENCH-WORDS'],
    ['sv', 'SWEDISH-WORDS'],
  ] as const) {
    const data = { knownName }
    await desk.payload.update({ collection, id, data, locale, draft: true, overrideAccess: true })
  }
  await withClient(desk.database.owner, async (client) => {
    await client.query(
      `update editorial.translation_requests set taken_back_at = now(), taken_back_by = sent_by where locale = 'fr'`,
    )
    const { rows } = await client.query('select unit, revision from editorial.units where document_id = $1', [
      id,
    ])
    for (const { unit, revision } of rows) revisions.set(unit, revision)
  })
})

/** What a function of the server answers to the translator whose screens last stood in `locale`. */
async function answerOf(name: string, locale: string, args: Record<string, unknown>): Promise<string> {
  await staff.as('translator')('POST', '/api/payload-preferences/locale', { value: locale })
  return (await functions.as('translator', name, args)).said
}

const list = (query: object) => ({
  collectionSlug: collection,
  enableRowSelections: false,
  query: { limit: 10, ...query },
  renderRowTypes: false,
})
const calls: [string, () => Record<string, unknown>][] = [
  ['table-state', () => list({})],
  ['table-state', () => list({ locale: 'de', fallbackLocale: 'de', draft: true })],
  [
    'render-list',
    () => ({ collectionSlug: collection, query: { limit: 10, locale: 'de' }, locale: { code: 'de' } }),
  ],
  ['render-document', () => ({ collectionSlug: collection, docID: id, locale: { code: 'de' } })],
  [
    'form-state',
    () => ({
      collectionSlug: collection,
      id,
      schemaPath: collection,
      operation: 'update',
      data: {},
      locale: 'de',
      docPermissions: { fields: true },
      docPreferences: { fields: {} },
      renderAllFields: false,
      checkForStaleData: true,
      originalUpdatedAt: '2020-01-01T00:00:00.000Z',
    }),
  ],
]

describe('functions of the server', () => {
  test.each(calls)('%s tells no words of another translation', async (name, args) => {
    for (const locale of ['de', 'fr', 'all', 'nb', 'sv', 'en'])
      expect(await answerOf(name, locale, args()), locale).not.toMatch(others)
  })

  test('they show an own language', async () => {
    expect(await answerOf('table-state', 'sv', list({}))).toContain('SWEDISH-WORDS')
    expect(await answerOf('render-document', 'sv', { collectionSlug: collection, docID: id })).toContain(
      'SWEDISH-WORDS',
    )
  })

  test('no list answers a question about words of another translation', async () => {
    const found = async (query: object) =>
      (await answerOf('table-state', 'sv', list(query))).includes('SWEDISH-WORDS')
    expect(await found({ where: { knownName: { like: 'SWEDISH' } } })).toBe(true)
    expect(await found({ sort: 'knownName' })).toBe(true)
    for (const where of [
      { 'knownName.de': { like: 'GERMAN' } },
      { knownName__fr: { like: 'FRENCH' } },
      { or: [{ and: [{ 'knownName.de': { exists: true } }] }] },
    ])
      expect(await found({ where })).toBe(false)
    expect(await found({ sort: '-knownName.de' })).toBe(false)
  })
})

const requestOf = async (actor: 'translator' | 'editor', more: object = {}): Promise<PayloadRequest> => {
  const req = await createLocalReq({ user: (await staff.person(actor)) as never }, desk.payload)
  return Object.assign(req, more)
}

describe('pages', () => {
  test('the review screen shows a translation that is theirs, and there is none for another', async () => {
    const { readReview } = await import('../../src/admin/review/read-review')
    const review = async (locale: string) =>
      readReview(await requestOf('translator'), { collection, id, locale, language: 'en' })
    const own = await review('sv')
    expect(own.text.values).toMatchObject({ knownName: 'SWEDISH-WORDS' })
    expect(own.status.units.map(({ unit }) => unit)).toEqual(['shared', 'en', 'sv'])
    for (const locale of ['de', 'fr', 'nb'])
      await expect(review(locale)).rejects.toMatchObject({ code: 'not_found' })
  })

  test('history and its versions are those of their units', async () => {
    const { readShownHistory, shownDocument } = await import('../../src/admin/history/read-history')
    const { readVersion } = await import('../../src/admin/history/read-version')
    const req = await requestOf('translator')
    const initPageResult = { req, collectionConfig: desk.payload.collections[collection].config, docID: id }
    const shown = await shownDocument({ initPageResult, doc: { id } } as unknown as DocumentViewServerProps)
    const { entries } = await readShownHistory(shown, { unit: undefined, after: undefined })
    expect(new Set(entries.map(({ unit }) => unit))).toEqual(new Set(['shared', 'en', 'sv']))
    expect(await readVersion(shown, revisions.get('sv') ?? '')).toMatchObject({ unit: 'sv' })
    for (const unit of ['de', 'fr'])
      await expect(readVersion(shown, revisions.get(unit) ?? '')).rejects.toThrow('404')
  })

  test('a form is compared with units of theirs only, and no other version is brought back', async () => {
    for (const locale of ['de', 'fr']) {
      const form = { locale, base: {}, data: { knownName: 'a guess' } }
      const response = await staff.as('translator')('POST', `/api/${collection}/${id}/compare`, form)
      expect(await response.text()).not.toMatch(others)
      const { restoreUnit } = await import('../../src/units')
      const actor = { payload: desk.payload, user: (await requestOf('translator')).user }
      const restoring = { collection, id, unit: locale, revision: revisions.get(locale) ?? '' } as const
      await expect(restoreUnit(actor, restoring)).rejects.toMatchObject({ code: 'not_assigned' })
    }
  })
})

describe('the choice of languages', () => {
  const choices = async (actor: 'translator' | 'editor', routeParams: object): Promise<string[]> => {
    const { localization } = desk.config
    if (!localization || !localization.filterAvailableLocales)
      throw new Error('There is no choice of languages.')
    const req = await requestOf(actor, { routeParams })
    const shown = await localization.filterAvailableLocales({ locales: localization.locales, req })
    return shown.map(({ code }) => code)
  }

  test('of a translator: the source, and what the document was sent to or may be', async () => {
    expect(await choices('translator', { collection, id })).toEqual(['en', 'sv'])
    expect(await choices('translator', { collection })).toEqual(['en', 'sv', 'fr'])
    expect(await choices('translator', {})).toEqual(['en', 'sv', 'fr'])
    expect(await choices('translator', { collection, id: 'nothing' })).toEqual(['en', 'sv', 'fr'])
  })

  test('of everybody else: all', async () => {
    expect(await choices('editor', { collection, id })).toHaveLength(13)
    expect(await choices('translator', { collection: 'glossary-terms' })).toEqual(['en', 'sv', 'fr'])
  })

  test('of two people at once: each their own', async () => {
    const { getClientConfig } = await import('@payloadcms/ui/utilities/getClientConfig')
    const { applyLocaleFiltering } = await import('payload/shared')
    const { config } = desk
    const offered = async (actor: 'translator' | 'editor'): Promise<string[]> => {
      const req = await requestOf(actor)
      const clientConfig = getClientConfig({ config, i18n: req.i18n, importMap: {}, user: true })
      await applyLocaleFiltering({ clientConfig, config, req })
      await new Promise((resolve) => setTimeout(resolve, 50))
      return clientConfig.localization ? clientConfig.localization.localeCodes : []
    }
    const [own, all] = await Promise.all([offered('translator'), offered('editor')])
    expect(own).toEqual(['en', 'sv', 'fr'])
    expect(all).toHaveLength(13)
  })
})

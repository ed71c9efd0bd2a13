import { describe, expect, test } from 'vitest'
import { withClient } from '../../src/processes/database.mjs'
import { takeDown } from '../../src/releases'
import { draft, personWith, publish } from '../factories'
import { useDesk } from '../payload'
import { opening, useStaff } from '../staff'
import { fails, problemOf, useDocuments, type Doc } from './gate-answers'

// The gate: what it says at its door is true by every door.

const desk = useDesk()
const staff = useStaff(desk)
const { ids, read } = useDocuments(desk)

describe('nobody loses work', () => {
  test('50 pairs of parallel saves in French and German both keep their text', async () => {
    const laureate = ids['laureates'] ?? ''
    const editor = opening(staff.as('editor'))
    for (let round = 0; round < 50; round += 1) {
      const save = (locale: string) =>
        editor('PATCH', `/api/laureates/${laureate}?locale=${locale}&draft=true`, {
          fullName: `${locale} ${round}`,
        })
      const [french, german] = await Promise.all([save('fr'), save('de')])
      expect([french.status, german.status]).toEqual([200, 200])
      const texts = await Promise.all(
        ['fr', 'de'].map(async (locale) => (await read('laureates', laureate, locale))['fullName']),
      )
      expect(texts).toEqual([`fr ${round}`, `de ${round}`])
    }
  })

  test('a crowd of 60 saves of one document at once all succeed', async () => {
    const prize = ids['prizes'] ?? ''
    const locales = ['en', 'sv', 'de', 'fr', 'es', 'be', 'ru', 'uk', 'pt-BR', 'nb', 'zh-Hans', 'ar']
    const editor = opening(staff.as('editor'))
    const saves = Array.from({ length: 60 }, (_, index) => {
      const locale = locales[index % locales.length]
      return editor('PATCH', `/api/prizes/${prize}?locale=${locale}`, { shortName: `crowd ${locale}` })
    })
    const statuses = (await Promise.all(saves)).map(({ status }) => status)
    expect(new Set(statuses)).toEqual(new Set([200]))
    for (const locale of locales)
      expect((await read('prizes', prize, locale))['shortName']).toBe(`crowd ${locale}`)
  })

  test('parallel saves by the Local API queue at the document too', async () => {
    const contact = ids['press-contacts'] ?? ''
    const save = (locale: 'sv' | 'de' | 'fr' | 'es') =>
      desk.payload.update({
        collection: 'press-contacts',
        id: contact,
        locale,
        data: { label: `label ${locale}` },
        overrideAccess: true,
      })
    await Promise.all((['sv', 'de', 'fr', 'es'] as const).map(save))
    for (const locale of ['sv', 'de', 'fr', 'es'])
      expect((await read('press-contacts', contact, locale))['label']).toBe(`label ${locale}`)
  })
})

describe('a program says what it started from', () => {
  test('a change by REST without a base is refused and stores nothing; one that changes nothing is not', async () => {
    const path = `/api/prizes/${ids['prizes']}?locale=en`
    const before = await read('prizes', ids['prizes'] ?? '')
    const blind = await staff.as('editor')('PATCH', path, { name: 'Written blindly' })
    expect(await problemOf(blind)).toMatchObject({ status: 428, code: 'base_missing' })
    expect(await read('prizes', ids['prizes'] ?? '')).toEqual(before)
    expect((await staff.as('editor')('PATCH', path, { name: before['name'] })).status).toBe(200)
  })
})

describe('nothing becomes public by saving', () => {
  const attacks: [string, string, Doc][] = [
    ['_status in the data', '', { _status: 'published' }],
    ['_status of another kind', '', { _status: { en: 'published' } }],
    ['publishAllLocales', '&publishAllLocales=true', {}],
    ['unpublishAllLocales', '&unpublishAllLocales=true', {}],
    ['publishSpecificLocale', '&publishSpecificLocale=sv', {}],
  ]
  test.each(attacks)('%s is refused', async (_, query, data) => {
    const response = await staff.as('press-officer')(
      'PATCH',
      `/api/press-releases/${ids['press-releases']}?locale=en${query}`,
      data,
    )
    expect(await problemOf(response)).toMatchObject({ status: 403, code: 'use_publish_button' })
  })

  test('a save that calls itself no draft, an autosave, or with a lock to override stays a draft', async () => {
    const query = 'locale=en&draft=false&autosave=true&overrideLock=true&trash=true'
    const response = await opening(staff.as('editor'))(
      'PATCH',
      `/api/press-releases/${ids['press-releases']}?${query}`,
      { title: 'Still a draft' },
    )
    expect(response.status).toBe(200)
    await withClient(desk.database.owner, async (client) => {
      const main = await client.query(
        'select title, _status from press_releases_locales where _parent_id = $1',
        [ids['press-releases']],
      )
      expect(main.rows).toEqual([{ title: 'The prize of 2024', _status: 'draft' }])
      const published = await client.query(
        "select from _press_releases_v_locales where version__status = 'published'",
      )
      expect(published.rowCount).toBe(0)
    })
  })

  test('the switches are refused by the Local API too, even to the system', async () => {
    const id = ids['laureates'] ?? ''
    const by = { collection: 'laureates', id, locale: 'en', overrideAccess: true } as const
    const refused = [
      () => desk.payload.update({ ...by, data: { _status: 'published' } }),
      () => desk.payload.update({ ...by, data: {}, publishAllLocales: true }),
      () => desk.payload.update({ ...by, data: {}, unpublishAllLocales: true }),
      () => desk.payload.update({ ...by, data: {}, publishSpecificLocale: 'en' }),
    ]
    for (const attempt of refused)
      expect(await fails(attempt())).toMatchObject({ code: 'use_publish_button', status: 403 })
  })
})

describe('doors that go around the gate are closed', () => {
  test('restoring, duplicating and bulk changes are refused to the system by the Local API', async () => {
    const id = ids['laureates'] ?? ''
    const versions = await desk.payload.findVersions({
      collection: 'laureates',
      where: { parent: { equals: id } },
      limit: 1,
      overrideAccess: true,
    })
    const version = versions.docs[0]?.id ?? ''
    const everything = { id: { exists: true } }
    const refused = [
      () => desk.payload.restoreVersion({ collection: 'laureates', id: version, overrideAccess: true }),
      () =>
        desk.payload.restoreVersion({
          collection: 'laureates',
          id: version,
          draft: true,
          overrideAccess: true,
        }),
      () =>
        desk.payload.update({
          collection: 'laureates',
          where: everything,
          data: { knownName: 'x' },
          locale: 'en',
          overrideAccess: true,
        }),
      () => desk.payload.delete({ collection: 'laureates', where: everything, overrideAccess: true }),
      () =>
        desk.payload.update({
          collection: 'users',
          where: everything,
          data: { name: 'x' },
          overrideAccess: true,
        }),
    ]
    for (const attempt of refused)
      expect(await fails(attempt())).toMatchObject({ code: 'door_closed', status: 403 })
    expect(
      await fails(desk.payload.duplicate({ collection: 'laureates', id, overrideAccess: true })),
    ).toMatchObject({ status: 400 })
  })

  test('a language that is none, all or unknown is refused by the Local API', async () => {
    for (const locale of ['all', '*', 'xx', 'se', 'EN']) {
      const options = {
        collection: 'laureates',
        id: ids['laureates'],
        locale,
        data: { knownName: 'x' },
        overrideAccess: true,
      }
      expect(await fails(desk.payload.update(options as never)), locale).toMatchObject({
        code: 'unknown_language',
        status: 400,
      })
    }
  })

  test('a document that is public cannot be deleted; one that was taken down can', async () => {
    const by = await personWith(desk.payload, ['editor', 'press-officer'])
    const { id } = await draft(by, 'prizes', {
      name: 'Short-lived',
      slug: 'short-lived',
      timeZone: 'Europe/Oslo',
    })
    await publish(by, [{ collection: 'prizes', id, units: ['en'] }])
    expect(await problemOf(await staff.as('editor')('DELETE', `/api/prizes/${id}`))).toMatchObject({
      status: 409,
      code: 'still_public',
    })
    expect(
      await fails(desk.payload.delete({ collection: 'prizes', id, overrideAccess: true })),
    ).toMatchObject({ code: 'still_public' })
    await takeDown(by, [{ collection: 'prizes', id, units: ['shared'] }], 'It was wrong.')
    expect((await staff.as('editor')('DELETE', `/api/prizes/${id}`)).status).toBe(200)
  })
})

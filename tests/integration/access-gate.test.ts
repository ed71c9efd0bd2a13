import { beforeAll, describe, expect, test } from 'vitest'
import { withClient } from '../../src/processes/database.mjs'
import { takeDown } from '../../src/releases'
import { draft, personWith, publish } from '../factories'
import { useDesk } from '../payload'
import { cookiesOf, createDocuments, emailOf, opening, password, raw, useStaff, type Ask } from '../staff'

// The gate: what it says at its door is true by every door.

const desk = useDesk()
const staff = useStaff(desk)
let ids: Record<string, string> = {}

beforeAll(async () => {
  ids = await createDocuments(desk.payload)
})

type Doc = Record<string, unknown>
const read = async (collection: string, id: string, locale = 'en'): Promise<Doc> => {
  const options = {
    collection,
    id,
    locale,
    draft: true,
    depth: 0,
    overrideAccess: true,
  } as unknown as Parameters<typeof desk.payload.findByID>[0]
  return (await desk.payload.findByID(options)) as unknown as Doc
}
const problemOf = async (response: Response) => {
  const { errors } = (await response.json()) as {
    errors?: {
      message: string
      data?: { code?: string; details?: Doc; errors?: { path: string; message: string }[] }
    }[]
  }
  const [error] = errors ?? []
  return {
    status: response.status,
    message: error?.message,
    code: error?.data?.code,
    details: error?.data?.details,
    fields: error?.data?.errors,
  }
}
const fails = async (work: Promise<unknown>) => {
  const caught: unknown = await work.then(
    () => 'nothing was thrown',
    (error: unknown) => error,
  )
  return caught as {
    message: string
    status?: number
    code?: string
    data?: { errors?: { path: string; message: string }[] }
  }
}

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
    await takeDown(by, [{ collection: 'prizes', id, units: ['shared'] }])
    expect((await staff.as('editor')('DELETE', `/api/prizes/${id}`)).status).toBe(200)
  })
})

describe('a translator writes the texts of the assigned languages', () => {
  const translate = (path: string, body: unknown) => opening(staff.as('translator'))('PATCH', path, body)

  test('and no other language', async () => {
    for (const locale of ['en', 'de', 'nb']) {
      const response = await translate(`/api/laureates/${ids['laureates']}?locale=${locale}`, {
        knownName: 'x',
      })
      expect(await problemOf(response), locale).toMatchObject({ status: 403, code: 'language_not_assigned' })
    }
  })

  test('also from a form, which sends a list without rows as the number 0', async () => {
    const plain = { kind: 'person', knownName: 'Plain', slug: 'plain-without-variants' }
    const created = await staff.as('editor')('POST', '/api/laureates?locale=en', plain)
    const { doc } = (await created.json()) as { doc: { id: string } }
    const send = { languages: ['sv'] }
    const sent = await staff.as('editor')('POST', `/api/laureates/${doc.id}/send-to-translation`, send)
    expect(sent.status).toBe(200)
    const response = await translate(`/api/laureates/${doc.id}?locale=sv`, {
      knownName: 'Enkel',
      variants: 0,
    })
    expect(response.status).toBe(200)
  })

  test('and no value that all languages share: the refusal names the field', async () => {
    const shared: [string, Doc][] = [
      ['slug', { slug: 'other' }],
      ['birth.date', { birth: { date: '1963' } }],
      ['kind', { kind: 'organisation' }],
      ['variants', { variants: [{ value: 'M. Lind' }] }],
      ['sameAs.wikidata', { sameAs: { wikidata: 'Q1' } }],
      ['importKey', { importKey: 'nobel:1' }],
    ]
    for (const [path, data] of shared) {
      const response = await translate(`/api/laureates/${ids['laureates']}?locale=sv`, {
        knownName: 'Maria',
        ...data,
      })
      expect(await problemOf(response), path).toMatchObject({
        status: 403,
        code: 'shared_not_allowed',
        details: { path },
      })
    }
    expect((await read('laureates', ids['laureates'] ?? '', 'sv'))['knownName']).not.toBe('Maria')
  })

  test('may send the whole form back as it was read, in a form of the screens', async () => {
    const seen = await staff.as('translator')(
      'GET',
      `/api/laureates/${ids['laureates']}?locale=sv&draft=true`,
    )
    const form = new FormData()
    form.set('_payload', JSON.stringify({ ...((await seen.json()) as Doc), knownName: 'Maria på svenska' }))
    const response = await translate(
      `/api/laureates/${ids['laureates']}?locale=sv&draft=true&depth=0&fallback-locale=null`,
      form,
    )
    expect(await response.text()).toContain('Maria på svenska')
    expect(response.status).toBe(200)
  })

  test('neither reads nor guesses what is internal', async () => {
    const seen = await staff.as('translator')(
      'GET',
      `/api/laureates/${ids['laureates']}?locale=sv&draft=true`,
    )
    expect(await seen.text()).not.toContain('CANARY')
    for (const data of [{ atRisk: true }, { atRiskNote: 'CANARY-note' }, { atRiskNote: 'CANARY-other' }]) {
      const response = await translate(`/api/laureates/${ids['laureates']}?locale=sv`, data)
      expect(await problemOf(response)).toMatchObject({ status: 403, code: 'shared_not_allowed' })
    }
  })

  test('may not change the order or the ids of rows, nor a picture', async () => {
    const id = ids['laureates'] ?? ''
    await desk.payload.update({
      collection: 'laureates',
      id,
      locale: 'en',
      overrideAccess: true,
      data: { variants: [{ value: 'One' }, { value: 'Two' }] },
    })
    const { variants } = (await read('laureates', id)) as { variants: { id: string; value: string }[] }
    const changed = [
      variants.toReversed(),
      variants.slice(1),
      variants.map((row) => ({ ...row, id: 'another' })),
      [],
    ]
    for (const rows of changed) {
      expect(
        await problemOf(await translate(`/api/laureates/${id}?locale=sv`, { variants: rows })),
      ).toMatchObject({ status: 403, details: { path: 'variants' } })
    }
    expect((await translate(`/api/laureates/${id}?locale=sv`, { variants })).status).toBe(200)
    const form = new FormData()
    const seen = (await (
      await staff.as('translator')('GET', `/api/media/${ids['media']}?locale=sv`)
    ).json()) as Doc
    form.set('_payload', JSON.stringify({ alt: 'Bild', base: seen['base'] }))
    form.set('file', new File(['not read'], 'x.png', { type: 'image/png' }))
    expect(await problemOf(await translate(`/api/media/${ids['media']}?locale=sv`, form))).toMatchObject({
      status: 403,
    })
    expect((await translate(`/api/media/${ids['media']}?locale=sv`, { focalX: 1 })).status).toBe(403)
    expect((await translate(`/api/media/${ids['media']}?locale=sv`, { alt: 'Bild' })).status).toBe(200)
  })

  test('is held to it by the Local API as well', async () => {
    const by = {
      collection: 'laureates',
      id: ids['laureates'] ?? '',
      overrideAccess: false,
      user: await staff.person('translator'),
    } as const
    expect(await fails(desk.payload.update({ ...by, locale: 'sv', data: { slug: 'other' } }))).toMatchObject({
      code: 'shared_not_allowed',
    })
    expect(await fails(desk.payload.update({ ...by, locale: 'de', data: { knownName: 'x' } }))).toMatchObject(
      { code: 'language_not_assigned' },
    )
  })
})

describe('people', () => {
  const patch = (ask: Ask, id: string, data: Doc) => ask('PATCH', `/api/users/${id}`, data)

  test('only an administrator changes roles, languages, addresses or other people', async () => {
    for (const role of ['editor', 'reviewer', 'translator', 'press-officer'] as const) {
      const ask = staff.as(role)
      for (const data of [
        { roles: ['admin'] },
        { locales: ['en'] },
        { email: 'new@example.org' },
        { assignedEditions: [ids['editions']] },
      ]) {
        expect(await problemOf(await patch(ask, staff.ids[role], data)), role).toMatchObject({
          status: 403,
          code: 'not_allowed',
        })
      }
      expect(await problemOf(await patch(ask, staff.ids.admin, { name: 'x' }))).toMatchObject({ status: 403 })
      expect((await ask('GET', `/api/users/${staff.ids.admin}`)).status).toBe(404)
    }
    expect(
      (await patch(staff.as('admin'), staff.ids.translator, { locales: ['sv', 'fr', 'nb'] })).status,
    ).toBe(200)
  })

  test('a person changes their own name and password, and other sessions end with it', async () => {
    const ask = staff.as('reviewer')
    const anonymous = staff.as('anonymous')
    const second = await anonymous('POST', '/api/users/login', { email: emailOf('reviewer'), password })
    const cookie = cookiesOf(second)
    const me = async () =>
      (await (await anonymous('GET', '/api/users/me', raw({ headers: { cookie } }))).json()) as {
        user: Doc | null
      }
    expect((await me()).user).toMatchObject({ name: 'The reviewer' })
    expect(
      (
        await patch(ask, staff.ids.reviewer, {
          name: 'Rebecka',
          password: 'another fine long password',
          'present-password': password,
        })
      ).status,
    ).toBe(200)
    expect((await me()).user).toBeNull()
    expect((await ask('GET', '/api/users/me')).status).toBe(200)
    expect(
      (await anonymous('POST', '/api/users/login', { email: emailOf('reviewer'), password })).status,
    ).toBe(401)
  })

  test('a short password, an unknown field and the hidden ones are refused', async () => {
    const admin = staff.as('admin')
    expect(await problemOf(await patch(admin, staff.ids.editor, { password: 'too short' }))).toMatchObject({
      status: 400,
      message: expect.stringContaining('15'),
    })
    for (const key of ['hash', 'salt', 'resetPasswordToken', 'apiKey', 'nickname']) {
      expect(await problemOf(await patch(admin, staff.ids.editor, { [key]: 'x' })), key).toMatchObject({
        status: 400,
        message: expect.stringContaining(key),
      })
    }
  })

  test('the last administrator stays one', async () => {
    const admin = staff.as('admin')
    expect(await problemOf(await patch(admin, staff.ids.admin, { roles: ['editor'] }))).toMatchObject({
      status: 409,
      code: 'last_administrator',
    })
    expect(await problemOf(await patch(admin, staff.ids.admin, { disabled: true }))).toMatchObject({
      status: 409,
      code: 'last_administrator',
    })
    expect(await problemOf(await admin('DELETE', `/api/users/${staff.ids.admin}`))).toMatchObject({
      status: 409,
      code: 'last_administrator',
    })
  })

  test('a role taken away counts from the next request', async () => {
    const save = () =>
      opening(staff.as('press-officer'))('PATCH', `/api/press-contacts/${ids['press-contacts']}?locale=en`, {
        label: 'Again',
      })
    expect((await save()).status).toBe(200)
    expect((await patch(staff.as('admin'), staff.ids['press-officer'], { roles: ['admin'] })).status).toBe(
      200,
    )
    expect((await save()).status).toBe(403)
  })
})

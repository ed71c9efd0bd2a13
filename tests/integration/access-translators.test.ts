import { describe, expect, test } from 'vitest'
import { useDesk } from '../payload'
import { opening, useStaff } from '../staff'
import { fails, problemOf, useDocuments, type Doc } from './gate-answers'

// What translators write, by every door.

const desk = useDesk()
const staff = useStaff(desk)
const { ids, read } = useDocuments(desk)

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

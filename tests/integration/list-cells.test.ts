import { renderToStaticMarkup } from 'react-dom/server'
import { beforeAll, describe, expect, test, vi } from 'vitest'
import { poolOf } from '../../src/lib/postgres'
import { award, edit, personWith, publish, type Actor } from '../factories'
import { useDesk } from '../payload'
import { cookiesOf, emailOf, password, sendAll, useStaff, type Actor as Role } from '../staff'

// The column of a list that says where the languages of its documents stand, as each person's browser gets it.

const desk = useDesk()
const staff = useStaff(desk)
const sent = { now: new Headers() }
vi.doMock('next/headers', () => ({ headers: () => Promise.resolve(sent.now) }))

const collection = 'laureates'
let writer: Actor
let id = ''
let inGermanOnly = ''

beforeAll(async () => {
  writer = await personWith(desk.payload, ['editor', 'press-officer'])
  const documents = await award(writer)
  id = documents.laureate.id
  for (const locale of ['sv', 'fr', 'de', 'ar'] as const)
    await edit(writer, { collection, id, locale }, { knownName: `Name ${locale}` })
  // French was sent and taken back: for them it is as if it had not been sent.
  await sendAll(desk.payload, { laureates: id }, ['sv', 'fr', 'de'])
  await poolOf(desk.payload).query(
    `update editorial.translation_requests set taken_back_at = now(), taken_back_by = sent_by where locale = 'fr'`,
  )
  const other = await award(writer, { knownName: 'Other' })
  inGermanOnly = other.laureate.id
  await edit(writer, { collection, id: inGermanOnly, locale: 'de' }, { knownName: 'Andere' })
  await sendAll(desk.payload, { laureates: inGermanOnly }, ['sv'])
})

async function signIn(role: Role): Promise<Headers> {
  const signedIn = await staff.as('anonymous')('POST', '/api/users/login', {
    email: emailOf(role as 'editor'),
    password,
  })
  return new Headers({ Cookie: cookiesOf(signedIn), Origin: desk.config.serverURL })
}

/** What stands in the cell, without its marks. */
async function cell(headers: Headers, row = id, language = 'en'): Promise<string> {
  const { PublicationCell } = await import('../../src/admin/lists/publication-cell')
  sent.now = headers
  const props = {
    rowData: { id: row },
    collectionSlug: collection,
    payload: desk.payload,
    i18n: { language },
  }
  const drawn = await PublicationCell(props as never)
  return renderToStaticMarkup(drawn)
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()
}

describe('the stages in a list', () => {
  test('are those of every language for whoever reads everything', async () => {
    for (const role of ['editor', 'reviewer', 'press-officer', 'admin'] as const)
      expect(await cell(await signIn(role)), role).toMatch(/Arabic.*Swedish.*French.*German|5 languages/)
  })

  test('are those of the source and of what was sent into their languages for a translator', async () => {
    const headers = await signIn('translator')
    expect(await cell(headers)).toBe('Writing English, Swedish, and the shared facts')
    expect(await cell(headers, id, 'sv')).toMatch(/Engelska, svenska och/i)
    expect(await cell(headers, id, 'de')).toMatch(/Englisch, Schwedisch und/)
  })

  test('call shared facts public together with a language that a translator does not see', async () => {
    const documents = await award(writer)
    const ref = { collection, id: documents.laureate.id } as const
    await edit(writer, { ...ref, locale: 'de' }, { knownName: 'Öffentlich' })
    await publish(writer, [{ ...ref, units: ['shared', 'de'] }])
    await sendAll(desk.payload, { laureates: ref.id }, ['sv'])
    const said = await cell(await signIn('translator'), ref.id)
    expect(said).toMatch(/^Public The shared facts/)
    expect(said).not.toContain('German')
  })

  test('are nothing for nobody', async () => {
    expect(await cell(new Headers())).toBe('')
  })
})

describe('who looks at a list', () => {
  test('is asked once for all cells that are drawn together, and anew the next time', async () => {
    const headers = await signIn('translator')
    const auth = vi.spyOn(desk.payload, 'auth')
    await Promise.all([cell(headers), cell(headers, inGermanOnly), cell(headers)])
    expect(auth).toHaveBeenCalledTimes(1)
    await desk.payload.update({
      collection: 'users',
      id: staff.ids.translator,
      data: { locales: ['de'] },
      overrideAccess: true,
    })
    expect(await cell(headers)).toBe('Writing English, German, and the shared facts')
    expect(auth).toHaveBeenCalledTimes(2)
    auth.mockRestore()
  })

  test('is each person alone, also where two lists are drawn at once', async () => {
    const [translator, editor] = [await signIn('translator'), await signIn('editor')]
    const [own, all] = await Promise.all([cell(translator), cell(editor)])
    expect(own).not.toContain('Swedish')
    expect(all).toContain('Swedish')
  })
})

import { beforeAll, expect, test } from 'vitest'
import { poolOf } from '../../src/lib/postgres'
import { takeDown } from '../../src/releases'
import { richText, paragraph } from '../../src/rich-text'
import { award, draft, edit, personWith, publish, targetsOf, unique, type Actor } from '../factories'
import { useDesk } from '../payload'

// Press releases: what the world reads of them, and what they follow.

const desk = useDesk()
let officer: Actor

beforeAll(async () => {
  officer = await personWith(desk.payload, ['editor', 'press-officer'])
})

type Body = Record<string, unknown>

async function body(id: string, locale = 'en', fallback = 'declared'): Promise<Body | undefined> {
  const { rows } = await poolOf(desk.payload).query<{ body: Buffer }>(
    `select body from published.current join published.bodies using (sha256)
      where document_id = $1 and locale = $2 and fallback = $3`,
    [id, locale, fallback],
  )
  return rows[0] && (JSON.parse(rows[0].body.toString()) as Body)
}

const aboutPrize = (prize: string) => ({
  type: 'block' as const,
  version: 2,
  format: '' as const,
  fields: { id: 'b1', blockName: '', blockType: 'boilerplate' as const, prize },
})

/** A public award, and a draft of a press release about it that quotes the prize. */
async function announcement() {
  const documents = await award(officer)
  await edit(officer, { collection: 'prizes', id: documents.prize.id }, { boilerplate: 'About <the> prize.' })
  await publish(officer, targetsOf(documents))
  const words = richText([paragraph('The prize goes to Mira Sand.')])
  const release = await draft(officer, 'press-releases', {
    title: 'The laureate of 2024',
    slug: unique('laureate'),
    type: 'announcement',
    edition: documents.edition.id,
    citations: [documents.citation.id],
    embargo: '2019-10-10T09:00:00.000Z',
    dateline: 'Oslo',
    body: {
      root: { ...words.root, children: [...words.root.children, aboutPrize(documents.prize.id)] },
    },
  })
  return { ...documents, release, target: { collection: 'press-releases', id: release.id, units: ['en'] } }
}

test('a press release is public with its year, award entries, contacts and the words about the prize', async () => {
  const { release, target, citation, contact } = await announcement()
  expect(await body(release.id)).toBeUndefined()
  await publish(officer, [target])
  const read = await body(release.id)
  expect(read).toMatchObject({
    type: 'announcement',
    title: { text: 'The laureate of 2024', locale: 'en', isFallback: false },
    dateline: { text: 'Oslo' },
    year: 2024,
    citations: [{ id: citation.id, title: { text: 'Mira Sand (Norway)' } }],
    contacts: [{ id: contact.id, name: 'Ada Press', phone: { e164: '+442079460018' } }],
    corrects: null,
    correctedBy: [],
    body: {
      html: '<p>The prize goes to Mira Sand.</p>\n<p>About &lt;the&gt; prize.</p>',
      text: 'The prize goes to Mira Sand.\n\nAbout <the> prize.',
    },
  })
  // When it could be used is a note among colleagues.
  expect(JSON.stringify(read)).not.toContain('2019-10-10')
  expect(await body(release.id, 'sv')).toMatchObject({ locale: 'en', title: { isFallback: true } })
  expect(await body(release.id, 'sv', 'none')).toBeUndefined()
})

test('it follows what it names, and keeps the moment at which it became public', async () => {
  const { release, target, prize, laureate, contact } = await announcement()
  await publish(officer, [target])
  const before = await body(release.id)
  await edit(officer, { collection: 'prizes', id: prize.id }, { boilerplate: 'About it, anew.' })
  await edit(officer, { collection: 'laureates', id: laureate.id }, { knownName: 'Mira Strand' })
  await edit(officer, { collection: 'press-contacts', id: contact.id }, { name: 'Ada Desk' })
  expect(await body(release.id)).toEqual(before)
  await publish(officer, [
    { collection: 'prizes', id: prize.id, units: ['en'] },
    { collection: 'laureates', id: laureate.id, units: ['en'] },
    { collection: 'press-contacts', id: contact.id, units: ['shared'] },
  ])
  expect(await body(release.id)).toMatchObject({
    publishedAt: before?.['publishedAt'],
    citations: [{ title: { text: 'Mira Strand (Norway)' } }],
    contacts: [{ name: 'Ada Desk' }],
    body: { text: 'The prize goes to Mira Sand.\n\nAbout it, anew.' },
  })
})

test('words that quote a prize wait until that prize is public', async () => {
  const { release, target } = await announcement()
  const other = await draft(officer, 'prizes', {
    name: 'Lake Prize',
    slug: unique('lake'),
    timeZone: 'Europe/Oslo',
    boilerplate: 'About lakes.',
  })
  await edit(
    officer,
    { collection: 'press-releases', id: release.id },
    { body: { root: { ...richText([]).root, children: [aboutPrize(other.id)] } } },
  )
  await expect(publish(officer, [target])).rejects.toThrow(/needs the prize “Lake Prize” to be public/)
  expect(await body(release.id)).toBeUndefined()
  await publish(officer, [{ collection: 'prizes', id: other.id, units: ['en'] }, target])
  expect(await body(release.id)).toMatchObject({ body: { text: 'About lakes.' } })
  await edit(officer, { collection: 'prizes', id: other.id }, { boilerplate: 'About all lakes.' })
  await publish(officer, [{ collection: 'prizes', id: other.id, units: ['en'] }])
  expect(await body(release.id)).toMatchObject({ body: { text: 'About all lakes.' } })
})

test('a correction names what it corrects, which then names the correction, as long as it is public', async () => {
  const { release, target, edition } = await announcement()
  const correction = await draft(officer, 'press-releases', {
    title: 'Correction',
    slug: unique('correction'),
    type: 'correction',
    corrects: release.id,
    edition: edition.id,
    body: richText([paragraph('Her name is Strand.')]),
  })
  const correcting = { collection: 'press-releases', id: correction.id, units: ['en'] }
  await expect(publish(officer, [correcting])).rejects.toThrow(
    /needs the press release “The laureate of 2024”/,
  )
  await publish(officer, [target, correcting])
  expect(await body(correction.id)).toMatchObject({ corrects: { id: release.id } })
  expect(await body(release.id)).toMatchObject({ correctedBy: [{ id: correction.id }] })
  await takeDown(
    officer,
    [{ collection: 'press-releases', id: correction.id, units: ['en'] }],
    'It was wrong.',
  )
  expect(await body(release.id)).toMatchObject({ correctedBy: [] })
})

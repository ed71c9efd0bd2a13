import { beforeAll, describe, expect, test } from 'vitest'
import { Refusal, sayRefusal } from '../../src/lib/errors'
import { screenLanguages } from '../../src/lib/sentence'
import { publishNow } from '../../src/releases'
import { statusOf, type DocumentStatus } from '../../src/units'
import { approve, award, draft, edit, personWith, publish, targetsOf, unique, type Actor } from '../factories'
import { refusalIn } from '../forms'
import { useDesk } from '../payload'
import { usePeople } from '../workflow'

// What a document points to has to be public first. The button says so before anybody presses it, and in the words with
// which publishing refuses.

const desk = useDesk()
const signed = usePeople(desk)
let officer: Actor

beforeAll(async () => {
  officer = await personWith(desk.payload, ['editor', 'press-officer'])
})

type Award = Awaited<ReturnType<typeof award>>

const button = async (collection: string, id: string, unit: string) => {
  const { body } = await signed.officer.ask('GET', `/api/${collection}/${id}/status`)
  const found = (body as unknown as DocumentStatus).units.find((one) => one.unit === unit)
  return found?.verbs.find(({ verb }) => verb === 'publish')
}

const press = (collection: string, id: string, units: string[]) =>
  signed.officer.ask('POST', `/api/${collection}/${id}/publish`, { units: units.map((unit) => ({ unit })) })

/** The button and the press of it, which have to say the same. */
async function refused(collection: string, id: string, unit: string): Promise<string> {
  const shown = await button(collection, id, unit)
  const answer = refusalIn(await press(collection, id, [unit]))
  expect(answer).toMatchObject({ status: 409, code: shown?.code, message: shown?.reason })
  return shown?.reason ?? ''
}

const citationOf = ({ citation }: Award, units = ['en']) => ({
  collection: 'citations',
  id: citation.id,
  units,
})

describe('an award entry whose year and laureate are not public', () => {
  test('cannot be published, and the button says why, with titles', async () => {
    const documents = await award(officer)
    const { id } = documents.citation
    await approve(officer, [citationOf(documents)])
    const reason = await refused('citations', id, 'en')
    expect(reason).toMatch(
      /^This cannot be published yet\. The award entry “[^”]+” needs the year “[^”]+” to be public\./,
    )
    expect(reason).toContain('needs the laureate “Mira Sand” to be public.')
    // The screen publishes the first language with the shared facts.
    expect(refusalIn(await press('citations', id, ['en', 'shared']))).toMatchObject({ message: reason })
    await publish(officer, targetsOf(documents).slice(0, 4))
    expect(await button('citations', id, 'en')).toMatchObject({ reason: null, code: null })
    expect((await press('citations', id, ['en'])).status).toBe(200)
  })

  test('says so in every language of the screens', async () => {
    const documents = await award(officer)
    const { id } = documents.citation
    await approve(officer, [citationOf(documents)])
    const refusal: unknown = await publishNow(officer, [citationOf(documents)]).catch(
      (error: unknown) => error,
    )
    if (!(refusal instanceof Refusal)) throw refusal
    for (const language of screenLanguages) {
      const { units } = await statusOf(officer, { collection: 'citations', id, language })
      const verb = units.find(({ unit }) => unit === 'en')?.verbs.find((one) => one.verb === 'publish')
      expect(verb?.reason).toBe(sayRefusal(refusal, language).message)
      expect(verb?.reason).toContain('Mira Sand')
    }
  })

  test('may be published together with them', async () => {
    const documents = await award(officer)
    await publish(officer, targetsOf(documents))
    expect(await button('citations', documents.citation.id, 'en')).toMatchObject({ code: 'already_public' })
  })

  test('shared facts alone are not shown to anybody and wait for nothing; the language then does', async () => {
    const documents = await award(officer)
    const { id } = documents.citation
    await approve(officer, [citationOf(documents)])
    expect(await button('citations', id, 'shared')).toMatchObject({ reason: null })
    expect((await press('citations', id, ['shared'])).status).toBe(200)
    expect(await refused('citations', id, 'en')).toContain('needs the laureate “Mira Sand” to be public.')
  })
})

test('a language waits for the shared facts that it brings along, and says so', async () => {
  const { id } = await draft(officer, 'prizes', {
    name: 'Fjord',
    slug: unique('fjord'),
    timeZone: 'Europe/Oslo',
  })
  await approve(officer, [{ collection: 'prizes', id, units: ['en'] }])
  await edit(officer, { collection: 'prizes', id }, { slug: unique('other') })
  expect(await refused('prizes', id, 'en')).toMatch(/^Shared facts/)
})

test('of a public award entry a new laureate holds back the shared facts only', async () => {
  const documents = await award(officer)
  const { id } = documents.citation
  await publish(officer, targetsOf(documents))
  const fellow = await draft(officer, 'laureates', {
    kind: 'person',
    knownName: 'Ola Vik',
    slug: unique('ola'),
  })
  await edit(officer, { collection: 'citations', id }, { laureates: [documents.laureate.id, fellow.id] })
  await edit(officer, { collection: 'citations', id, locale: 'sv' }, { motivation: 'för havet' })
  await approve(officer, [citationOf(documents, ['sv'])])
  expect(await refused('citations', id, 'shared')).toMatch(/needs the laureate “Ola Vik” to be public\.$/)
  expect(await button('citations', id, 'sv')).toMatchObject({ reason: null })
  expect((await press('citations', id, ['sv'])).status).toBe(200)
})

import { refuse } from '@/lib/errors'
import { completeDraft, createDraft, findDrafts, type Writer } from './draft-writer'
import { nameFit } from './match-names'
import type { CompleteProposal } from './page-proposal'
import { say } from './say'

type Laureate = CompleteProposal['laureates'][number]

/** The laureates' ids in page order. Throws `unfit` where a laureate of that name is there and nobody said whether it is the same. */
export async function saveLaureates(
  writer: Writer,
  { laureates, award }: CompleteProposal,
): Promise<string[]> {
  const ids: string[] = []
  for (const [index, laureate] of laureates.entries()) {
    const portrait = index === 0 ? award.image : undefined
    ids.push(await saveLaureate(writer, laureate, portrait))
  }
  if (new Set(ids).size < ids.length)
    throw refuse('bad_input', {
      place: say('The laureates'),
      reason: say('one laureate stands there twice.'),
    })
  return ids
}

async function saveLaureate(
  writer: Writer,
  laureate: Laureate,
  portrait: string | undefined,
): Promise<string> {
  const data = { ...toData(laureate), portrait }
  if (laureate.existing === undefined || laureate.existing === 'new') {
    if (laureate.existing === undefined) await refuseTwin(writer, laureate)
    return createDraft(writer, 'laureates', data)
  }
  const [row] = await findDrafts(writer, 'laureates', { id: { equals: laureate.existing } })
  if (!row) throw refuse('not_found', { what: say('The laureate “{name}”', { name: laureate.knownName }) })
  const { kind: _kind, slug: _slug, ...facts } = data
  return completeDraft(writer, { collection: 'laureates', row, data: facts })
}

function toData({ existing: _existing, birth, death, ...laureate }: Laureate) {
  return { ...laureate, birth: lifeEvent(birth), death: lifeEvent(death) }
}

// The words in which the page wrote the date are for the confirm screen only.
const lifeEvent = (event: Laureate['birth']) =>
  event && { date: event.date, place: event.place, countryNow: event.countryNow }

async function refuseTwin(writer: Writer, { knownName, fullName }: Laureate): Promise<void> {
  const rows = await findDrafts(writer, 'laureates', {
    or: [{ knownName: { equals: knownName } }, { fullName: { equals: fullName } }],
  })
  const twin = rows.find(
    (row) =>
      (typeof row['knownName'] === 'string' && nameFit(row['knownName'], knownName) === 3) ||
      row['fullName'] === fullName,
  )
  if (twin) {
    throw refuse('unfit', {
      place: say('“{text}”', { text: knownName }),
      reason: say('is in the desk already. Read the page again and say whether it is the same laureate.'),
    })
  }
}

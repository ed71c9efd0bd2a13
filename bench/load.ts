// Publishes the invented foundation into the database of DESK_DATABASE_URL, approved, through the same code as the
// desk's "Publish", a few laureates per release. What it leaves out is Payload: drafts are made here.
// Prints one line of JSON per release, and at the end all addresses.

import { Client } from 'pg'
import { beginRelease, projectUnits, publishRelease, type UnitChange } from '../src/publishing'
import { approve, inviteReviewer } from './approve'
import { addresses, inventFoundation, inventLaureate, languages, type Invented } from './invented'

const laureates = Number(process.argv[2])
const perRelease = 25

const say = (line: unknown) => process.stdout.write(`${JSON.stringify(line)}\n`)

function unitsOf({ collection, draft }: Invented): UnitChange[] {
  const units = projectUnits(collection, draft).filter(({ hasContent }) => hasContent)
  const problem = units.flatMap(({ problems }) => problems)[0]
  if (problem) throw new Error(`${collection}: ${problem.field} is not ready (${problem.kind})`)
  return units.map(({ unit, content, hash }) => ({ collection, id: draft.id, unit, content, hash }))
}

async function publish(client: Client, invented: Invented[]): Promise<void> {
  const changes = invented.flatMap(unitsOf)
  await client.query('begin')
  await approve(client, changes, reviewer)
  await beginRelease(client)
  await publishRelease(client, { changes, person: null, note: 'benchmark' })
  await client.query('commit')
}

const client = new Client({ connectionString: process.env['DESK_DATABASE_URL'] })
await client.connect()
const reviewer = await inviteReviewer(client, languages)
await publish(client, inventFoundation(laureates))
for (let first = 0; first < laureates; first += perRelease) {
  const batch = Array.from({ length: Math.min(perRelease, laureates - first) }, (_, index) =>
    inventLaureate(first + index),
  )
  await publish(client, batch.flat())
  say({ published: first + batch.length })
}
await client.end()
say({ addresses: addresses(laureates) })

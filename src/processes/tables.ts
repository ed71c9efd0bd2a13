// Runs the migrations that the database lacks of those that are named, each in its own transaction. `migrate.mjs` holds the lock meanwhile
// and looks afterwards whether they took.

import config from '@payload-config'
import { migrations } from '@migrations'
import { getPayload, type Migration } from 'payload'

const named = new Set(process.argv.slice(2))
const wanted = migrations.filter(({ name }) => named.has(name))
const payload = await getPayload({ config, disableOnInit: true })
// Payload's own type forgets that each database has its kind of migration.
await payload.db.migrate({ migrations: wanted as unknown as Migration[] })
await payload.destroy()
process.exit(0)

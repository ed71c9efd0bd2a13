// Runs the migrations that the database lacks, each in its own transaction. `migrate.mjs` holds the lock meanwhile
// and looks afterwards whether they took.

import config from '@payload-config'
import { migrations } from '@migrations'
import { getPayload } from 'payload'

const payload = await getPayload({ config, disableOnInit: true })
await payload.db.migrate({ migrations })
await payload.destroy()
process.exit(0)

// What is derived from the collections, without a database: `types`, `importmap`, `migration NAME`.

import config from '@payload-config'
import { generateImportMap, getPayload } from 'payload'
import { generateTypes } from 'payload/node'

async function writeMigration(name: string) {
  const payload = await getPayload({ config, disableDBConnect: true, disableOnInit: true })
  await payload.db.createMigration({
    payload,
    migrationName: name,
    skipEmpty: true,
  })
}

const [what, name = 'change'] = process.argv.slice(2)
if (what === 'types') await generateTypes(await config)
else if (what === 'importmap') await generateImportMap(await config)
else if (what === 'migration') await writeMigration(name)
else throw new Error('Say what to write: types, importmap, or migration NAME.')
process.exit(0)

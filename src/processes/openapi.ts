// Writes the OpenAPI document of the delivery API to docs/openapi.json, below the folder it is started in.
// `npm run generate` calls it.

import { writeFileSync } from 'node:fs'
import { openapi } from '@/contract'

writeFileSync('docs/openapi.json', `${JSON.stringify(openapi(), null, 2)}\n`)

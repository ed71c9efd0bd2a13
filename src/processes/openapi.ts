// Writes the OpenAPI document of the delivery API to docs/openapi.json. `npm run generate` calls it.

import { writeFileSync } from 'node:fs'
import { openapi } from '@/contract'

const file = new URL('../../docs/openapi.json', import.meta.url)
writeFileSync(file, `${JSON.stringify(openapi(), null, 2)}\n`)

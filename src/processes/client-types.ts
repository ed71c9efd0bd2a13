// Writes the types of the TypeScript client to src/client/api.ts, below the folder it is started in.
// `npm run generate` calls it.

import { writeFileSync } from 'node:fs'
import { clientTypes } from '@/contract'

writeFileSync('src/client/api.ts', clientTypes())

// One size of `npm run bench:editing`: writes one laureate with award entry and biography through the desk's own doors,
// multiplies them by SQL, and measures. Prints lines of JSON: what it is doing, at the end what it found.

import { getPayload } from 'payload'
import { countStatements } from './count-statements'
import { multiply } from './editing-clone'
import { measureSteps } from './editing-measure'
import { people } from './editing-people'
import { writeFirst } from './editing-first'

export type Size = { laureates: number; languages: number; versions: number; open: number; rounds: number }
export type Say = (doing: string) => void

const size = JSON.parse(process.argv[2] ?? '') as Size
const say: Say = (doing) => process.stdout.write(`${JSON.stringify({ doing })}\n`)

async function run(): Promise<void> {
  const counter = countStatements()
  say('starting')
  const { default: promised } = await import('@payload-config')
  const config = await promised
  const payload = await getPayload({ config: { ...config, logger: quiet } as unknown as typeof config })
  const staff = await people(payload)
  const first = await writeFirst(staff, size, say)
  const started = performance.now()
  const rows = await multiply({ size, first, staff, say })
  const loadSeconds = Math.round((performance.now() - started) / 1000)
  const steps = await measureSteps({ size, first, staff, counter, say })
  const found = { documents: size.laureates * 3, rows, loadSeconds, steps }
  process.stdout.write(`${JSON.stringify({ found })}\n`, () => process.exit(0))
}

const quiet = { options: { level: 'error' }, destination: process.stderr }

run().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`, () => process.exit(1))
})

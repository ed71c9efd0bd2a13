import { publishNow } from '@/releases'
import { advance, statusOf } from '@/units'
import type { Colleagues } from './colleagues'
import { translations } from './entry'
import type { Written } from './write-entry'

/** The units that the invented foundation writes. */
export const writtenUnits = ['shared', 'en', ...translations] as const
type WrittenUnit = (typeof writtenUnits)[number]

type Part = Written & { units: readonly WrittenUnit[] }

/** The editor submits the units of a document, and the reviewer approves them. */
export async function approve({ editor, reviewer }: Colleagues, { units, ...document }: Part): Promise<void> {
  const chosen = units.map((unit) => ({ unit }))
  await advance(editor, { ...document, verb: 'submit', units: chosen })
  const { units: read } = await statusOf(reviewer, { ...document, language: 'en' })
  const named = read.flatMap(({ unit, revision }) =>
    revision !== null && units.some((one) => one === unit) ? [{ unit, revision }] : [],
  )
  await advance(reviewer, { ...document, verb: 'approve', units: named })
}

/** Has every document approved in all its languages; the press officer publishes them together, in one release. */
export async function publishPast(colleagues: Colleagues, past: readonly Written[]): Promise<void> {
  for (const document of past) await approve(colleagues, { ...document, units: writtenUnits })
  await publishNow(
    colleagues.pressOfficer,
    past.map(({ collection, id }) => ({ collection, id, units: writtenUnits })),
  )
}

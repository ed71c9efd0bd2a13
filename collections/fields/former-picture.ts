import type { PayloadRequest, UploadConfig } from 'payload'
import { refuse } from '@/lib/errors'
import { poolOf } from '@/lib/postgres'
import { pictureStore, placeOf, type Rendition } from '@/media'
import { say } from './say'

// The framework takes a promise of nothing, too, and does not say so.
type FileHandler = NonNullable<UploadConfig['handlers']>[number]
type Found = { renditions: Rendition[] | null; latest: boolean | null }

const wide = 640

/**
 * Of uploads: where another file has taken the place of this one, a smaller picture of it, so that both can be compared.
 * The framework removes originals that were replaced; what was made of them stays.
 */
export const formerPicture = (async (
  { payload }: PayloadRequest,
  { params }: { params: { filename: string } },
) => {
  const { rows } = await poolOf(payload).query<Found>(
    `select version_renditions as renditions, latest from public._media_v
     where version_filename = $1 order by latest desc nulls last limit 1`,
    [params.filename],
  )
  const [found] = rows
  if (found?.latest) return undefined
  const shown = smallOf(found?.renditions ?? [])
  if (!shown) throw refuse('not_found', { what: say('This file') })
  const data = await (await pictureStore()).read(placeOf(shown))
  return new Response(new Uint8Array(data), {
    headers: { 'Content-Type': shown.type, 'Content-Length': String(data.length) },
  })
}) as FileHandler

function smallOf(renditions: readonly Rendition[]): Rendition | undefined {
  const fitting = renditions
    .filter(({ use, type }) => use === 'fit' && type === 'image/jpeg')
    .toSorted((one, other) => one.width - other.width)
  return fitting.find(({ width }) => width >= wide) ?? fitting.at(-1)
}

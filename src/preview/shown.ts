import { answerFrom, publisherOf, Refused, type Given } from '@/delivery'
import { publisherEnv } from '@/lib/env'
import { fileOf, worldWith } from '@/publishing'
import type { Entered } from './enter'
import { finderOf } from './find-in-world'
import { laidUnits, type Laid } from './laid-units'
import { absent } from './refused'

/** What one preview shows. */
export type Shown = {
  laid: Laid
  /** The delivery's answer to `/v1/…`. Throws Refused. */
  read: (target: string) => Promise<Given>
  /** The bytes of a picture, by its id and the name of the file; undefined where there is none. */
  file: (id: string, name: string) => Promise<Buffer | undefined>
}

/** Throws Refused (404) when what the token names can no longer be shown. */
export async function openShown({ claims, payload, person, pool }: Entered): Promise<Shown> {
  const laid = await laidUnits({ payload, user: person, pool }, claims)
  if ('lacks' in laid) throw new Refused(absent)
  const over = { units: laid.units, at: new Date(claims.at) }
  const main = { collection: claims.collection, id: claims.id }
  const find = finderOf(pool, { ...over, main }, () => new Refused(absent))
  return {
    laid,
    read: (target) => answerFrom(find, publisherOf(publisherEnv()), target),
    file: async (id, name) => fileOf(await worldWith(pool, over, [{ collection: 'media', id }]), id, name),
  }
}

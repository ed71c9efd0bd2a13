import { bucketFiles } from '@/media'
import type { PictureFiles } from '@/operations'
import { Problem } from './steps.mjs'

/** The bucket that the environment names; undefined where pictures lie in the data folder. What it refuses is said in words. */
export function openPictures(): (PictureFiles & { place: string }) | undefined {
  const files = bucketFiles()
  if (!files) return undefined
  const said =
    <Asked extends unknown[], Answer>(work: (...asked: Asked) => Promise<Answer>) =>
    (...asked: Asked): Promise<Answer> =>
      work(...asked).catch((error: unknown) => {
        const why = error instanceof Error ? error.name : 'unknown'
        throw new Problem(
          `The bucket ${files.place} does not do what is asked (${why}). Look at S3_BUCKET, S3_ENDPOINT and its keys, then run this again: it goes on where it stopped.`,
        )
      })
  return {
    place: files.place,
    list: said(files.list),
    fetch: said(files.fetch),
    send: said(files.send),
  }
}
